"""What there is in a folder that somebody names as the school's, looked at before it is taken."""

from pathlib import Path
from typing import NamedTuple

from audit_tui.errors import Away, Unreadable
from audit_tui.files.in_time import in_time
from audit_tui.files.read import exists, list_names
from audit_tui.library.families import FAMILIES
from audit_tui.library.loader import POLICIES, read_library
from audit_tui.library.school import SCHOOL
from audit_tui.school.lists import EMPTY, NO_ANSWER, NOT_THERE, READ, look_for
from audit_tui.school.typed import whole_folder

TOML = ".toml"
NAME_IT = "copy its path from your file manager, and mind that it is the folder itself"
CHECK_IT = "audit-tui checklists check, with this folder, says why"
NOTHING = "there are no checklists and no policies in this folder"


class Found(NamedTuple):
    """A school's folder: how many checklists and policies it has, its own rules or none, and how many files fail."""

    folder: Path
    checklists: int
    policies: int
    has_rules: bool
    unusable: int


def look_into(typed: str, builtin: Path) -> Found:
    """Look for the folder that was typed, and into it. Raises Unreadable where there is nothing of use."""
    try:
        folder = whole_folder(typed)
    except ValueError as error:
        raise Unreadable(str(error)) from error
    try:
        names = look_for(folder)
        found = in_time(READ, lambda: _look_into(folder, names, builtin))
    except TimeoutError as error:
        raise Unreadable(NO_ANSWER, path=folder, remedy="try again once your file manager opens it") from error
    except Away as problem:
        raise _refused(folder, problem) from problem
    if found.checklists + found.policies + found.has_rules <= found.unusable:
        remedy = CHECK_IT if found.unusable and folder.name != POLICIES else _remedy(folder)
        raise Unreadable(NOTHING if not found.unusable else f"{NOTHING} that can be used", path=folder, remedy=remedy)
    return found


def _refused(folder: Path, problem: Away) -> Unreadable:
    """Say of a folder that somebody just typed what is wrong with it, which is another matter than one gone away."""
    if problem.what == NOT_THERE:
        what = "this is a file and no folder" if exists(folder) else "there is no such folder"
        return Unreadable(what, path=folder, remedy=NAME_IT)
    return Unreadable(NOTHING if problem.what == EMPTY else problem.what, path=folder, remedy=_remedy(folder))


def _remedy(folder: Path) -> str:
    return f"name the folder that it is in, {folder.parent}" if folder.name == POLICIES else NAME_IT


def _look_into(folder: Path, names: list[str], builtin: Path) -> Found:
    checklists = [name for name in names if name.endswith(TOML) and name not in (FAMILIES, SCHOOL)]
    policies = [name for name in list_names(folder / POLICIES) if name.endswith(TOML)] if POLICIES in names else []
    problems = read_library([builtin, folder]).problems
    bad = {problem.path for problem in problems if problem.path and folder in problem.path.parents}
    return Found(folder, len(checklists), len(policies), SCHOOL in names, len(bad))
