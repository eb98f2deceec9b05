"""The schools of a lead's list held against the folders there are: a name that fits none is told, not passed over."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from audit_tui.errors import Unreadable, UsageError, UserError
from audit_tui.team.near import as_seen
from audit_tui.team.roll import Entry
from audit_tui.text import shortened

SHOWN, NEAR = 40, 0.6
REMEDY = "write the school in the list as its folder is called, or make the folder"


def fit_schools(
    entries: Iterable[Entry], schools: Iterable[str], path: Path
) -> tuple[tuple[Entry, ...], list[UserError]]:
    """Give the list with each school as its folder is called, and what is to be said of the others. Raises UsageError.

    Schools count only where the folder has some; names that differ in case and spaces alone are the same.
    """
    entries, schools = tuple(entries), tuple(schools)
    if not any(schools):
        return tuple(dict.fromkeys(one._replace(school="") for one in entries)), []
    if not all(one.school for one in entries):
        _refuse(path)
    folders: dict[str, list[str]] = defaultdict(list)
    for school in schools:
        folders[_key(school)].append(school)
    found = {one.school: _folder(one.school, folders) for one in entries}
    strange = [school for school, folder in found.items() if folder is None]
    fitted = (one._replace(school=found[one.school] or one.school) for one in entries)
    return tuple(dict.fromkeys(fitted)), [_no_folder(school, schools, path) for school in strange]


def _refuse(path: Path) -> None:
    raise UsageError(
        "this folder has schools in it, and the list does not say who belongs to which", path=path,
        remedy="make it a CSV file with a second column, school, in which each folder's name stands",
    )  # fmt: skip


def _folder(school: str, folders: dict[str, list[str]]) -> str | None:
    same = folders.get(_key(school), [])
    return school if school in same else same[0] if len(same) == 1 else None


def _no_folder(school: str, schools: tuple[str, ...], path: Path) -> UserError:
    keys = {_key(one): one for one in schools}
    near = [keys[key] for key in get_close_matches(_key(school), keys, n=1, cutoff=NEAR)]
    nearest = f"; the nearest is “{shortened(near[0], SHOWN)}”" if near else ""
    what = f"there is no folder of the school “{shortened(school, SHOWN)}”, so nobody of it handed in{nearest}"
    return Unreadable(what, path=path, remedy=REMEDY)


def _key(school: str) -> str:
    return as_seen(school).casefold()
