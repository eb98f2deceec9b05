"""Removing files of our own: what is said to be gone is gone from the disk, or told to be still there."""

import os
from collections.abc import Iterable
from pathlib import Path

from audit_tui.errors import Unwritable
from audit_tui.files.disk import contents, patiently, renew_folder, sync_folder
from audit_tui.files.told import told
from audit_tui.files.write import check_unchanged

COMES_BACK = "look into this folder when the computer is next switched on; after a power cut some of it may be back"


def remove_file(path: Path) -> None:
    """Remove one of our own files; one that is gone already is fine. Raises Unwritable."""
    with told(path):
        flush = _flush_removal if os.path.lexists(path) else renew_folder
        _unlink(path)
        if path.parent.is_dir():
            flush(path.parent)


def remove_files(paths: Iterable[Path]) -> list[Unwritable]:
    """Remove files of our own as far as that can be done, flushing each folder once; give what could not be removed."""
    problems: list[Unwritable] = []
    folders: dict[Path, None] = {}
    for path in paths:
        try:
            with told(path, "removed", {}, "remove it yourself, or ask for permission to"):
                _unlink(path)
            folders[path.parent] = None
        except Unwritable as problem:
            problems.append(problem)
    for folder in folders:
        try:
            with told(folder, "proved to be gone from the disk", {}, COMES_BACK):
                _flush_removal(folder)
        except Unwritable as problem:
            problems.append(problem)
    return problems


def remove_own(path: Path, before: bytes) -> None:
    """Remove a file that is still as we wrote it. Raises ChangedElsewhere where it is not, and leaves it."""
    with told(path):
        check_unchanged(path, contents(path), before)
    remove_file(path)


def _flush_removal(folder: Path) -> None:
    """Flush a folder from which a name was taken; where that fails, once more with a change of the folder's own."""
    try:
        sync_folder(folder)
    except OSError:
        renew_folder(folder)


def _unlink(path: Path) -> None:
    patiently(lambda: path.unlink(missing_ok=True))
