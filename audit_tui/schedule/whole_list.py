"""What a sitting with one whole checklist asks: pacing limits what is offered, never what a person chooses to do."""

from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.due import CheckStatus
from audit_tui.schedule.minutes import estimate, same_page
from audit_tui.schedule.plan import PlannedCheck


def plan_checklist(board: Board, status: ChecklistStatus) -> tuple[PlannedCheck, ...]:
    """Give the checks of one list that were never answered, are due or may be done early; all, where none is.

    They stand in the list's own order, the gravest first among those never answered.
    """
    wanted = [check for check in status.checks if _is_wanted(check, board)] or list(status.checks)
    planned: list[PlannedCheck] = []
    for check in sorted(wanted, key=lambda check: check.answer is None and check.check.severity.rank):
        before = planned[-1].status.check if planned else None
        device = check.check.steps.preferred(board.phone)
        minutes = estimate(check.check, device, before=before, seen=check.answer is not None, pace=board.pace)
        near = before is not None and same_page(check.check, before, device)
        planned.append(PlannedCheck(status.checklist, check, minutes, same_page=near))
    return tuple(planned)


def _is_wanted(check: CheckStatus, board: Board) -> bool:
    return check.answer is None or board.offers(check)
