"""What the board's list shows: one row for now, and one for each checklist."""

from audit_tui import phrases
from audit_tui.audit import TEN_MINUTES
from audit_tui.schedule.board import Board, ChecklistStatus, State
from audit_tui.schedule.plan import plan
from audit_tui.text import count, format_date
from audit_tui.tui.widgets.row_list import ListRow

URGENT = (State.UNDER_WAY, State.OVERDUE, State.DUE, State.OPEN)
NOW = ""


def board_rows(board: Board) -> tuple[ListRow, ...]:
    """Give the rows of a board, what to do now at the top."""
    return (*_now(board), *map(_line, board.lists))


def _now(board: Board) -> tuple[ListRow, ...]:
    chosen = plan(board, TEN_MINUTES)
    if not chosen.checks:
        return ()
    minutes = sum(each.minutes for each in chosen.checks)
    return (ListRow(NOW, "Ten minutes now", phrases.about(minutes), count(len(chosen.checks), "check")),)


def _line(status: ChecklistStatus) -> ListRow:
    done = f"{status.done} of {status.asked}" if status.asked else ""
    return ListRow(status.checklist.id, status.checklist.title, phrases.state(status), done, status.state in URGENT)


def detail(status: ChecklistStatus) -> str:
    """Say more on one checklist: what it covers, how far it is, and when it comes round."""
    last = f"Last answered {format_date(status.last_done)}." if status.last_done else ""
    due = f"Next due {phrases.next_due(status)}." if status.next_due and not status.due_now else ""
    return " ".join(
        part for part in (status.checklist.about or "", f"{phrases.progress(status).capitalize()}.", last, due) if part
    )
