"""A folder of statements: writing one's own, and where others write too, following no link."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from audit_tui.errors import NewerSchema, Unreadable, Unwritable
from audit_tui.files.read import is_folder, list_names, parse_toml, read_bytes
from audit_tui.files.remove import remove_files
from audit_tui.files.toml import to_toml
from audit_tui.files.write import replace_file, sweep_temporaries
from audit_tui.record import noon
from audit_tui.team.statement import LARGEST, Statement

HEADING = "What one person hands to whoever looks after privacy checks. Meant to be read."
MEANT_TO_BE_READ = 0o644
STILL_THERE = "the new one counts; remove the earlier one yourself, or ask for that"


def file_name(statement: Statement) -> str:
    """Name a statement's file: stable for a person, and never that of somebody else."""
    letters = "".join(char if char.isascii() and char.isalnum() else "-" for char in statement.label.casefold())
    return f"{'-'.join(filter(None, letters.split('-')))[:30] or 'statement'}-{statement.id}.toml"


def to_bytes(statement: Statement) -> bytes:
    """Write a statement as it will stand in its file, to be read first by whom it is about."""
    return to_toml(statement, Path(file_name(statement)), HEADING)


def hand_in(statement: Statement, folder: Path) -> Path:
    """Put a statement into a folder, in the place of this person's earlier one of that label. Raises UserError."""
    check_earlier(statement, folder)
    path = folder / file_name(statement)
    if _is_no_file(path):
        remedy = "ask for it to be taken away, or hand in under another label"
        raise Unwritable(
            "a folder stands where your statement would go, so nothing was written", path=path, remedy=remedy
        )
    replace_file(path, to_bytes(statement), mode=MEANT_TO_BE_READ, limit=LARGEST, follow=False)
    return path


def remove_earlier(statement: Statement, folder: Path, label: str | None = None) -> list[Unwritable]:
    """Remove this person's statements under other labels, and what a crash left of one; give what is still there.

    The folder may be one that can be added to but not read: only one under the `label` before is then known.
    """
    sweep_temporaries(folder, noon(statement.made).timestamp(), f"*-{statement.id}.toml")
    known = [folder / file_name(replace(statement, label=label))] if label else []
    earlier = {*_earlier(statement, folder), *known} - {folder / file_name(statement)}
    return [
        Unwritable(f"your earlier statement is still there: {problem.what}", path=problem.path, remedy=STILL_THERE)
        for problem in remove_files(path for path in sorted(earlier) if not _is_no_file(path))
    ]


def check_earlier(statement: Statement, folder: Path) -> None:
    """Look whether a statement may go into a folder, in the place of this person's earlier ones. Raises UserError.

    One of a newer version stays, whatever its label, and none is put beside it.
    """
    _ensure_folder(folder)
    for path in (folder / file_name(statement), *_earlier(statement, folder)):
        if not os.path.islink(path):  # noqa: PTH114 - pathlib fails where one may not look, and reading tells of that
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


def check_folder(name: str) -> None:
    """Look for the folder that somebody typed, before they are shown what would go there. Raises Unreadable."""
    _ensure_folder(named_folder(name))


def _is_no_file(path: Path) -> bool:
    return is_folder(path) and not path.is_symlink()


def _ensure_folder(folder: Path) -> None:
    if not is_folder(folder):
        raise Unreadable("there is no such folder", path=folder, remedy="ask for its right name")


def _earlier(statement: Statement, folder: Path) -> list[Path]:
    """List this person's statements under other labels; none where the folder may not be read."""
    with suppress(Unreadable):
        names = [name for name in list_names(folder) if name.endswith(f"-{statement.id}.toml")]
        return [folder / name for name in names if name != file_name(statement)]
    return []
