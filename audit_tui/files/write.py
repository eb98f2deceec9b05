"""Writing: a new name is never put over an old file, and nothing is called saved before it was read back."""

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from audit_tui.errors import Unwritable

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EACCES, errno.EBADF}
HELD_BY_ANOTHER = {5, 32, 33}
PATIENCE = 2.5
STALE = 24 * 60 * 60
REMEDIES = {
    errno.ENOSPC: "make some room on this disk and try again",
    errno.EDQUOT: "make some room in your quota and try again",
    errno.EACCES: "ask for permission to write there, or set AUDIT_TUI_HOME to a folder of your own",
    errno.EROFS: "this place is read-only; set AUDIT_TUI_HOME to a folder of your own",
}


def create_file(path: Path, data: bytes) -> None:
    """Make a new private file; an existing one with the same bytes is left, another is never touched.

    Raises Unwritable; the folder then holds what it held before.
    """
    with _told(path):
        make_folder(path.parent)
        try:
            with _temporary(path, data, PRIVATE_FILE) as temporary:
                _give_new_name(temporary, path, data)
        except FileExistsError:
            if path.read_bytes() != data:
                raise Unwritable("another file has this name already; it was left as it is", path=path) from None
        _read_back(path, data)


def replace_file(path: Path, data: bytes) -> None:
    """Put new contents in the place of a file's old ones in one step, through a link to where it points.

    Raises Unwritable; the old contents then still stand.
    """
    with _told(path):
        target = Path(os.path.realpath(path, strict=path.is_symlink()))
        make_folder(target.parent)
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else PRIVATE_FILE
        with _temporary(target, data, mode) as temporary:
            _patiently(lambda: os.replace(temporary, target))
            _sync_folder(target.parent)
        _read_back(target, data)


def remove_file(path: Path) -> None:
    """Remove one of our own files; one that is gone already is fine. Raises Unwritable."""
    with _told(path):
        _patiently(lambda: path.unlink(missing_ok=True))


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for its owner only."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(mode=PRIVATE_FOLDER)


def sweep_temporaries(folder: Path, now: float) -> None:
    """Remove temporary files of ours that a crash left over a day before `now` (seconds since 1970)."""
    for path in folder.glob(".*.tmp"):
        with suppress(OSError):
            if now - path.stat().st_mtime > STALE:
                path.unlink()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        remedy = REMEDIES.get(error.errno or 0, "nothing that was saved before has changed; try again")
        raise Unwritable(f"this could not be saved ({error.strerror or error})", path=path, remedy=remedy) from error


@contextmanager
def _temporary(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    """Write and flush the data beside its place, and leave nothing behind on any failure."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        _write(temporary, data, mode)
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write(path: Path, data: bytes, mode: int) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _give_new_name(temporary: Path, path: Path, data: bytes) -> None:
    """Link the new name, which refuses one that exists; where links are unknown, write the new name itself."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in NO_LINKS and sys.platform != "win32":
            raise
        _write_whole_or_not(path, data)
    _sync_folder(path.parent)


def _write_whole_or_not(path: Path, data: bytes) -> None:
    try:
        _write(path, data, PRIVATE_FILE)
    except FileExistsError:
        raise
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
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


def _patiently(act: Callable[[], None]) -> None:
    """Try again for a moment where Windows says that a scanner or a sync program holds the file."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            act()
        except OSError as error:
            if getattr(error, "winerror", None) not in HELD_BY_ANOTHER or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _read_back(path: Path, data: bytes) -> None:
    if path.read_bytes() != data:
        raise Unwritable("what was read back is not what was written", path=path, remedy="try another disk or folder")
