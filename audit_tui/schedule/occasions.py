"""Occasions: what sets checks going besides the calendar, joining the school and trips."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from audit_tui.cadence import Cadence

DAY = timedelta(days=1)
ASKED_BEFORE = timedelta(days=7)
RESTORED_WITHIN = timedelta(days=60)
NEW_FOR = timedelta(days=366)
LAST_WEEK = timedelta(days=6)
LONGEST_HOLIDAY = timedelta(weeks=10)


@dataclass(frozen=True, slots=True)
class Trip:
    """A school trip, from its first to its last day."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PersonalCalendar:
    """What is known of one person's calendar: joining, trips, a new phone, terms, and cadences of their own."""

    joined: date | None = None
    trips: tuple[Trip, ...] = ()
    new_phone: date | None = None
    terms: tuple[tuple[date, date], ...] = ()
    every: Mapping[str, Cadence] = field(default_factory=dict)

    def new(self, today: date) -> bool:
        """Tell whether the person joined within the last year."""
        return self.joined is not None and today - self.joined <= NEW_FOR

    def in_term(self, due: date) -> date:
        """Bring a day in the holidays forward to the first day of the last week of term; others stay."""
        if any(first <= due <= last for first, last in self.terms):
            return due
        ended = max((last for _, last in self.terms if last < due <= last + LONGEST_HOLIDAY), default=None)
        return ended - LAST_WEEK if ended else due

    def spans(self) -> tuple[Trip, ...]:
        """Give the trips in order, those that overlap or touch as one."""
        return tuple(_merged(sorted(self.trips, key=lambda trip: (trip.first, trip.last))))

    def before(self, today: date) -> Trip | None:
        """Give the span for which to get ready or that is under way, if one begins within a week."""
        return next((s for s in self.spans() if s.first - ASKED_BEFORE - DAY <= today <= s.last), None)

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
