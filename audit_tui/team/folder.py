"""A folder of statements: writing one's own, and where others write too, following no link."""

import errno
import os
import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from audit_tui.errors import NewerSchema, Unreadable, Unwritable, UserError
from audit_tui.files.read import is_folder, is_link, list_names, parse_toml, read_bytes
from audit_tui.files.toml import to_toml
from audit_tui.files.remove import remove_file
from audit_tui.files.write import add_file, replace_file, sweep_temporaries
from audit_tui.record import noon
from audit_tui.team.access import file_mode, who_can_read
from audit_tui.team.statement import LARGEST, Statement

HEADING = "What one person hands to whoever looks after privacy checks. Meant to be read."
NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_WAY_IN = "you may not put files into this folder, so nothing was written"
TELL = "tell whoever gave you its name"


def file_name(statement: Statement) -> str:
    """Name a statement's file by its number alone: it says nothing of a person, and is never somebody else's."""
    return f"{statement.id}.toml"


def name_beside(statement: Statement) -> str:
    """Name the file of a statement where an earlier one may not be replaced; the newest is known by what it says."""
    return f"{statement.id}-{statement.issue}.toml"


def to_bytes(statement: Statement) -> bytes:
    """Write a statement as it will stand in its file, to be read first by whom it is about."""
    return to_toml(statement, Path(file_name(statement)), HEADING)


def hand_in(statement: Statement, folder: Path) -> Path:
    """Put a statement into a folder, in the place of this person's earlier one, or beside it. Raises UserError.

    The folder may be one that can be added to and no more: earlier statements then stay, and the newest counts.
    """
    check_earlier(statement, folder)
    path = _put(statement, folder)
    _remove_earlier(statement, folder, path.name)
    return path


def _put(statement: Statement, folder: Path) -> Path:
    path, data = folder / file_name(statement), to_bytes(statement)
    mode = _mode_in(folder)
    try:
        if is_link(path) or not is_folder(path):
            replace_file(path, data, mode=mode, limit=LARGEST, follow=False)
            return path
    except Unwritable as problem:
        if not _is_refused(problem):
            raise
    path = folder / name_beside(statement)
    try:
        add_file(path, data, mode=mode, limit=LARGEST)
    except Unwritable as problem:
        if not _is_refused(problem):
            raise
        raise Unwritable(NO_WAY_IN, path=folder, remedy=TELL) from problem
    return path


def _mode_in(folder: Path) -> int:
    try:
        return file_mode(folder)
    except OSError as error:
        raise Unreadable(f"this folder cannot be looked at ({error.strerror})", path=folder) from error


def _is_refused(problem: Unwritable) -> bool:
    return isinstance(problem.__cause__, OSError) and problem.__cause__.errno in NOT_ALLOWED


def check_earlier(statement: Statement, folder: Path) -> None:
    """Look whether a statement may go into a folder, in the place of this person's earlier ones. Raises UserError.

    One of a newer version stays, whatever its label, and none is put beside it.
    """
    _ensure_way_in(folder)
    for path in dict.fromkeys((folder / file_name(statement), *_of_this_person(statement, folder))):
        if not is_link(path):
            try:
                parse_toml(read_bytes(path), path)
            except NewerSchema:
                raise
            except Unreadable:
                continue


def named_folder(name: str) -> Path:
    """Give the folder that somebody typed; a ~ that names nobody stays as it is."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def readers_in(name: str) -> str:
    """Say who can read what is put into the folder that somebody typed."""
    return who_can_read(named_folder(name))


def check_folder(name: str) -> None:
    """Look for the folder that somebody typed, before they are shown what would go there. Raises UserError."""
    _ensure_way_in(named_folder(name))


def _ensure_way_in(folder: Path) -> None:
    if not is_folder(folder):
        raise Unreadable("there is no such folder", path=folder, remedy="ask for its right name")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Unwritable(NO_WAY_IN, path=folder, remedy=TELL)


def _remove_earlier(statement: Statement, folder: Path, kept: str) -> None:
    """Remove this person's other statements, and what a crash left of one, as far as the folder lets us.

    The newest counts anyhow.
    """
    sweep_temporaries(folder, noon(statement.made).timestamp(), f"*{statement.id}*.toml")
    for path in _of_this_person(statement, folder):
        if path.name != kept:
            with suppress(UserError):
                remove_file(path)


def _of_this_person(statement: Statement, folder: Path) -> list[Path]:
    """List the files with this person's number, before which 0.1.0 put the label; none where we may not read."""
    with suppress(Unreadable):
        own = re.compile(rf"(.*-)?{statement.id}(-\d+)?\.toml")
        return [folder / name for name in list_names(folder) if own.fullmatch(name)]
    return []
