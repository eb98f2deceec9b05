"""What the board shows: the lines above its list, one row for now, and one for each checklist."""

from collections.abc import Sequence

from audit_tui import phrases
from audit_tui.errors import Away, PartLost, UsageError, UserError
from audit_tui.schedule.board import Board, ChecklistStatus, State
from audit_tui.schedule.plan import Plan
from audit_tui.text import count, format_date
from audit_tui.tui.widgets.row_list import ListRow

URGENT = (State.UNDER_WAY, State.OVERDUE, State.DUE, State.OPEN)
NOW = ""
NOW_DETAIL = "The few that matter most first. Stop at any moment: what you answered counts."


def headline(board: Board, now: Plan, problems: Sequence[UserError]) -> str:
    """Say what to do now, and under it that something could not be used."""
    return "\n".join([phrases.planned_headline(board, now), *([f"{_unused(problems)}: press f."] if problems else [])])


def standing(board: Board) -> str:
    """Say how the round and the whole stand."""
    return " · ".join(filter(None, (phrases.round_line(board), phrases.progress_line(board))))


def _unused(problems: Sequence[UserError]) -> str:
    """Tell files that could not be read from single keys that do nothing."""
    settings = sum(isinstance(problem, UsageError) for problem in problems)
    parts = sum(isinstance(problem, PartLost) for problem in problems)
    files = len({problem.path for problem in problems if not isinstance(problem, UsageError | Away | PartLost)})
    told = ["the school's folder cannot be reached"] if any(isinstance(problem, Away) for problem in problems) else []
    told += [f"{count(files, 'file')} could not be read"] if files else []
    told += [f"{count(settings, 'setting')} could not be used"] if settings else []
    told += ["some of your settings may be lost"] if parts else []
    words = ", ".join(told)
    return words[:1].upper() + words[1:]


def board_rows(board: Board, now: Plan) -> tuple[ListRow, ...]:
    """Give the rows of a board, what to do now at the top."""
    return (*_now(now), *map(_line, board.lists))


def _now(chosen: Plan) -> tuple[ListRow, ...]:
    if not chosen.checks:
        return ()
    minutes = sum(each.minutes for each in chosen.checks)
    return (ListRow(NOW, "Ten minutes now", phrases.about(minutes), count(len(chosen.checks), "check")),)


def _line(status: ChecklistStatus) -> ListRow:
    done = f"{status.done} of {status.asked}" if status.asked else ""
    return ListRow(status.checklist.id, status.checklist.title, phrases.state(status), done, status.state in URGENT)


def detail(board: Board, status: ChecklistStatus | None) -> str:
    """Say more on one checklist: what it covers, how far it is, and when it comes round; or on the row for now."""
    if status is None:
        coming = phrases.coming_line(board)
        return f"{NOW_DETAIL} {coming}." if coming else NOW_DETAIL
    last = f"Last answered {format_date(status.last_done)}." if status.last_done else ""
    due = f"Next due {phrases.next_due(status)}." if status.next_due and not status.due_now else ""
    return " ".join(
        part for part in (status.checklist.about or "", f"{phrases.progress(status).capitalize()}.", last, due) if part
    )
