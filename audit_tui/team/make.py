"""Making a statement: a board reduced to what is handed in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from audit_tui.cadence import Trigger, Unit
from audit_tui.checklist import Checklist
from audit_tui.errors import UsageError
from audit_tui.files.marks import Doubt
from audit_tui.files.model import refuse_controls
from audit_tui.record import Result
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.dates import LATE, add_period
from audit_tui.schedule.due import CheckStatus, Reason
from audit_tui.schedule.round import Round
from audit_tui.team.statement import LABEL, Induction, PlatformLine, Statement, Tail

INDUCTION = "induction"
UNTOLD = (Reason.OPEN, Reason.INCIDENT)


def read_label(text: str) -> str:
    """Give a label as it will stand in the statement. Raises UsageError where it is empty, too long or not plain."""
    try:
        return refuse_controls(LABEL.sure(text.strip()))
    except (Doubt, ValueError):
        remedy = f"write one line of at most {LABEL.most} letters; initials or a role will do"
        raise UsageError("this cannot be a label", remedy=remedy) from None


def make_statement(
    board: Board, statement_id: str, label: str, *, with_platforms: bool = False, unread: int = 0,
    issue: int = 0,
) -> Statement:  # fmt: skip
    """Reduce a board to what is handed in; the number is the person's own, the same each time. Raises UsageError."""
    rows = told_lists(board)
    checks = [check for row in rows for check in row.checks]
    overdue = [row for row in rows if row.overdue_days]
    due = [row for row in rows if _is_due(row) and not row.overdue_days]
    up_to_date = sum(map(is_up_to_date, rows))
    high_done, high_total = board.high
    return Statement(
        id=statement_id,
        label=read_label(label),
        made=board.today,
        issue=issue,
        induction=_induction(board.find(INDUCTION)),
        checklists=len(rows),
        up_to_date=up_to_date,
        due=len(due),
        overdue=len(overdue),
        later=len(rows) - up_to_date - len(due) - len(overdue),
        open_actions=sum(len(row.open_actions) for row in rows),
        exceptions=sum(_is_waived(check, board.today) for check in checks),
        high_done=high_done,
        high_total=high_total,
        done=board.done,
        asked=board.asked,
        unread=unread,
        oldest_answer=min((check.answer.on for check in checks if check.answer), default=None),
        next_due=_next_due(checks, board.today),
        overdue_from=_overdue_from(board),
        platforms=tuple(map(_platform, rows)) if with_platforms else (),
        end=Tail(checklists=len(rows)),
        **_round(board.round),
    )


def told_lists(board: Board) -> list[ChecklistStatus]:
    """Give the checklists that count, here and on the person's own summary."""
    return [row for row in board.lists if row.asked and _is_told(row.checklist)]


def is_up_to_date(row: ChecklistStatus) -> bool:
    """Tell whether all of a list was looked at and nothing of it is due; what is open is counted apart."""
    return not (_is_due(row) or row.overdue_days or row.later)


def _round(current: Round | None) -> dict[str, Any]:
    if current is None:
        return {}
    return {
        "round_opened": current.opened,
        "round_looked_at": current.looked_at,
        "round_total": current.total,
        "round_complete_on": current.complete_on,
        "next_round": current.next_from,
    }


def _is_told(checklist: Checklist) -> bool:
    """Tell whether a checklist counts: an induction has its own line, and what is for an incident stays private."""
    cadences = (checklist.cadence_of(check) for check in checklist.checks)
    return checklist.id != INDUCTION and any(cadence.trigger is not Trigger.EVENT for cadence in cadences)


def _is_due(row: ChecklistStatus) -> bool:
    """Tell whether something is to be looked at; what is open is counted apart, and an incident stays private."""
    return any(check.is_due(row.today) and check.reason not in UNTOLD for check in row.checks)


def _next_due(checks: Iterable[CheckStatus], today: date) -> date | None:
    """Give the first day after today on which something falls due that is not due yet."""
    return min((check.due for check in checks if check.due is not None and check.due > today), default=None)


def _overdue_from(board: Board) -> date | None:
    """Give the first day on which something is overdue by the board's own rule, if nothing is done."""
    rows = [row for row in board.lists if row.asked]
    if any(row.overdue_days for row in rows):
        return None
    days = [day for row in rows for check in row.checks if (day := _waits_from(check))]
    return add_period(min(days), LATE + 1, Unit.DAY) if days else None


def _waits_from(check: CheckStatus) -> date | None:
    """Give the day from which a check waits; one whose meaning changed is due at once, and waits from its own turn."""
    if check.reason in UNTOLD:
        return None
    if check.reason is not Reason.CHANGED or check.answer is None:
        return check.due
    if check.answer.result is Result.WAIVED:
        return check.answer.until
    cadence = check.cadence
    return add_period(check.answer.on, cadence.number, cadence.unit) if cadence.trigger is Trigger.EVERY else None


def _is_waived(check: CheckStatus, today: date) -> bool:
    return check.answer is not None and check.answer.result is Result.WAIVED and not check.is_due(today)


def _platform(row: ChecklistStatus) -> PlatformLine:
    next_due = _next_due(row.checks, row.today)
    return PlatformLine(title=row.checklist.title, up_to_date=is_up_to_date(row), next_due=next_due)


def _induction(row: ChecklistStatus | None) -> Induction:
    if row is None or not row.asked:
        return Induction.NONE
    if row.done == row.asked:
        return Induction.DONE
    return Induction.OVERDUE if row.overdue_days else Induction.UNDER_WAY
