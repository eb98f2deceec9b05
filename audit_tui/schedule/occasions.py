"""Occasions: what sets checks going besides the calendar, such as joining the school and trips."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from audit_tui.cadence import Cadence
from audit_tui.checklist import Check
from audit_tui.record import Answer

DAY = timedelta(days=1)
ASKED_BEFORE = timedelta(days=7)
RESTORED_WITHIN = timedelta(days=60)
NEW_FOR = timedelta(days=366)
LAST_WEEK = timedelta(days=6)
LONGEST_HOLIDAY = timedelta(weeks=10)


class Trip(NamedTuple):
    """A school trip, from its first to its last day."""

    name: str
    first: date
    last: date


class PersonalCalendar(NamedTuple):
    """What is known of one person's calendar: joining, trips, a new phone, terms, and cadences of their own.

    `held` tells since when each checklist is held; `began` stands in where that was never noted. `term_time` tells
    whether what comes round in the holidays is brought forward.
    """

    joined: date | None = None
    trips: tuple[Trip, ...] = ()
    new_phone: date | datetime | None = None
    terms: tuple[tuple[date, date], ...] = ()
    term_time: bool = True
    every: Mapping[str, Cadence] = MappingProxyType({})
    held: Mapping[str, date] = MappingProxyType({})
    began: date | None = None

    def start(self, checklist_id: str, check: Check, today: date) -> date:
        """Give the day from which a check is asked: its account was held by then, and the check was there."""
        return max(self.held.get(checklist_id) or self.began or today, check.since or date.min)

    def new(self, today: date) -> bool:
        """Tell whether the person joined within the last year, or is about to."""
        return self.joined is not None and today - self.joined <= NEW_FOR

    def new_phone_since(self, answer: Answer) -> date | None:
        """Give the day of the new phone, if the answer was given before it; a bare day means its first moment."""
        if not isinstance(self.new_phone, datetime):
            return self.new_phone if self.new_phone and answer.on < self.new_phone else None
        moment = self.new_phone if self.new_phone.tzinfo else self.new_phone.replace(tzinfo=UTC)
        return moment.date() if answer.at < moment else None

    def in_term(self, due: date) -> date:
        """Bring a day between two known terms forward to the first day of the last week of term; others stay."""
        if not self.term_time or self.term_end(due) or all(first <= due for first, _ in self.terms):
            return due
        ended = max((last for _, last in self.terms if last < due <= last + LONGEST_HOLIDAY), default=None)
        return ended - LAST_WEEK if ended else due

    def term_end(self, day: date) -> date | None:
        """Give the last day of the known term in which a day lies."""
        return next((last for first, last in self.terms if first <= day <= last), None)

    def spans(self) -> tuple[Trip, ...]:
        """Give the trips in order, those that overlap or touch as one."""
        return tuple(_merged(sorted(self.trips, key=lambda trip: (trip.first, trip.last))))

    def before(self, today: date) -> Trip | None:
        """Give the span for which to get ready or that is under way, if one begins within a week."""
        return next((s for s in self.spans() if s.first - ASKED_BEFORE - DAY <= today <= s.last), None)

    def asked_from(self, span: Trip) -> date:
        """Give the first day on which an answer counts for a span: a week before, but after the span before it."""
        earlier = (other.last + DAY for other in self.spans() if other.last < span.first)
        return max([span.first - DAY - ASKED_BEFORE, *earlier])

    def ended(self, today: date) -> Trip | None:
        """Give the span that ended last, if it is not long past."""
        past = [span for span in self.spans() if span.last < today <= span.last + RESTORED_WITHIN]
        return past[-1] if past else None


def _merged(trips: Iterable[Trip]) -> list[Trip]:
    spans: list[Trip] = []
    for trip in trips:
        if spans and trip.first <= spans[-1].last + DAY:
            before = spans.pop()
            trip = Trip(f"{before.name} and {trip.name}", before.first, max(before.last, trip.last))  # noqa: PLW2901
        spans.append(trip)
    return spans
