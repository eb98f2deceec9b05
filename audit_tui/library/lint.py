"""Checking files that somebody is writing, against the built-in policies and families."""

import os
from collections.abc import Iterable
from pathlib import Path

from audit_tui.errors import UsageError, UserError
from audit_tui.files.read import list_names
from audit_tui.library.families import FAMILIES
from audit_tui.library.former import find_former_twice
from audit_tui.library.loader import POLICIES, Reader
from audit_tui.paths import is_there


def check_paths(paths: Iterable[Path], builtin: Path) -> tuple[int, tuple[UserError, ...]]:
    """Read files and folders as the app would; give how many were read and every problem of theirs.

    Raises UsageError for a path that is not there, Unreadable for a folder that cannot be read.
    """
    reader = Reader()
    reader.add_folder(builtin)
    theirs_from = len(reader.problems)
    files = [file for path in paths for file in _files(path)]
    for file in files:
        reader.attempt(file, as_policy=file.absolute().parent.name == POLICIES)
    reader.settle()
    theirs_last = dict(sorted(reader.checklists.items(), key=lambda item: item[1][0] in files))
    former = (problem for problem in find_former_twice(theirs_last) if problem.path in files)
    problems = [*reader.library().problems[theirs_from:], *former]
    return len(files), tuple(dict.fromkeys(problems))


def _files(path: Path) -> list[Path]:
    if not is_there(path):
        raise UsageError("there is no such file or folder", path=path, remedy="check the path")
    if not os.path.isdir(path):  # noqa: PTH112 - pathlib's raises where one may not look
        return [path]
    inside = [path / name for name in list_names(path) if name.endswith(".toml")]
    inside.sort(key=lambda file: file.name != FAMILIES)
    policies = [path / POLICIES / name for name in list_names(path / POLICIES) if name.endswith(".toml")]
    return [*policies, *inside]
