"""What a sitting with one whole checklist asks: pacing limits what is offered, never what a person chooses to do."""

from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.due import CheckStatus
from audit_tui.schedule.minutes import estimate, same_page
from audit_tui.schedule.plan import PlannedCheck


def plan_checklist(board: Board, status: ChecklistStatus) -> tuple[PlannedCheck, ...]:
    """Give the checks of one list that were never answered, are due or may be done early; all, where none is.

    What was answered before stands in the list's own order; what never was goes by severity.
    """
    planned: list[PlannedCheck] = []
    for check in sorted(board.chosen(status) or status.checks, key=_rank):
        before = planned[-1].status.check if planned else None
        device = check.check.steps.preferred(board.phone)
        minutes = estimate(check.check, device, before=before, seen=check.answer is not None, pace=board.pace)
        near = (
            before is not None
            and before.steps.preferred(board.phone) is device
            and same_page(check.check, before, device)
        )
        planned.append(PlannedCheck(status.checklist, check, minutes, same_page=near))
    return tuple(planned)


def _rank(status: CheckStatus) -> int:
    return 0 if status.answer else status.check.severity.rank
