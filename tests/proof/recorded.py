"""Noting on a drive what this very process does to files below a folder, by the calls of `os` itself."""

import errno
import math
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

from audit_tui.files.probe import SCRATCH

from .drive import Drive, Node

Place = str | os.PathLike[str]
CALLS = ("open", "write", "close", "fsync", "link", "replace", "rename", "unlink", "mkdir")


class Killed(BaseException):
    """The process is no more: it does nothing, and nobody catches this."""


@contextmanager
def recorded(
    folder: Path, drive: Drive, after: float = math.inf, failing: float = math.inf
) -> Iterator["Recorder"]:  # fmt: skip
    """Tell a drive of everything done below the folder that it stands for; real files are written too.

    What is done ends after so many entries in the log, if any number is given, as if the process were killed. Of the
    flushes one fails, if its number is given, from 1.
    """
    recorder = Recorder(folder, drive, after, failing)
    with patch.multiple(os, **{call: getattr(recorder, call) for call in CALLS}), suppress(Killed):
        yield recorder
    recorder.let_go()


class Recorder:
    """Does what the calls of `os` do, and notes it, until it is killed."""

    def __init__(self, folder: Path, drive: Drive, after: float, failing: float) -> None:
        self.folder = folder
        self.drive = drive
        self.end = len(drive.log) + after
        self.is_killed = False
        self.failing = failing
        self.flushes = 0
        self.handles: dict[int, Node] = {}
        self._open, self._write, self._close, self._fsync = os.open, os.write, os.close, os.fsync
        self._link, self._replace, self._rename = os.link, os.replace, os.rename
        self._unlink, self._mkdir = os.unlink, os.mkdir

    def open(self, path: Place, flags: int, mode: int = 0o777) -> int:
        self._step()
        is_new = not os.path.lexists(path)
        handle = self._open(path, flags, mode)
        if (place := self._inside(path)) is not None:
            node = self.handles[handle] = self.drive.make(place) if is_new else self.drive.find(place)
            if flags & os.O_TRUNC and not is_new:
                self.drive.resize(node, 0)
        return handle

    def write(self, handle: int, data: bytes | memoryview) -> int:
        self._step()
        at = os.lseek(handle, 0, os.SEEK_CUR) if handle in self.handles else 0
        size = self._write(handle, data)
        if handle in self.handles:
            self.drive.write(self.handles[handle], at, bytes(data[:size]))
        return size

    def close(self, handle: int) -> None:
        self._step()
        self._close(handle)
        self.handles.pop(handle, None)

    def fsync(self, handle: int) -> None:
        self._step()
        self._fsync(handle)
        if handle in self.handles:
            self.flushes += 1
            if self.flushes == self.failing:
                self.drive.drop(self.handles[handle])
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            self.drive.flush(self.handles[handle])

    def link(self, path: Place, new: Place) -> None:
        self._step()
        self._link(path, new)
        if (place := self._inside(path)) is not None and (name := self._inside(new)) is not None:
            self.drive.link(place, name)

    def replace(self, path: Place, new: Place) -> None:
        self._step()
        self._replace(path, new)
        if (place := self._inside(path)) is not None and (name := self._inside(new)) is not None:
            self.drive.move(place, name)

    def rename(self, path: Place, new: Place) -> None:
        self._step()
        self._rename(path, new)
        if (place := self._inside(path)) is not None and (name := self._inside(new)) is not None:
            self.drive.move(place, name)

    def unlink(self, path: Place, *, dir_fd: int | None = None) -> None:
        self._step()
        self._unlink(path, dir_fd=dir_fd)
        if dir_fd is None and (place := self._inside(path)) is not None:
            self.drive.remove(place)

    def mkdir(self, path: Place, mode: int = 0o777) -> None:
        self._step()
        self._mkdir(path, mode)
        if (place := self._inside(path)) is not None:
            self.drive.make(place, is_folder=True)

    def let_go(self) -> None:
        """Close what a process that was killed had open."""
        for handle in self.handles:
            self._close(handle)

    def _step(self) -> None:
        if len(self.drive.log) >= self.end:
            self.is_killed = True
            raise Killed

    def _inside(self, path: Place) -> str | None:
        """Give a place on the drive; what is done in a folder for trials promises nothing, and is done beside it."""
        place = Path(path)
        if any(part.startswith(SCRATCH) for part in place.parts):
            return None
        return "/".join(("", *place.relative_to(self.folder).parts)) if place.is_relative_to(self.folder) else None
