"""Checking files that somebody is writing, against the built-in policies and families."""

from collections.abc import Iterable
from pathlib import Path

from audit_tui.errors import UsageError, UserError
from audit_tui.files.read import list_names
from audit_tui.library.loader import FAMILIES, POLICIES, Reader


def check_paths(paths: Iterable[Path], builtin: Path) -> tuple[int, tuple[UserError, ...]]:
    """Read files and folders as the app would; give how many were read and every problem of theirs.

    Raises UsageError for a path that is not there.
    """
    reader = Reader()
    reader.add_folder(builtin)
    theirs_from = len(reader.problems)
    files = [file for path in paths for file in _files(path)]
    for file in files:
        reader.attempt(file, as_policy=file.parent.name == POLICIES)
    problems = [*reader.problems[theirs_from:], *reader.library().problems[len(reader.problems) :]]
    return len(files), tuple(dict.fromkeys(problems))


def _files(path: Path) -> list[Path]:
    if not path.exists() and not path.is_symlink():
        raise UsageError("there is no such file or folder", path=path, remedy="check the path")
    if not path.is_dir():
        return [path]
    inside = [path / name for name in list_names(path) if name.endswith(".toml")]
    inside.sort(key=lambda file: file.name != FAMILIES)
    policies = [path / POLICIES / name for name in list_names(path / POLICIES) if name.endswith(".toml")]
    return [*policies, *inside]
