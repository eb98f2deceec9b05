"""The reports on how one person stands: what is due, and the summary."""

from collections import Counter

from audit_tui import phrases
from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Points, Table
from audit_tui.record import Result
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.text import count, format_date

SELF_REPORTED = (
    "Self-reported: it shows what one person said they looked at and when. "
    "It does not show the settings themselves, and nobody else has checked them."
)


def due_page(board: Board, problems: tuple[UserError, ...] = ()) -> Page:
    """Set out the board: what to do now, then every checklist, the most urgent first."""
    rows = tuple(
        (row.checklist.title, phrases.state(row), f"{row.done} of {row.asked}" if row.asked else "-")
        for row in board.rows
    )
    blocks: list[Block] = [Para(phrases.headline(board))]
    if rows:
        caption = f"{len(board.due)} of {count(len(rows), 'checklist')} with something due"
        blocks.append(Table(caption, ("Checklist", "State", "Done"), rows))
    return Page(f"Privacy checks on {format_date(board.today)}", (*blocks, *problem_blocks(problems)))


def summary_page(board: Board, problems: tuple[UserError, ...] = (), *, short: bool = False) -> Page:
    """Set out what was done, what is open and what could not be found, every count with its denominator.

    The short one leaves out the lists of single checks.
    """
    counted = [row for row in board.rows if row.asked]
    results = Counter(item.answer.result for row in counted for item in row.items if item.answer)
    asked = sum(row.asked for row in counted)
    up_to_date = sum(not row.due_now for row in counted)
    pairs = [
        ("Checklists up to date", f"{up_to_date} of {len(counted)}"),
        ("Checks done", f"{sum(row.done for row in counted)} of {asked}"),
        *((f"Last answer: {phrases.ANSWERED[result]}", f"{results[result]} of {asked}") for result in Result),
        ("Not answered yet", f"{asked - sum(results.values())} of {asked}"),
    ]
    rows = tuple(
        (row.checklist.title, phrases.state(row), phrases.progress(row), _last(row), _day_of(row)) for row in board.rows
    )
    table = Table("Each checklist", ("Checklist", "State", "Checks", "Last done", "Next due"), rows)
    return Page(
        f"Summary of privacy checks on {format_date(board.today)}",
        (
            Facts(tuple(pairs)),
            table,
            *(() if short else _actions(board)),
            Para(SELF_REPORTED),
            *problem_blocks(problems),
        ),
    )


def problem_blocks(problems: tuple[UserError, ...]) -> tuple[Block, ...]:
    """Set out the files that could not be used; nothing where there are none."""
    if not problems:
        return ()
    return Heading("Files that could not be used"), Points(tuple(str(problem) for problem in problems))


def _actions(board: Board) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for result, heading in (
        (Result.FAIL, "Still to put right"),
        (Result.UNKNOWN, "Could not be found: tell whoever looks after the checklists"),
        (Result.WAIVED, "Exceptions agreed"),
    ):
        told = tuple(
            f"{row.checklist.title}: {item.check.expect} ({phrases.answered(item.answer)})"
            for row in board.rows
            for item in row.items
            if item.answer and item.answer.result is result
        )
        if told:
            blocks += [Heading(heading), Points(told)]
    return tuple(blocks)


def _last(row: ChecklistStatus) -> str:
    return format_date(row.last_done) if row.last_done else "not yet"


def _day_of(row: ChecklistStatus) -> str:
    if row.next_due is None:
        return "-"
    return "now" if row.next_due == row.today else phrases.next_due(row)
