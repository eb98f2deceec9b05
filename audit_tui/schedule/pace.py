"""The pace of the first round: by when a check should be answered that never was, by how much it matters."""

from datetime import date, timedelta

from audit_tui.cadence import Unit
from audit_tui.checklist import Severity
from audit_tui.schedule.dates import add_period
from audit_tui.schedule.occasions import PersonalCalendar

JOINER_HIGH = timedelta(weeks=2)
MEDIUM = timedelta(weeks=4)
LOW_MONTHS = 3


def first_due(severity: Severity, start: date, calendar: PersonalCalendar, today: date) -> date:
    """Give the day on which a check falls due for the first time: the gravest at once, the rest spread out.

    A new joiner has two weeks from joining for the gravest, and the term for the rest.
    """
    if calendar.joined is not None and calendar.new(today):
        return _joiner_due(severity, start, calendar.joined, calendar)
    match severity:
        case Severity.HIGH:
            return start
        case Severity.MEDIUM:
            return start + MEDIUM
        case Severity.LOW:
            return add_period(start, LOW_MONTHS, Unit.MONTH)


def _joiner_due(severity: Severity, start: date, joined: date, calendar: PersonalCalendar) -> date:
    begin = max(start, joined)
    end = calendar.term_end(begin) or add_period(begin, LOW_MONTHS, Unit.MONTH)
    match severity:
        case Severity.HIGH:
            return max(start, joined + JOINER_HIGH)
        case Severity.MEDIUM:
            return min(begin + MEDIUM, end)
        case Severity.LOW:
            return end
