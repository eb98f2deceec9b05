"""Files told without their names: 0.1.0 put a person's label into one, and some pages are to name nobody."""

from audit_tui.errors import UserError
from audit_tui.team.places import is_named_as_statement


def nameless(problems: tuple[UserError, ...]) -> tuple[UserError, ...]:
    """Give each problem of a statement's file with a number in the place of the file's name; others stay."""
    return tuple(_nameless(problem, number) for number, problem in enumerate(problems, start=1))


def _nameless(problem: UserError, number: int) -> UserError:
    if problem.path is None or not is_named_as_statement(problem.path.name):
        return problem
    path = problem.path.with_name(f"file {number}")
    return type(problem)(problem.what, remedy=problem.remedy, path=path, key=problem.key)
