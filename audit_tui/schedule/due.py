"""One check as it stands today: its latest answer, when it is due and why. The clock rules live here."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from audit_tui.cadence import QUARTERLY, Cadence, Trigger
from audit_tui.checklist import Area, Check, Checklist, Kind
from audit_tui.record import Answer, Result
from audit_tui.schedule.dates import add_period
from audit_tui.schedule.incidents import Incident
from audit_tui.schedule.occasions import DAY, PersonalCalendar
from audit_tui.schedule.pace import first_due

DEFAULT = "default"


class Reason(StrEnum):
    """Why a check is due when it is: stable words for data; the sentences are elsewhere."""

    NEW = "new"
    ROUND = "round"
    OPEN = "open"
    CHANGED = "changed"
    LAPSED = "lapsed"
    TRIP = "trip"
    JOINED = "joined"
    NEW_PHONE = "new-phone"
    TERM = "term"
    INCIDENT = "incident"


NO_TURN = (Reason.OPEN, Reason.CHANGED)
OWN_TURN = (Reason.NEW, Reason.ROUND, Reason.TERM)


class CheckStatus(NamedTuple):
    """A check with its latest answer, its due day (none: nothing is asked at present) and the reason.

    `by_rule` is the day the cadence itself gives, where the due day was moved into term. `start` is the day from which
    the check is asked. `turn` is the day on which the calendar alone makes it due: a trip, a change or something left
    to put right does not move it.
    """

    check: Check
    answer: Answer | None
    due: date | None
    reason: Reason
    occasion: str = ""
    by_rule: date | None = None
    cadence: Cadence = QUARTERLY
    start: date = date.min
    turn: date | None = None

    def is_due(self, today: date) -> bool:
        """Tell whether it is to be looked at today."""
        return self.due is not None and self.due <= today

    def is_done(self, today: date) -> bool:
        """Tell whether it was answered, nothing is open, and the answer has not lapsed."""
        return self.answer is not None and self.answer.result.done and not self.is_due(today)

    @property
    def is_asked(self) -> bool:
        """Tell whether it counts at present: there is an answer, or a day on which one is due."""
        return self.answer is not None or self.due is not None

    @property
    def is_open(self) -> bool:
        """Tell whether the last answer left something to put right."""
        return self.answer is not None and not self.answer.result.done

    @property
    def is_regular(self) -> bool:
        """Tell whether it belongs to everybody's review, rather than to an occasion."""
        return self.cadence.trigger in (Trigger.EVERY, Trigger.ONCE)


def build_check_status(
    checklist: Checklist, check: Check, answer: Answer | None, today: date, calendar: PersonalCalendar,
    incident: Incident | None = None,
) -> CheckStatus:  # fmt: skip
    """Apply the clock rules to one check."""
    cadence = _cadence(checklist, check, calendar)
    start = calendar.start(checklist.id, check, today)
    if cadence.trigger is Trigger.EVENT:
        found = _in_incident(checklist, check, answer, incident)
    elif cadence.trigger in (Trigger.BEFORE_TRIP, Trigger.AFTER_TRIP):
        found = _around_trip(check, answer, cadence.trigger, today, calendar)
    elif answer is None:
        found = _brought_forward(_unanswered(check, cadence, start, today, calendar), today, calendar)
    elif checklist.kind is Kind.DEVICE and (day := calendar.new_phone_since(answer)) and day <= today:
        found = CheckStatus(check, answer, day, Reason.NEW_PHONE, turn=day)
    else:
        found = _within_term(_answered(checklist, check, answer, cadence, today, calendar), calendar)
        found = _brought_forward(found._replace(turn=None if found.reason in NO_TURN else found.due), today, calendar)
    return found._replace(cadence=cadence, start=start)


def is_current(checklist: Checklist, check: Check, answer: Answer) -> bool:
    """Tell whether a check still means what it meant when it was answered.

    An answer to a check that this one took over, and one from before there were revisions, stands for the first.
    """
    if answer.check != check.id:
        answered = 1
    elif answer.revision is not None:
        answered = answer.revision
    else:
        answered = 1 if answer.fingerprint == checklist.fingerprint(check) else 0
    return answered >= check.revision


def _cadence(checklist: Checklist, check: Check, calendar: PersonalCalendar) -> Cadence:
    """Give the cadence with the person's own `every` in the place of the checklist's."""
    cadence = checklist.cadence_of(check)
    if cadence.trigger is not Trigger.EVERY or check.cadence is not None:
        return cadence
    return comes_round_here(checklist, calendar.every)


def comes_round_here(checklist: Checklist, every: Mapping[str, Cadence]) -> Cadence:
    """Give how often a list comes round, where `every` may say so of it by its id or of all that do not say."""
    own = every.get(checklist.id) or every.get(DEFAULT)
    counts = own and (checklist.id in every or checklist.own_cadence is None)
    return own if own and counts and checklist.cadence.trigger is Trigger.EVERY else checklist.cadence


def _in_incident(checklist: Checklist, check: Check, answer: Answer | None, incident: Incident | None) -> CheckStatus:
    """Ask anew in each incident; a check for when it happens in another list is never asked by itself."""
    if checklist.cadence.trigger is not Trigger.EVENT:
        return CheckStatus(check, answer, None, Reason.INCIDENT)
    if incident is None:
        return CheckStatus(check, None, None, Reason.INCIDENT)
    if answer is None or not incident.counts(answer):
        return CheckStatus(check, None, incident.since, Reason.INCIDENT)
    if not answer.result.done:
        return CheckStatus(check, answer, answer.on, Reason.OPEN)
    return CheckStatus(check, answer, None, Reason.INCIDENT)


def _unanswered(check: Check, cadence: Cadence, start: date, today: date, calendar: PersonalCalendar) -> CheckStatus:
    if cadence.trigger is not Trigger.JOINING:
        due = first_due(check.severity, start, calendar, today)
        return CheckStatus(check, None, due, Reason.NEW, turn=due)
    if calendar.joined is None or not calendar.new(today):
        return CheckStatus(check, None, None, Reason.JOINED)
    due = max(add_period(calendar.joined, cadence.number, cadence.unit), check.since or date.min)
    return CheckStatus(check, None, due, Reason.JOINED)


def _answered(
    checklist: Checklist, check: Check, answer: Answer, cadence: Cadence, today: date, calendar: PersonalCalendar
) -> CheckStatus:  # fmt: skip
    if not answer.result.done:
        return CheckStatus(check, answer, answer.on, Reason.OPEN)
    due, reason = None, Reason.ROUND
    if answer.result is Result.WAIVED:
        due, reason = answer.until, Reason.LAPSED
    elif cadence.trigger is Trigger.EVERY:
        due = add_period(answer.on, cadence.number, cadence.unit)
    still_asked = cadence.trigger is not Trigger.JOINING or calendar.new(today)
    if still_asked and (due is None or due > today) and not is_current(checklist, check, answer):
        due, reason = today, Reason.CHANGED
    return CheckStatus(check, answer, due, reason)


def _around_trip(
    check: Check, answer: Answer | None, trigger: Trigger, today: date, calendar: PersonalCalendar
) -> CheckStatus:
    span = calendar.before(today) if trigger is Trigger.BEFORE_TRIP else calendar.ended(today)
    if span is None:
        return CheckStatus(check, answer, None, Reason.TRIP)
    if trigger is Trigger.BEFORE_TRIP:
        due, asked_from = span.first - DAY, calendar.asked_from(span)
    else:
        due, asked_from = span.last + DAY, span.last
    if answer is None or answer.on < asked_from:
        return CheckStatus(check, answer, due, Reason.TRIP, span.name)
    if not answer.result.done:
        return CheckStatus(check, answer, answer.on, Reason.OPEN, span.name)
    return CheckStatus(check, answer, None, Reason.TRIP, span.name)


def _within_term(found: CheckStatus, calendar: PersonalCalendar) -> CheckStatus:
    """Move a day in the holidays into the last week of term, unless the answer is from that week or later."""
    if found.due is None or found.answer is None or found.reason is not Reason.ROUND:
        return found
    due = calendar.in_term(found.due)
    if due >= found.due or due <= found.answer.on:
        return found
    return found._replace(due=due, reason=Reason.TERM, by_rule=found.due)


def _brought_forward(found: CheckStatus, today: date, calendar: PersonalCalendar) -> CheckStatus:
    """Bring a location check forward to the day before a trip that is near, whether it was ever answered or not."""
    span = calendar.before(today)
    if span is None or not found.is_asked or found.check.area is not Area.LOCATION or found.reason in NO_TURN:
        return found
    if found.answer is not None and found.answer.on >= calendar.asked_from(span):
        return found
    due = span.first - DAY
    if found.due is not None and found.due <= due:
        return found._replace(reason=Reason.TRIP, occasion=span.name) if found.reason in OWN_TURN else found
    return found._replace(due=due, reason=Reason.TRIP, occasion=span.name, by_rule=None)
