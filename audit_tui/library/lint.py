"""Checking files that somebody is writing, as the app would read them: with what is built in and stands beside."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from audit_tui.errors import UsageError, UserError
from audit_tui.files.read import list_names
from audit_tui.library.former import find_former_twice
from audit_tui.library.library import Library
from audit_tui.library.loader import POLICIES, Reader
from audit_tui.paths import is_there

SUFFIX = ".toml"
BEGIN = (
    "go to the folder with your checklists, or name it; a new one begins with audit-tui checklists new, "
    "or audit-tui policy new"
)


class Checked(NamedTuple):
    """The files that were checked, every problem of theirs, what each folder makes of what is built in, and notes."""

    files: tuple[Path, ...]
    problems: tuple[UserError, ...]
    libraries: tuple[Library, ...]
    notes: tuple[UserError, ...] = ()


def check_paths(paths: Iterable[Path], builtin: Path) -> Checked:
    """Read files and folders as the app would, each file in the folder around it, and tell of those that were named.

    Raises UsageError for a path that is not there or a folder with nothing in it, Unreadable for one that is not read.
    """
    named = {file.absolute(): file for path in paths for file in _files(path)}
    problems: list[UserError] = []
    libraries = []
    for folder in dict.fromkeys(map(_around, named)):
        library, found = _read(folder, builtin, named)
        libraries.append(library)
        ours = {*named, folder, folder / POLICIES}
        problems += [problem for problem in (*_misnamed(named, folder), *found) if problem.path in ours]
    notes = [note for library in libraries for note in library.notes if note.path in named]
    for problem in (*problems, *notes):
        problem.path = named.get(problem.path, problem.path) if problem.path else None
    return Checked(tuple(named.values()), tuple(problems), tuple(libraries), tuple(notes))


def _read(folder: Path, builtin: Path, named: Collection[Path]) -> tuple[Library, tuple[UserError, ...]]:
    reader = Reader()
    for each in dict.fromkeys((builtin.absolute(), folder)):
        reader.add_folder(each)
    library = reader.library()
    theirs_last = dict(sorted(reader.checklists.items(), key=lambda item: item[1][0] in named))
    return library, (*library.problems, *library.for_lead, *find_former_twice(theirs_last))


def _around(file: Path) -> Path:
    """Give the school's folder that a file of its stands in."""
    return file.parent.parent if file.parent.name == POLICIES else file.parent


def _misnamed(files: Iterable[Path], folder: Path) -> Iterator[UserError]:
    for file in files:
        if file.suffix != SUFFIX and _around(file) == folder:
            yield UsageError("only a file whose name ends in .toml is read", path=file, remedy="rename it")


def _files(path: Path) -> Iterator[Path]:
    if not is_there(path):
        raise UsageError("there is no such file or folder", path=path, remedy="check the path")
    if not os.path.isdir(path):  # noqa: PTH112 - pathlib's raises where one may not look
        yield path
        return
    folders = (path / POLICIES, path)
    found = [folder / name for folder in folders for name in list_names(folder) if name.endswith(SUFFIX)]
    if not found:
        raise UsageError("there are no checklists and no policies in this folder", path=path, remedy=BEGIN)
    yield from found
