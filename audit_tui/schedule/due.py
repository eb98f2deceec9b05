"""One check as it stands today: its latest answer, when it is due and why. The clock rules live here."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from audit_tui.cadence import Cadence, Trigger
from audit_tui.checklist import Area, Check, Checklist, Kind
from audit_tui.record import Answer, Result
from audit_tui.schedule.dates import add_period
from audit_tui.schedule.occasions import ASKED_BEFORE, DAY, PersonalCalendar

DEFAULT = "default"


class Reason(StrEnum):
    """Why a check is due when it is."""

    NEW = "never answered"
    ROUND = "came round again"
    OPEN = "still to be put right"
    CHANGED = "the check has changed since"
    LAPSED = "the agreed exception ended"
    TRIP = "a school trip"
    JOINED = "joining the school"
    NEW_PHONE = "a new phone"
    TERM = "before the holidays"


@dataclass(frozen=True, slots=True)
class CheckStatus:
    """A check with its latest answer, its due day (none: nothing is asked at present) and the reason.

    Where the due day was moved into term, `by_rule` is the day the cadence itself gives.
    """

    check: Check
    answer: Answer | None
    due: date | None
    reason: Reason
    occasion: str = ""
    by_rule: date | None = None

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


def build_check_status(
    checklist: Checklist, check: Check, answer: Answer | None, today: date, occasions: PersonalCalendar
) -> CheckStatus:
    """Apply the clock rules to one check."""
    cadence = _cadence(checklist, check, occasions)
    if cadence.trigger is Trigger.EVENT:
        return CheckStatus(check, answer, None, Reason.NEW)
    if cadence.trigger in (Trigger.BEFORE_TRIP, Trigger.AFTER_TRIP):
        return _around_trip(check, answer, cadence.trigger, today, occasions)
    if answer is None:
        return _unanswered(check, cadence, today, occasions)
    if checklist.kind is Kind.DEVICE and occasions.new_phone and answer.on < occasions.new_phone <= today:
        return CheckStatus(check, answer, occasions.new_phone, Reason.NEW_PHONE)
    found = _within_term(_answered(checklist, check, answer, cadence, today), occasions)
    return _brought_forward(found, today, occasions)


def _cadence(checklist: Checklist, check: Check, occasions: PersonalCalendar) -> Cadence:
    """Give the cadence with the person's own `every` in the place of the checklist's."""
    cadence = checklist.cadence_of(check)
    if cadence.trigger is not Trigger.EVERY or check.cadence is not None:
        return cadence
    own = occasions.every.get(checklist.id) or occasions.every.get(DEFAULT)
    return own if own and (checklist.id in occasions.every or "cadence" not in checklist.model_fields_set) else cadence


def _unanswered(check: Check, cadence: Cadence, today: date, occasions: PersonalCalendar) -> CheckStatus:
    if cadence.trigger is not Trigger.JOINING:
        return CheckStatus(check, None, today, Reason.NEW)
    if occasions.joined is None or not occasions.new(today):
        return CheckStatus(check, None, None, Reason.JOINED)
    return CheckStatus(check, None, add_period(occasions.joined, cadence.count, cadence.unit), Reason.JOINED)


def _answered(checklist: Checklist, check: Check, answer: Answer, cadence: Cadence, today: date) -> CheckStatus:
    if not answer.result.done:
        return CheckStatus(check, answer, answer.on, Reason.OPEN)
    if answer.result is Result.WAIVED:
        due, reason = answer.until, Reason.LAPSED
    elif cadence.trigger is Trigger.EVERY:
        due, reason = add_period(answer.on, cadence.count, cadence.unit), Reason.ROUND
    else:
        due, reason = None, Reason.ROUND
    if answer.fingerprint != checklist.fingerprint(check) and (due is None or due > today):
        due, reason = today, Reason.CHANGED
    return CheckStatus(check, answer, due, reason)


def _around_trip(
    check: Check, answer: Answer | None, trigger: Trigger, today: date, occasions: PersonalCalendar
) -> CheckStatus:
    span = occasions.before(today) if trigger is Trigger.BEFORE_TRIP else occasions.ended(today)
    if span is None:
        return CheckStatus(check, answer, None, Reason.TRIP)
    if trigger is Trigger.BEFORE_TRIP:
        due, asked_from = span.first - DAY, span.first - DAY - ASKED_BEFORE
    else:
        due, asked_from = span.last + DAY, span.last
    if answer is None or answer.on < asked_from:
        return CheckStatus(check, answer, due, Reason.TRIP, span.name)
    if not answer.result.done:
        return CheckStatus(check, answer, answer.on, Reason.OPEN, span.name)
    return CheckStatus(check, answer, None, Reason.TRIP, span.name)


def _within_term(found: CheckStatus, occasions: PersonalCalendar) -> CheckStatus:
    """Move a day in the holidays into the last week of term, unless the answer is from that week or later."""
    if found.due is None or found.answer is None or found.reason is not Reason.ROUND:
        return found
    due = occasions.in_term(found.due)
    if due >= found.due or due <= found.answer.on:
        return found
    return CheckStatus(found.check, found.answer, due, Reason.TERM, by_rule=found.due)


def _brought_forward(found: CheckStatus, today: date, occasions: PersonalCalendar) -> CheckStatus:
    """Bring a location check forward to the day before a trip that is near."""
    span = occasions.before(today)
    if span is None or found.check.area is not Area.LOCATION or found.answer is None:
        return found
    due = span.first - DAY
    if found.answer.on >= due - ASKED_BEFORE or (found.due is not None and found.due <= due):
        return found
    return CheckStatus(found.check, found.answer, due, Reason.TRIP, span.name)
