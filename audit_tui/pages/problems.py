"""The files that could not be used, as blocks of a page."""

from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Heading, Points


def problem_blocks(problems: tuple[UserError, ...], *, handed_on: bool = False) -> tuple[Block, ...]:
    """Set out the files that could not be used; nothing where there are none.

    A page that is handed on names the files alone: where they are kept tells more of a person than they know.
    """
    if not problems:
        return ()
    told = tuple(problem.told(in_full=not handed_on) for problem in problems)
    return Heading("Files that could not be used"), Points(told)
