"""The words for one check: its answers, why it is due, and where to tap."""

from datetime import date

from audit_tui.checklist import Device
from audit_tui.record import Answer, Result
from audit_tui.schedule.due import CheckStatus, Reason
from audit_tui.text import format_date

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
    Device.SAMSUNG: "On a Samsung phone",
    Device.ANY: "The way",
}
REASONS = {
    Reason.OPEN: "still to be put right",
    Reason.CHANGED: "the check has changed since",
    Reason.LAPSED: "the agreed exception ended",
    Reason.TRIP: "a school trip",
    Reason.JOINED: "joining the school",
    Reason.NEW_PHONE: "a new phone",
    Reason.TERM: "before the holidays",
    Reason.INCIDENT: "what happened",
}


def why_due(status: CheckStatus, today: date) -> str:
    """Say why a check is due, if it is due and it is more than its turn."""
    if not status.is_due(today):
        return ""
    if status.reason is Reason.LAPSED and status.answer and status.answer.until == today:
        return "the agreed exception ends today"
    if status.reason is Reason.TRIP and status.occasion:
        return f"for the trip: {status.occasion}"
    return REASONS.get(status.reason, "")


def answered(answer: Answer) -> str:
    """Say what was answered and when: already right, 2 March 2026."""
    until = f" until {format_date(answer.until)}" if answer.until else ""
    by = f", by {' '.join(answer.agreed_by.split())}" if answer.agreed_by else ""
    return f"{ANSWERED[answer.result]}{until}{by}, {format_date(answer.on)}"


def path(labels: tuple[str, ...]) -> str:
    """Write menu labels as a path."""
    return " › ".join(labels)


def spoken_path(labels: tuple[str, ...]) -> str:
    """Write menu labels as one says them, without a sign that would be read aloud."""
    return ", then ".join(labels)
