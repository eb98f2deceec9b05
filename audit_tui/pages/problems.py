"""The files that could not be used, as blocks of a page."""

from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Heading, Points
from audit_tui.text import escape_controls


def problem_blocks(
    problems: tuple[UserError, ...], *, handed_on: bool = False, schools: tuple[str, ...] = ()
) -> tuple[Block, ...]:
    """Set out the files that could not be used; nothing where there are none.

    A page that is handed on names the files alone: where they are kept tells more of a person than they know.
    Of a file in a school's folder, the school is named before it.
    """
    if not problems:
        return ()
    told = tuple(f"{_school(problem, schools)}{problem.told(in_full=not handed_on)}" for problem in problems)
    return Heading("Files that could not be used"), Points(told)


def _school(problem: UserError, schools: tuple[str, ...]) -> str:
    name = escape_controls(problem.path.parent.name) if problem.path else ""
    return f"{name}: " if name in schools else ""
