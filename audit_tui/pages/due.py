"""What is due: the board in lines."""

from audit_tui import phrases
from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Page, Para, Table
from audit_tui.pages.problems import problem_blocks
from audit_tui.schedule.board import Board
from audit_tui.text import count, format_date, sentence


def due_page(board: Board, problems: tuple[UserError, ...] = ()) -> Page:
    """Set out the board: what to do now, then every checklist, the most urgent first."""
    rows = tuple(
        (status.checklist.title, phrases.state(status), f"{status.done} of {status.asked}" if status.asked else "-")
        for status in board.lists
    )
    words = (phrases.headline, phrases.round_line, phrases.progress_line, phrases.coming_line)
    blocks: list[Block] = [Para(sentence(line)) for say in words if (line := say(board))]
    if rows:
        caption = f"{len(board.due)} of {count(len(rows), 'checklist')} with something due"
        blocks.append(Table(caption, ("Checklist", "State", "Done"), rows))
    return Page(f"Privacy checks on {format_date(board.today)}", (*blocks, *problem_blocks(problems)))
