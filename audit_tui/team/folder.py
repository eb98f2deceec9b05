"""A folder of statements: writing one's own, and where others write too, following no link."""

import errno
import os
import re
from contextlib import suppress
from pathlib import Path

from audit_tui.errors import NewerSchema, Unreadable, Unwritable
from audit_tui.files.read import is_folder, is_link, list_names, parse_toml, read_bytes
from audit_tui.files.remove import remove_files
from audit_tui.files.toml import to_toml
from audit_tui.files.write import add_file, replace_file, sweep_temporaries
from audit_tui.record import noon
from audit_tui.team.access import file_mode
from audit_tui.team.readers import who_can_read
from audit_tui.team.statement import LARGEST, Statement

HEADING = "What one person hands to whoever looks after privacy checks. Meant to be read."
NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_WAY_IN = "you may not put files into this folder, so nothing was written"
TELL = "tell whoever gave you its name"
STILL_THERE = "the new one counts; remove the earlier one yourself, or ask for that"


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
    return _put(statement, folder)


def remove_earlier(statement: Statement, folder: Path, label: str | None = None) -> list[Unwritable]:
    """Remove this person's earlier statements, and what a crash left of one; give those whose name says a label still.

    0.1.0 put the label before the number. The folder may be one that can be added to but not read: then only one under
    this label or the `label` before is known. What has a number alone may stay: the newest counts anyhow.
    """
    sweep_temporaries(folder, noon(statement.made).timestamp(), f"*{statement.id}*.toml")
    own = {folder / file_name(statement), folder / name_beside(statement)}
    labelled = [folder / _name_before(statement, each) for each in (statement.label, label) if each]
    earlier = {*_of_this_person(statement, folder), *filter(os.path.lexists, labelled)} - own
    return [
        Unwritable(f"your earlier statement is still there: {problem.what}", path=problem.path, remedy=STILL_THERE)
        for problem in remove_files(path for path in sorted(earlier) if is_link(path) or not is_folder(path))
        if problem.path and not problem.path.name.startswith(statement.id)
    ]


def _put(statement: Statement, folder: Path) -> Path:
    path, data = folder / file_name(statement), to_bytes(statement)
    mode = _mode_in(folder)
    try:
        if is_link(path) or not is_folder(path):
            replace_file(path, data, mode=mode, limit=LARGEST, follow=False)
            return path
    except Unwritable as problem:
        if not _is_refused(problem) or _name_in(problem) == str(path):  # it is there, and cannot be read back
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
    """Tell whether the folder takes no such name; what fails in a file that is open already has none."""
    cause = problem.__cause__
    return isinstance(cause, OSError) and cause.errno in NOT_ALLOWED and _name_in(problem) is not None


def _name_in(problem: Unwritable) -> str | None:
    return str(name) if (name := getattr(problem.__cause__, "filename", None)) is not None else None


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


def _name_before(statement: Statement, label: str) -> str:
    """Name a statement as 0.1.0 did."""
    letters = "".join(char if char.isascii() and char.isalnum() else "-" for char in label.casefold())
    return f"{'-'.join(filter(None, letters.split('-')))[:30] or 'statement'}-{statement.id}.toml"


def _of_this_person(statement: Statement, folder: Path) -> list[Path]:
    """List the files with this person's number, before which 0.1.0 put the label; none where we may not read."""
    with suppress(Unreadable):
        own = re.compile(rf"(.*-)?{statement.id}(-\d+)?\.toml")
        return [folder / name for name in list_names(folder) if own.fullmatch(name)]
    return []
