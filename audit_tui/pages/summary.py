"""The summary: what was done, what is open, and what could not be found."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from audit_tui import phrases
from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Points, Table
from audit_tui.pages.problems import problem_blocks
from audit_tui.record import Result
from audit_tui.schedule.board import Board, ChecklistStatus, State
from audit_tui.schedule.due import CheckStatus
from audit_tui.team.make import is_up_to_date, told_lists
from audit_tui.text import format_date

SELF_REPORTED = (
    "Self-reported: it shows what one person said they looked at and when. "
    "It does not show the settings themselves, and nobody else has checked them."
)
COLUMNS = ("Checklist", "State", "Checks", "Last done", "Next due")
ENDED = "Exceptions that have ended"


def summary_page(board: Board, problems: tuple[UserError, ...] = (), *, short: bool = False) -> Page:
    """Set out what was done, what is open and what could not be found, every count with its denominator.

    The short one leaves out the lists of single checks.
    """
    tables = (
        _table(board, "Do now", lambda status: bool(status.due_now)),
        _table(board, "Later", lambda status: status.state in (State.COMING, State.SOON)),
        _table(board, "All right", lambda status: status.state is State.UP_TO_DATE),
    )
    return Page(
        f"Summary of privacy checks on {format_date(board.today)}",
        (
            Facts(_counts(board)),
            *(table for table in tables if table.rows),
            *(() if short else _actions(board)),
            Para(SELF_REPORTED),
            *problem_blocks(problems, handed_on=True),
        ),
    )


def _counts(board: Board) -> tuple[tuple[str, str], ...]:
    told = told_lists(board)
    answered = [check for status in board.lists for check in status.checks if check.answer]
    results = Counter(check.answer.result for check in answered if check.answer and not _has_ended(check, board.today))
    done, most = board.high
    review = phrases.round_line(board).partition(": ")[2]
    pairs = [
        ("Most important checks done", f"{done} of {most}"),
        ("Checks done", f"{board.done} of {board.asked}"),
        ("Checklists up to date", f"{sum(map(is_up_to_date, told))} of {len(told)}"),
        *((f"Last answer: {phrases.ANSWERED[result]}", f"{results[result]} of {board.asked}") for result in Result),
        (ENDED, f"{sum(_has_ended(check, board.today) for check in answered)} of {board.asked}"),
        ("Not answered yet", f"{board.asked - len(answered)} of {board.asked}"),
    ]
    return (("Three-monthly review", review), *pairs) if review else tuple(pairs)


def _table(board: Board, caption: str, belongs: Callable[[ChecklistStatus], bool]) -> Table:
    rows = tuple(
        (status.checklist.title, phrases.state(status), phrases.progress(status), _last(status), _day_of(status))
        for status in board.lists
        if belongs(status)
    )
    return Table(caption, COLUMNS, rows)


def _actions(board: Board) -> tuple[Block, ...]:
    """List single checks by their questions: what to put right, what was not found, which exceptions run."""
    blocks: list[Block] = []
    for result, heading in (
        (Result.FAIL, "Still to put right"),
        (Result.UNKNOWN, "Could not be found: tell whoever looks after the checklists"),
        (Result.WAIVED, "Exceptions agreed"),
    ):
        told = tuple(
            f"{status.checklist.title}: {check.check.ask} ({phrases.answered(check.answer)})"
            for status in board.lists
            for check in status.checks
            if check.answer and check.answer.result is result and not _has_ended(check, board.today)
        )
        if told:
            blocks += [Heading(heading), Points(told)]
    return tuple(blocks)


def _has_ended(status: CheckStatus, today: date) -> bool:
    """Tell whether the last answer was an exception that has run out."""
    until = status.answer.until if status.answer and status.answer.result is Result.WAIVED else None
    return until is not None and until <= today


def _last(status: ChecklistStatus) -> str:
    return format_date(status.last_done) if status.last_done else "not yet"


def _day_of(status: ChecklistStatus) -> str:
    if status.next_due is None:
        return "-"
    return "now" if status.next_due <= status.today else phrases.next_due(status)
