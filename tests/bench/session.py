"""One program in a terminal of its own: what it writes is drawn, what it asks is answered, keys are timed."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter as now
from types import TracebackType
from typing import Self

from .keys import encode
from .replies import COLUMNS, QUESTION, ROWS, reply
from .screen import Screen, Seen

SLICE = 512
READ = 1 << 16
QUIET = 0.08
LONGEST = 30.0
LEAVING = 5.0
THOUSAND = 1000.0


class SessionError(Exception):
    """The program did not show what was waited for."""


class Session:
    """A program that was started in a terminal; times are milliseconds."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.screen = Screen(COLUMNS, ROWS)
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._asked = b""
        self._changed = self._heard = 0.0
        self._is_over = False
        self.began = now()
        self._pid, self._terminal = _start(command, environment)
        os.set_blocking(self._terminal, False)
        self._gone = os.pidfd_open(self._pid)

    def __enter__(self) -> Self:
        """Measure inside `with`: what still runs afterwards is ended."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """End the program if it has not ended, and let go of it."""
        if not _can_read([self._gone], 0):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._gone)
        os.close(self._terminal)

    def ready(self, seen: Seen) -> float:
        """Wait until the screen shows something; give how long that took from the start of the program."""
        return (self._until(seen, LONGEST) - self.began) * THOUSAND

    def press(self, key: str, seen: Seen | None = None) -> float:
        """Press a key; give how long it took to the first change, or to the first that shows what is looked for."""
        self.settle()
        pressed = now()
        os.write(self._terminal, encode(key))
        return (self._until(seen or (lambda _: True), LONGEST, since=pressed) - pressed) * THOUSAND

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing has been written for a while."""
        self._until(lambda _: False, quiet, is_quiet=True)

    def rest(self, seconds: float) -> None:
        """Wait, drawing what comes."""
        end = now() + seconds
        while now() < end:
            self._step(end - now())

    def memory(self) -> float:
        """Give the most memory the program has had, in MB."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="utf-8")
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1_000_000

    def quit(self, key: str) -> float:
        """Press the key that ends it; give how long it took until it was gone."""
        self.settle()
        pressed = now()
        os.write(self._terminal, encode(key))
        while not _can_read([self._gone], 0):
            if now() - pressed > LEAVING:
                raise SessionError(f"{key} did not end it:\n{self.screen.text}")
            if _can_read([self._gone, *([] if self._is_over else [self._terminal])], LEAVING):
                self._read()
        return (now() - pressed) * THOUSAND

    def _until(self, seen: Seen, longest: float, *, since: float = 0.0, is_quiet: bool = False) -> float:
        """Give the moment of the change that shows what is looked for, or of now, once it has been quiet."""
        end = now() + LONGEST
        if not is_quiet and not since and self._changed and seen(self.screen.text):
            return self._changed
        while now() < end:
            if is_quiet and not self._waiting and now() - self._heard >= longest:
                return now()
            changed = self._step(longest / 4)
            if changed > since and seen(self.screen.text):
                return changed
        raise SessionError(f"what was waited for did not come:\n{self.screen.text}")

    def _step(self, seconds: float) -> float:
        """Read if there is anything, else draw a little, else wait; give when what was drawn had come, if it shows."""
        if not self._is_over and _can_read([self._terminal], 0.0 if self._waiting else max(0.0, seconds)):
            self._read()
        elif self._waiting:
            return self._draw()
        elif self._is_over:
            raise SessionError(f"it ended by itself:\n{self.screen.text}")
        return 0.0

    def _read(self) -> None:
        try:
            data = os.read(self._terminal, READ)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._is_over = True
            return
        self._heard = now()
        self._waiting.append((self._heard, data))
        self._answer(data)

    def _answer(self, data: bytes) -> None:
        """Answer what is asked, be it in two parts."""
        data, end = self._asked + data, 0
        for asked in QUESTION.finditer(data):
            end = asked.end()
            os.write(self._terminal, reply(asked, self.screen.cursor))
        rest = data[end:]
        escape = rest.rfind(b"\x1b")
        self._asked = rest[escape:] if escape >= 0 and len(rest) - escape < len(b"\x1b[?2026$p") else b""

    def _draw(self) -> float:
        came, data = self._waiting.popleft()
        rest = data[SLICE:]
        if rest:
            self._waiting.appendleft((came, rest))
        if self.screen.draw(data[:SLICE], is_whole=not rest):
            self._changed = came
            return came
        return 0.0


def _can_read(handles: list[int], seconds: float) -> bool:
    return bool(select.select(handles, [], [], seconds)[0])


def _start(command: Sequence[str], environment: Mapping[str, str]) -> tuple[int, int]:
    """Start a program in a terminal of the right size that is its own."""
    ours, its = pty.openpty()
    fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    handles = [(os.POSIX_SPAWN_OPEN, handle, os.ttyname(its), os.O_RDWR, 0) for handle in range(3)]
    pid = os.posix_spawn(command[0], list(command), environment, file_actions=handles, setsid=True)
    os.close(its)
    return pid, ours
