"""Mounting a small file system of the tests' own, which keeps in memory what was written and what was flushed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ctypes.util import find_library
from functools import cache
from importlib.util import find_spec
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from .drive import Drive, Log
from .killed import NEW
from .on_drive import OnDrive


@cache
def why_not() -> str:
    """Tell why no file system can be mounted here; nothing where it can."""
    if sys.platform != "linux":
        return "a file system of one's own is mounted on Linux only"
    if not Path("/dev/fuse").exists():
        return "there is no /dev/fuse here"
    if not find_library("fuse") and not find_library("fuse3"):
        return "libfuse is not installed"
    if not find_spec("mfusepy"):
        return "mfusepy is not installed; it is in the extra `proof`"
    with TemporaryDirectory() as folder:
        try:
            with mounted(Path(folder)):
                return ""
        except EOFError:
            return "this user may not mount a file system of their own"


@contextmanager
def mounted(folder: Path) -> Iterator[Log]:
    """Serve a folder from a process of its own; the log, empty until then, is there when it ends."""
    log: Log = []
    ours, theirs = NEW.Pipe(duplex=False)
    server = NEW.Process(target=_serve, args=(folder, theirs))
    server.start()
    theirs.close()
    with ours:
        if not ours.recv():
            raise EOFError("it could not be mounted")
        try:
            yield log
        finally:
            server.terminate()
            log += ours.recv()
            server.join()


def _serve(folder: Path, told: Connection) -> None:
    from mfusepy import FUSE

    drive = Drive()
    with suppress(RuntimeError):  # so newer versions of libfuse end when they are told to
        FUSE(
            OnDrive(drive, lambda: told.send(obj=True)), str(folder),
            foreground=True, nothreads=True, hard_remove=True, attr_timeout=0, entry_timeout=0,
        )  # fmt: skip
    told.send(drive.log)
