"""The program itself on a terminal: keys are typed, it is killed, and each answer that the screen went on from is there.

`python -m tests.proof.killed_on_screen review LIST` is the careless twin: it writes later than it says.
"""

import os
import random
import re
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from audit_tui.cli.main import main
from audit_tui.errors import UserError
from audit_tui.journal.journal import Journal
from audit_tui.paths import HOME

from .figure import Figure, Trial
from .found import in_journal

PROMISE = "An answer from which the screen went on to the next check is there after the program was killed"
WITHOUT = "" if hasattr(os, "openpty") else "there is no terminal to be opened on Windows"
LIST = "facebook"
SETTINGS = f'schema = 1\naccounts = ["{LIST}"]\nphone = "none"\n'
AT = re.compile(rb"check (\d+) of \d+")
PATIENCE, LONGEST, LATE = 30.0, 4.0, 2.0  # seconds; an answer within one second is not taken
GAPS = 0.02, 0.3
SHORT, LONG, TWIN = 5, 100, 5
OWN, CARELESS = "audit_tui", "tests.proof.killed_on_screen"


class Screen:
    """The program on a terminal of its own, and all that it has put there."""

    def __init__(self, home: Path, module: str) -> None:
        self.shown = b""
        self.terminal, inside = os.openpty()
        known = {HOME: str(home), "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
        self.program = subprocess.Popen(
            [sys.executable, "-m", module, "review", LIST], stdin=inside, stdout=inside, stderr=inside,
            env=os.environ | known,
        )  # fmt: skip
        os.close(inside)

    @property
    def at(self) -> int:
        """Give the number of the check that is shown; 0 while there is none."""
        return int(found[-1]) if (found := AT.findall(self.shown)) else 0

    def look(self, seconds: float) -> None:
        """Take in what is put on the terminal for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and select.select([self.terminal], [], [], left)[0]:
            self.shown += os.read(self.terminal, 65536)

    def wait(self) -> None:
        """Wait for the first check."""
        until = time.monotonic() + PATIENCE
        while not self.at:
            assert time.monotonic() < until, self.shown[-500:]
            self.look(0.1)

    def kill(self) -> None:
        """Kill the program, and take in what it had still put there."""
        self.program.kill()
        self.program.wait()
        with suppress(OSError):
            while part := os.read(self.terminal, 65536):
                self.shown += part
        os.close(self.terminal)


def kill_often(times: int, module: str = OWN, seed: int = 0) -> tuple[int, list[str]]:
    """Answer and kill so many times; give how many answers the screen had gone on from, and what was lost or torn."""
    chance = random.Random(seed)
    kept, gone = 0, list[str]()
    for _ in range(times):
        with TemporaryDirectory() as home:
            Path(home, "settings.toml").write_text(SETTINGS)
            said = _answer_and_kill(Path(home), module, chance)
            found = in_journal(Path(home))
            kept += said
            gone += [f"{said} went on, {len(found.things)} are there"] * (len(found.things) < said)
            gone += [f"{name} is torn" for name in found.torn]
    return kept, gone


def _answer_and_kill(home: Path, module: str, chance: random.Random) -> int:
    screen = Screen(home, module)
    try:
        screen.wait()
        until = time.monotonic() + chance.uniform(0.0, LONGEST)
        while time.monotonic() < until:
            os.write(screen.terminal, b"1")
            screen.look(min(chance.uniform(*GAPS), max(0.0, until - time.monotonic())))
    finally:
        screen.kill()
    return screen.at - 1


def _later(write: Callable[..., None]) -> Callable[..., None]:
    def in_the_end(*given: object) -> None:
        with suppress(UserError):
            write(*given)

    return lambda *given: threading.Timer(LATE, in_the_end, given).start()


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Kill the program on a terminal, and the careless twin."""
    if WITHOUT:
        return Figure(PROMISE, "nothing", 0, "none", twin_caught=True, left_out=WITHOUT)
    times = LONG if long else SHORT
    kept, gone = kill_often(times)
    _, twin_gone = kill_often(TWIN, CARELESS)
    return Figure(
        PROMISE, f"{times:,} kills at random moments of the program on a terminal, {kept:,} answers typed and gone on from",
        len(gone), f"that writes later than it says: {len(twin_gone)} of {TWIN} lost something", bool(twin_gone),
    )  # fmt: skip


TRIALS = (Trial("killed-on-screen", run),)

if __name__ == "__main__":
    with (
        patch.object(Journal, "create", _later(Journal.create)),
        patch.object(Journal, "replace", _later(Journal.replace)),
    ):
        sys.exit(main())
