"""The library as this school has it: its folder laid over the built-in lists, or those alone where it is away."""

from pathlib import Path
from typing import NamedTuple

from audit_tui.errors import Away, Unreadable, UserError
from audit_tui.files.in_time import in_time
from audit_tui.files.read import is_folder, list_names
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library
from audit_tui.library.packed import read_packed
from audit_tui.paths import Paths
from audit_tui.school.which import SchoolFolder, which_folder

ANSWER, READ = 5.0, 30.0
NOT_THERE = "the school's folder is not there just now"
NO_ANSWER = "the school's folder does not answer"
EMPTY = "the school's folder is empty just now"
MEANWHILE = (
    "until it is back, the built-in checklists are used alone and as often as they say themselves; "
    "your answers to the school's own stay kept"
)


class Lists(NamedTuple):
    """The library, the school's folder if there is one, and what stands in its way."""

    library: Library
    folder: SchoolFolder | None
    problem: UserError | None = None


def read_lists(paths: Paths, own: str | None) -> Lists:
    """Read the library; what is wrong with the school's folder, or with what names it, leaves the built-in lists."""
    folder = None
    try:
        folder = which_folder(paths, own)
        if folder:
            return Lists(_both(paths.builtin, folder.path), folder)
    except Unreadable as problem:
        return Lists(_builtin(paths.builtin), folder, problem)
    return Lists(_builtin(paths.builtin), None)


def _builtin(folder: Path) -> Library:
    packed = read_packed(folder)
    return packed.library() if packed else read_library([folder])


def _both(builtin: Path, school: Path) -> Library:
    """Read the school's lists over the built-in ones, waiting for no share that hangs. Raises Away."""
    look_for(school)
    try:
        return in_time(READ, lambda: read_library([builtin, school]))
    except TimeoutError as error:
        raise Away(NO_ANSWER, path=school, remedy=MEANWHILE) from error


def look_for(school: Path) -> list[str]:
    """Look once whether a school's folder is there, and give the names in it. Raises Away.

    An empty one is away as well: so does the place of a share look while the share is not connected.
    """
    try:
        names = in_time(ANSWER, lambda: list_names(school) if is_folder(school) else None)
    except TimeoutError as error:
        raise Away(NO_ANSWER, path=school, remedy=MEANWHILE) from error
    except Unreadable as problem:
        raise Away(problem.what, path=school, remedy=MEANWHILE) from problem
    if not names:
        raise Away(NOT_THERE if names is None else EMPTY, path=school, remedy=MEANWHILE)
    return names
