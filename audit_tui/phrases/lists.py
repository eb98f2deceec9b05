"""The words for one checklist: how it stands, what is done, and when it is next due."""

from collections.abc import Callable

from audit_tui.schedule.board import ChecklistStatus, State
from audit_tui.text import count, format_date


def state(status: ChecklistStatus) -> str:
    """Say how a checklist stands: overdue 32 days, 3 of 12 looked at, up to date until 21 February 2027."""
    return SAID[status.state](status)


def _under_way(status: ChecklistStatus) -> str:
    if status.incident is None:
        return ""
    entries = count(status.incident.entries, "entry", "entries")
    log = f", {entries}" if status.incident.entries else ""
    return f"under way since {format_date(status.incident.since)}{log}, {status.done} of {status.asked} done"


def _due(status: ChecklistStatus) -> str:
    if status.changed:
        return f"{count(len(status.changed), 'check')} changed"
    day = status.next_due
    return f"due since {format_date(day)}" if day and day < status.today else "due today"


def _due_in(status: ChecklistStatus) -> str:
    days = (status.next_due - status.today).days if status.next_due else 0
    return "due tomorrow" if days == 1 else f"due in {count(days, 'day')}"


def _coming(status: ChecklistStatus) -> str:
    """Say how much was looked at where the rest falls due later, and when: that is not yet up to date."""
    first = format_date(min(check.due for check in status.later if check.due))
    if not status.answered:
        return f"first due {first}"
    return f"{status.answered} of {status.asked} looked at, more due {first}"


def _until(status: ChecklistStatus) -> str:
    return f"up to date until {format_date(status.next_due)}" if status.next_due else "done"


SAID: dict[State, Callable[[ChecklistStatus], str]] = {
    State.UNDER_WAY: _under_way,
    State.OVERDUE: lambda status: f"overdue {count(status.overdue_days, 'day')}",
    State.STARTED: lambda status: f"{status.answered} of {status.asked} looked at",
    State.DUE: _due,
    State.OPEN: lambda status: f"{len(status.open_actions)} to put right",
    State.NEW: lambda _: "not started",
    State.SOON: _due_in,
    State.COMING: _coming,
    State.UP_TO_DATE: _until,
    State.RESTING: lambda _: "for when it is needed",
}


def next_due(status: ChecklistStatus) -> str:
    """Say when it is next due; where term time moved the day, say the rule's own beside it."""
    if status.next_due is None:
        return ""
    moved = f", before the holidays (by the rule {format_date(status.by_rule)})" if status.by_rule else ""
    return f"{format_date(status.next_due)}{moved}"


def progress(status: ChecklistStatus) -> str:
    """Say how many checks are done, of how many that count."""
    return f"{status.done} of {status.asked} done" if status.asked else "nothing asked now"
