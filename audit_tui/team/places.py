"""Where statements lie: in one folder or in one for each school; what lies elsewhere is told, and not counted."""

import os
from itertools import islice
from pathlib import Path

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.read import MOST, is_folder, list_names
from audit_tui.text import count, escape_controls

FEWER = "sum up fewer schools at once"
MOST_DEEPER = 1_000
Place = tuple[str, str]


def list_files(folder: Path, problems: list[UserError]) -> tuple[list[Place], tuple[str, ...]]:
    """List each statement with its school, and the schools, where there are some. Raises Unreadable.

    Links to folders are not followed; they, names that do not end in .toml and what lies too deep become problems.
    """
    inside = list_names(folder)
    files = [("", path) for path in _statements(folder, inside)]
    problems += _misnamed(folder, inside)
    schools = []
    for name in (name for name in inside if not _is_statement(name)):
        try:
            if _is_school(folder / name):
                schools.append(escape_controls(name))
                files += _school_files(folder / name, problems)
        except UserError as problem:
            problems.append(problem)
        if len(files) > MOST:
            raise Unreadable(f"this folder holds over {MOST:,} statements", path=folder, remedy=FEWER)
    is_trust = not files or any(school for school, _ in files)
    return files, tuple(schools) if is_trust else ()


def _is_school(place: Path) -> bool:
    """Tell whether there is a folder that may be a school's. Raises Unreadable where it is a link."""
    if place.name.startswith(".") or not is_folder(place):
        return False
    if place.is_symlink():
        what = "this is a link to a folder and was not followed, so nobody in it is counted"
        raise Unreadable(what, path=place, remedy="put the folder itself here")
    return True


def _school_files(school: Path, problems: list[UserError]) -> list[Place]:
    """List the files of one school, whose name is only text wherever it is shown."""
    inside = list_names(school)
    problems += [*_misnamed(school, inside), *_too_deep(school, inside)]
    shown = escape_controls(school.name)
    return [(shown, path) for path in _statements(school, inside)]


def _misnamed(folder: Path, names: list[str]) -> list[UserError]:
    """Tell of what has the name of a statement but for its end, in a line for the folder."""
    found = [name for name in names if _is_misnamed(name) and not is_folder(folder / name)]
    if not found:
        return []
    others = f" (and {count(len(found) - 1, 'other')} here)" if len(found) > 1 else ""
    what = f"this does not end in .toml, so it was not counted{others}"
    return [Unreadable(what, path=folder / found[0], remedy="if it is a statement, name it again to end in .toml")]


def _too_deep(school: Path, names: list[str]) -> list[UserError]:
    """Tell of each folder in a school's folder that has statements in it, however deep, or is a link."""
    problems: list[UserError] = []
    for name in names:
        place = school / name
        if name.startswith(".") or _is_statement(name) or not is_folder(place):
            continue
        try:
            if _is_school(place) and _has_statements(place):
                what = "statements lie in this folder, one too deep, and were not counted"
                problems.append(Unreadable(what, path=place, remedy="move them into the school's folder"))
        except UserError as problem:
            problems.append(problem)
    return problems


def _has_statements(folder: Path) -> bool:
    return any(
        _is_statement(name) or _is_misnamed(name)
        for _, _, names in islice(os.walk(folder), MOST_DEEPER)
        for name in names
    )


def is_named_as_statement(name: str) -> bool:
    """Tell whether a name is that of a statement, though its end may be another."""
    return _is_statement(name) or _is_misnamed(name)


def _statements(folder: Path, names: list[str]) -> list[str]:
    """Give the paths as plain texts, for there may be thousands."""
    return [os.path.join(folder, name) for name in names if _is_statement(name)]  # noqa: PTH118 - as it says


def _is_statement(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith(".")


def _is_misnamed(name: str) -> bool:
    plain = name.casefold()
    return not name.startswith(".") and not _is_statement(name) and (plain.endswith((".toml", ".toml.txt")))
