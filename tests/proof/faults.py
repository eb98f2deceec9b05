"""A disk that fails: at one call of the system, once or from then on."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from audit_tui.files.disk import NO_FOLDER_SYNC
from audit_tui.files.probe import SCRATCH

from .calls import INTO, OUT_OF, Call, Do, between

OF_WRITING = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT)
OF_READING = (errno.EIO, errno.EACCES)
OF_ROOM = {errno.ENOSPC, errno.EDQUOT}
NEEDS_NO_ROOM = {"unlink", "rmdir", "close"}
NAMING = {"link", "replace", "rename", "unlink"}
GIVING = {"link", "replace", "rename"}
LOOK = os.stat


class Fault(NamedTuple):
    """What fails: the nth call that writes, or that reads, with which number, and whether all after it do too."""

    writes: bool
    nth: int
    number: int
    for_good: bool

    def __str__(self) -> str:
        kind = "write" if self.writes else "read"
        return f"{errno.errorcode[self.number]} {'from' if self.for_good else 'at'} {kind} call {self.nth}"


class Disk:
    """What became of the calls while one of them failed."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.seen = 0
        self.failed: list[str] = []
        self.unsaved: list[Call] = []
        self.named: list[str] = []
        self.given: set[Path] = set()
        self.cleared: set[Path] = set()

    @contextmanager
    def failing(self, home: Path) -> Iterator[None]:
        """Let the calls that touch a folder fail as they should."""
        self.unsaved.clear()
        self.given.clear()
        self.cleared.clear()
        with between(home, self._made):
            yield

    def _made(self, call: Call, do: Do) -> Any:  # noqa: ANN401 - whatever the call gives
        if self._fails(call):
            self.failed.append(call.name)
            if self._saves(call):
                self.unsaved.append(call)
            if call.name == "close":
                do()
            name = () if call.name in (*INTO, *OUT_OF, "close") else (str(call.path),)  # as the system does
            raise OSError(self.fault.number, os.strerror(self.fault.number), *name)
        if (call.name in NAMING and not call.path.name.endswith(".tmp")) or call.name in ("link", "replace"):
            self.named.append(call.name)
        done = do()
        self._note(call)
        return done

    def _note(self, call: Call) -> None:
        """Note what was done; what failed and was then done again after all is saved."""
        self.unsaved = [each for each in self.unsaved if (each.name, each.path) != (call.name, call.path)]
        if call.name in GIVING:
            given = Path(call.arguments[1])
            self.given.add(given)
            self.cleared.discard(given.parent)
        elif call.name == "unlink" and not call.path.name.endswith(".tmp"):
            self.cleared.add(call.path.parent)

    def _saves(self, call: Call) -> bool:
        """Tell whether nothing is saved where this call fails: it writes, flushes, or reads back what was written.

        Some folders cannot be flushed; and where the last thing done in one was to remove, nothing new is lost with it.
        """
        if any(part.startswith(SCRATCH) for part in call.path.parts):  # another place is tried in its stead
            return False
        if call.name == "fsync" and stat.S_ISDIR(LOOK(call.path).st_mode):
            return self.fault.number not in NO_FOLDER_SYNC and call.path not in self.cleared
        reads_back = call.name == "open" and call.arguments[1] == "rb" and call.path in self.given
        return call.name in ("write", "fsync") or reads_back

    def _fails(self, call: Call) -> bool:
        if call.writes != self.fault.writes:
            return False
        self.seen += 1
        if self.fault.for_good and self.seen > self.fault.nth:
            return self.fault.number not in OF_ROOM or call.name not in NEEDS_NO_ROOM
        return self.seen == self.fault.nth
