"""The words for results, states and days, the same on every screen and page."""

from collections.abc import Iterator
from datetime import date

from pydantic import ValidationError

from audit_tui.cadence import Unit
from audit_tui.checklist import Area, Check, Checklist, Confidence, Device
from audit_tui.record import Answer, Result
from audit_tui.schedule.board import Board, ChecklistStatus, State
from audit_tui.schedule.dates import add_period
from audit_tui.schedule.due import CheckStatus, Reason
from audit_tui.sitting.sitting import Sitting
from audit_tui.text import count, format_date

RESULTS = {
    Result.PASS: "Already right",
    Result.FIXED: "I changed it",
    Result.FAIL: "Not right yet",
    Result.UNKNOWN: "I could not find it, or am not sure",
    Result.NOTAPPLICABLE: "Does not apply to me",
    Result.WAIVED: "Exception agreed with the school",
}
ANSWERED = {
    Result.PASS: "already right",
    Result.FIXED: "changed to be right",
    Result.FAIL: "not right yet",
    Result.UNKNOWN: "could not find it, or not sure",
    Result.NOTAPPLICABLE: "does not apply",
    Result.WAIVED: "exception agreed",
}
DEVICES = {
    Device.WEB: "In a web browser",
    Device.IPHONE: "On an iPhone",
    Device.ANDROID: "On an Android phone",
    Device.ANY: "Wherever you are",
}
TOLD_OTHERWISE = {
    Area.PHOTOS_TAGS: "Photos and tags",
    Area.APPS_SESSIONS: "Apps and sessions",
    Area.SIGN_IN: "Signing in",
    Area.DISCOVERY: "Being found",
}
AREAS = {area: TOLD_OTHERWISE.get(area, area.value.replace("-", " ").capitalize()) for area in Area}
STALE_MONTHS = 6


def state(row: ChecklistStatus) -> str:
    """Say how a checklist stands: overdue 12 days, 3 of 12 answered, up to date until 21 February 2027."""
    match row.state:
        case State.OVERDUE:
            return f"overdue {count(row.overdue_days, 'day')}"
        case State.STARTED if row.drafted:
            return f"{len(row.drafted)} of {len(row.items)} answered, not finished"
        case State.STARTED:
            return f"{row.answered} of {row.asked} answered"
        case State.DUE:
            return f"{count(len(row.changed), 'check')} changed" if row.changed else "due today"
        case State.OPEN:
            return f"{len(row.open_actions)} to put right"
        case State.NEW:
            return "not started"
        case State.SOON:
            return f"due in {count(_days(row), 'day')}"
        case State.UP_TO_DATE:
            return f"up to date until {format_date(row.next_due)}" if row.next_due else "done"
        case State.RESTING:
            return "for when it is needed"


def _days(row: ChecklistStatus) -> int:
    return (row.next_due - row.today).days if row.next_due else 0


def headline(board: Board) -> str:
    """Say in one line what to do now."""
    if not board.due:
        coming = min((row.next_due for row in board.rows if row.next_due), default=None)
        return f"Nothing is due. Next: {format_date(coming)}." if coming else "Nothing is due."
    row = board.rows[0]
    what = "Go on with" if row.drafted else "Start with"
    left = [item.check for item in row.due_now or row.items if item.check.id not in row.drafted]
    minutes = max(1, sum(check.minutes for check in left))
    others = len(board.due) - 1
    more = f" Then {count(others, 'more checklist')}." if others else ""
    return f"{what} {row.checklist.title}: {state(row)}, about {count(minutes, 'minute')}.{more}"


def next_due(row: ChecklistStatus) -> str:
    """Say when it is next due; where term time moved the day, say the rule's own beside it."""
    if row.next_due is None:
        return ""
    moved = f", before the holidays (by the rule {format_date(row.by_rule)})" if row.by_rule else ""
    return f"{format_date(row.next_due)}{moved}"


def progress(row: ChecklistStatus) -> str:
    """Say how many checks are done, of how many that count."""
    return f"{row.done} of {row.asked} done" if row.asked else "nothing asked now"


def why_due(item: CheckStatus) -> str:
    """Say why a check is due, if it is more than its turn."""
    if item.reason is Reason.TRIP and item.occasion:
        return f"for the trip: {item.occasion}"
    return "" if item.reason in (Reason.NEW, Reason.ROUND) else str(item.reason)


def answered(answer: Answer) -> str:
    """Say what was answered and when: already right, 2 March 2026."""
    until = f" until {format_date(answer.until)}" if answer.until else ""
    by = f", by {answer.agreed_by}" if answer.agreed_by else ""
    return f"{ANSWERED[answer.result]}{until}{by}, {format_date(answer.on)}"


def compared(checklist: Checklist, today: date) -> str:
    """Say what the steps of a checklist were compared with, and when."""
    day_of = format_date(checklist.steps_verified)
    told = f"Steps compared with published guides up to {day_of}, not tried on a live account."
    if checklist.verified_against == "live":
        told = f"Steps tried on a live account on {day_of}."
    return f"{told} They are over six months old." if is_stale(checklist, today) else told


def doubts(check: Check) -> str:
    """Say of one check that its steps may not be as written, where the sources are weak."""
    return "Labels may differ." if check.steps.devices and check.confidence is Confidence.LOW else ""


def honesty(checklist: Checklist, check: Check, today: date) -> str:
    """Say both of one check; nothing where there are no steps to doubt."""
    return f"{compared(checklist, today)} {doubts(check)}".strip() if check.steps.devices else ""


def is_stale(checklist: Checklist, today: date) -> bool:
    """Tell whether the steps were last compared over six months ago."""
    return add_period(checklist.steps_verified, STALE_MONTHS, Unit.MONTH) < today


def path(labels: tuple[str, ...]) -> str:
    """Write menu labels as a path."""
    return " › ".join(labels)


def fault(error: ValueError) -> str:
    """Say what was wrong with an answer that could not be taken, without the model's own words around it."""
    if isinstance(error, ValidationError):
        return error.errors(include_url=False, include_context=False)[0]["msg"].removeprefix("Value error, ")
    return str(error)


def sitting_title(sitting: Sitting, position: int) -> str:
    """Say where one is in a sitting: Facebook · check 3 of 8 · about 6 minutes left."""
    asked = sitting.asked[position]
    left = sum(sitting.asked[n].minutes for n in sitting.left)
    told = f"{minutes(left)} left" if left else "nothing left"
    return f"{asked.checklist.title} · check {position + 1} of {len(sitting.asked)} · {told}"


def sitting_list(sitting: Sitting) -> Iterator[str]:
    """List the checks of a sitting with the answers given so far."""
    for number, asked in enumerate(sitting.asked, start=1):
        given = sitting.given(number - 1)
        told = ANSWERED[given.result] if given else "not looked at yet"
        yield f"{number}. {asked.checklist.title}: {asked.status.check.ask} {told.capitalize()}."
