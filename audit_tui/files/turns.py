"""Taking turns: two windows that change one file do so one after the other, where the system can hold one back."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 1.0
PAUSE = 0.01


@contextmanager
def taking_turns(folder: Path) -> Iterator[None]:
    """Wait a moment for another window to be done in a folder; nobody waits for one that hangs.

    The folder itself is held, so nothing is left behind. Where that cannot be, whoever writes still looks before.
    """
    handle = _open(folder)
    try:
        if handle is not None:
            _hold(handle)
        yield
    finally:
        if handle is not None:
            with suppress(OSError):  # nothing was written through it
                os.close(handle)


def _open(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return None


def _hold(handle: int) -> None:
    import fcntl

    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:
            return
        else:
            return
