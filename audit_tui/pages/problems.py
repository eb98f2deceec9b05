"""The files that could not be used, as blocks of a page."""

from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Heading, Points


def problem_blocks(problems: tuple[UserError, ...]) -> tuple[Block, ...]:
    """Set out the files that could not be used; nothing where there are none."""
    if not problems:
        return ()
    return Heading("Files that could not be used"), Points(tuple(str(problem) for problem in problems))
