"""Writing: a new name is never put over an old file, and nothing is called saved before it was read back."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from audit_tui.errors import ChangedElsewhere, TooLarge, Unwritable
from audit_tui.files.disk import (
    PRIVATE_FILE,
    contents,
    make_folder,
    patiently,
    read_back,
    renew_folder,
    sync_folder,
    temporary_file,
    write_new,
)
from audit_tui.files.read import LIMIT
from audit_tui.files.told import told

NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
STALE = 24 * 60 * 60


def create_file(
    path: Path, data: bytes, *, mode: int = PRIVATE_FILE, limit: int | None = LIMIT,
    prove: Callable[[Path], None] = lambda _: None,
) -> None:  # fmt: skip
    """Make a new file; an existing one with the same bytes is left, another is never touched.

    Before it has its name it can be proved, under another: what that raises leaves no file behind.

    Raises Unwritable: the folder then holds what it held before or the whole new file, and trying again is safe.
    Raises TooLarge over `limit` bytes; None is for what is never read again.
    """
    _check_size(path, data, limit)
    with told(path):
        make_folder(path.parent)
        try:
            with temporary_file(path, data, mode) as temporary:
                prove(temporary)
                _give_new_name(temporary, path)
            sync_folder(path.parent)
        except FileExistsError:
            if contents(path) != data:
                raise Unwritable("another file has this name already; it was left as it is", path=path) from None
            renew_folder(path.parent)
        read_back(path, data)


def add_file(path: Path, data: bytes, *, mode: int = PRIVATE_FILE, limit: int | None = LIMIT) -> None:
    """Make a new file under its name at once, in a folder that lets one add files and neither rename nor remove them.

    A crash may leave it cut short, so it is for what has an end of its own. Raises Unwritable or TooLarge.
    """
    _check_size(path, data, limit)
    with told(path):
        try:
            write_new(path, data, mode)
        except FileExistsError:
            raise Unwritable("another file has this name already; it was left as it is", path=path) from None
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise
        sync_folder(path.parent)
        with suppress(PermissionError):  # a folder to put things in may not let them be read, not even by whom they are
            read_back(path, data)


def replace_file(
    path: Path, data: bytes, *, mode: int | None = None, limit: int | None = LIMIT, follow: bool = True
) -> None:
    """Put new contents in the place of a file's old ones in one step, through a link to where it points.

    Where others can write too, do not `follow`: a link of that name is replaced, and what it points to is not touched.
    Without a mode the file keeps its own; a new one is private.
    Raises Unwritable: the old contents or the new ones then stand whole, and trying again is safe.
    Raises TooLarge over `limit` bytes; None is for what is never read again.
    """
    _check_size(path, data, limit)
    with told(path):
        target = Path(os.path.realpath(path, strict=path.is_symlink())) if follow else path
        make_folder(target.parent)
        _put(target, data, mode)


def replace_own(path: Path, before: bytes, data: bytes) -> None:
    """Put new contents in the place of those that we wrote, and of no others.

    Raises ChangedElsewhere where the file is gone or another hand wrote to it, and leaves it; else as `replace_file`.
    """
    _check_size(path, data, LIMIT)
    with told(path):
        target = Path(os.path.realpath(path))
        if (found := contents(target)) == data:
            renew_folder(target.parent)
        else:
            check_unchanged(path, found, before)
            _put(target, data, before=before)


def keep_name(path: Path) -> None:
    """Flush the name of a file that is there already: who made it may have been killed before they did so.

    Raises Unwritable.
    """
    with told(path):
        renew_folder(path.parent)


def sweep_temporaries(folder: Path, now: float, name: str = "*") -> None:
    """Remove temporary files that a crash left over a day before `now` (seconds since 1970).

    `name` is a pattern for what they are of: one name, with its glob signs escaped, or all.

    Nothing of it is worth a failure: what was to be saved is saved, and the next start sweeps again.
    """
    with suppress(OSError):
        for path in folder.glob(f".{name}.*.tmp"):
            with suppress(OSError):
                if now - path.stat().st_mtime > STALE:
                    path.unlink()


def _check_size(path: Path, data: bytes, limit: int | None) -> None:
    if limit is not None and len(data) > limit:
        raise TooLarge(f"this would be over {limit // 1024} KiB", path=path, remedy="make it shorter")


def check_unchanged(path: Path, found: bytes | None, before: bytes) -> None:
    """Look whether a file is still as we wrote it. Raises ChangedElsewhere."""
    if found != before:
        raise ChangedElsewhere("another window or program has changed or removed this; it was left as it is", path=path)


def _put(target: Path, data: bytes, mode: int | None = None, before: bytes | None = None) -> None:
    """Rename a whole new file over the target, having looked at the last moment that it is still as it was."""
    if mode is None:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else PRIVATE_FILE
    with temporary_file(target, data, mode) as temporary:
        if before is not None:
            check_unchanged(target, contents(target), before)
        patiently(lambda: os.replace(temporary, target))
        sync_folder(target.parent)
    read_back(target, data)


def _give_new_name(temporary: Path, path: Path) -> None:
    """Link the new name, which refuses one that exists; where links are unknown, rename the whole file to it."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in NO_LINKS and sys.platform != "win32":
            raise
        _rename(temporary, path)


def _rename(temporary: Path, path: Path) -> None:
    """Rename to a name that nobody has, as was looked at the last moment; Windows refuses to, where somebody has."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    patiently(lambda: os.rename(temporary, path))
