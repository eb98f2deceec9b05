"""Nothing is sent anywhere: under strace no command, and not the screen, opens a socket of the internet's kind."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_tui.paths import HOME, SCHOOL

from .commands import TYPED, every
from .figure import Figure, Trial
from .whole import SHELF, fill

PROMISE = "No command, and not the screen, opens a socket through which anything could be sent"
STRACE = ("strace", "-f", "-qq", "-e", "trace=socket,connect,sendto,sendmsg,sendmmsg,bind")
WITHOUT = "strace is not there, or may not look into other processes"
OUTWARD = re.compile(r"\b(?:AF|PF)_(?!UNIX|LOCAL)\w+")
PROGRAM = (sys.executable, "-m", "audit_tui")
CARELESS = (sys.executable, "-c", "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)")
ALL = "from tests.proof.no_network import every_command; every_command()"
PATIENCE = 60.0
CONSIDERED = 1.1


@cache
def can_be_watched() -> bool:
    """Tell whether strace is there and may look."""
    if shutil.which(STRACE[0]) is None:
        return False
    return subprocess.run([*STRACE, "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def watched(home: Path, program: Sequence[str], typed: str = TYPED) -> list[str]:
    """Run a program in a home under strace; give each call that speaks, or could speak, to the world outside."""
    said = home / "calls.txt"
    done = subprocess.run(
        [*STRACE, "-o", str(said), *program], input=typed, env=_around(home), cwd=home, capture_output=True, text=True,
        check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return _outward(said)


def watched_on_screen(home: Path) -> list[str]:
    """Open the app in a terminal of its own under strace, go to a few screens, answer a check and leave; give its outward calls."""
    said = home / "calls.txt"
    ours, theirs = pty.openpty()
    app = subprocess.Popen(
        [*STRACE, "-o", str(said), *PROGRAM], stdin=theirs, stdout=theirs, stderr=theirs, env=_around(home)
    )
    os.close(theirs)
    try:
        _shown(ours, 10.0)
        for key in (b"s", b"\x1b", b"p", b"\x1b", b"\r"):
            os.write(ours, key)
            _shown(ours)
        answered = _answers(home)
        ends = time.monotonic() + PATIENCE
        while _answers(home) == answered and time.monotonic() < ends:
            time.sleep(CONSIDERED)  # a key that comes too soon is no answer
            os.write(ours, b"1")
            _shown(ours)
        assert _answers(home) > answered, "no answer was kept"
        ends = time.monotonic() + PATIENCE
        while app.poll() is None and time.monotonic() < ends:
            with suppress(OSError):  # it has left in between
                os.write(ours, b"q")
            _shown(ours)
        assert app.returncode is not None, "it did not leave"
    finally:
        app.kill()
        app.wait()
        os.close(ours)
    return _outward(said)


def _answers(home: Path) -> int:
    return sum(path.read_text(encoding="utf-8").count("[[answer]]") for path in home.glob("journal/*.toml"))


def _shown(screen: int, wait: float = 0.5) -> None:
    """Wait until nothing more is drawn."""
    while select.select([screen], [], [], wait)[0]:
        try:
            os.read(screen, 65536)
        except OSError:
            return
        wait = 0.3


def _around(home: Path) -> Mapping[str, str]:
    root = str(Path(__file__).parents[2])
    return os.environ | {
        HOME: str(home),
        SCHOOL: str(home / SHELF),
        "PYTHONPATH": root,
        "TERM": "xterm-256color",
        "BROWSER": "true",
    }


def _outward(said: Path) -> list[str]:
    return [line for line in said.read_text(errors="replace").splitlines() if OUTWARD.search(line)]


def every_command() -> None:
    """Give every command once, in one process; the home is where this is run."""
    from .outputs import said

    for name, arguments in every().items():
        assert [*said(Path.cwd(), name, "text", *arguments, typed=TYPED)], name


def look(*, one_by_one: bool) -> Iterator[str]:
    """Watch every command, all in one process or each in its own, and the screen."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home)
        (home / "out").mkdir()
        programs = (
            [(*PROGRAM, *arguments) for arguments in every().values()] if one_by_one else [(sys.executable, "-c", ALL)]
        )
        for program in programs:
            yield from watched(home, program)
        yield from watched_on_screen(home)


def careless() -> list[str]:
    """Watch a program that opens a socket."""
    with TemporaryDirectory() as folder:
        return watched(Path(folder), CARELESS)


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Watch every command and the screen, and a program that is not so careful."""
    if not can_be_watched():
        return Figure(PROMISE, "nothing", 0, "nothing", twin_caught=True, left_out=f"all of it, for {WITHOUT}")
    found, twin = [*look(one_by_one=long)], careless()
    return Figure(
        PROMISE,
        f"{len(every())} commands and the screen, where a check is answered, under strace",
        len(found),
        f"{len(twin)} socket seen",
        bool(twin),
    )


TRIALS = (Trial("no-network", run),)
