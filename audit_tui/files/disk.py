"""The steps that writing is made of: whole temporary files, flushing to the disk, and patience with scanners."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from audit_tui.errors import Unwritable

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EACCES, errno.EBADF}
HELD_BY_ANOTHER = {5, 32, 33}
PATIENCE = 2.5

T = TypeVar("T")


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for its owner only.

    One in which nothing is kept yet may have been made by a process that was killed before its name was flushed.
    """
    if not folder.is_dir():
        make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(mode=PRIVATE_FOLDER)
        sync_folder(folder.parent)
    elif _is_empty(folder):
        renew_folder(folder.parent)


def _is_empty(folder: Path) -> bool:
    """Tell whether a folder is seen to have nothing in it; one that may not be read was made by others."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except PermissionError:
        return False


@contextmanager
def temporary_file(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    """Write and flush the data beside its place, and leave nothing behind on any failure."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        write_new(temporary, data, mode)
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_new(path: Path, data: bytes, mode: int) -> None:
    """Write a file that must not exist yet, down to the disk."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        if mode != PRIVATE_FILE and hasattr(os, "fchmod"):
            with suppress(PermissionError):  # a disk without modes refuses them
                os.fchmod(handle, mode)
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Flush a folder's list of names, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        if error.errno in NO_FOLDER_SYNC:
            return
        raise
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def renew_folder(folder: Path) -> None:
    """Flush a folder in which nothing was to be changed any more, having changed it all the same where one may.

    An earlier flush may have failed: Linux then forgets what it could not write, and calls the next flush done.
    """
    scratch = folder / f".new.{os.urandom(4).hex()}.tmp"
    with suppress(OSError):
        try:
            os.close(os.open(scratch, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
        finally:
            scratch.unlink(missing_ok=True)
    sync_folder(folder)


def patiently(act: Callable[[], T]) -> T:
    """Try again for a moment where Windows says that a scanner or a sync program holds the file."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD_BY_ANOTHER or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def contents(path: Path) -> bytes | None:
    """Give the bytes of an ordinary file; None where there is none."""
    return patiently(lambda: path.read_bytes() if path.is_file() else None)


def read_back(path: Path, data: bytes) -> None:
    """Prove that a file holds what was written. Raises Unwritable."""
    if contents(path) != data:
        raise Unwritable("what was read back is not what was written", path=path, remedy="try another disk or folder")
