"""The terminal itself is left as it was found."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.paths import find_paths
from audit_tui.tui.app import TURN, AuditApp

from ..conftest import Clock

PATIENCE = 30
OWN_TERMINAL = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from audit_tui.__main__ import run
run()
"""


def read_until(screen: int, wanted: bytes) -> bytes:
    found = b""
    ends = time.monotonic() + PATIENCE
    while wanted not in found and time.monotonic() < ends:
        if select.select([screen], [], [], 0.2)[0]:
            try:
                found += os.read(screen, 65536)
            except OSError:
                break
    return found


@contextmanager
def at_a_terminal(home: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Start the program on a terminal of its own; give it, and the terminal's other end."""
    screen, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-c", OWN_TERMINAL, *arguments], stdin=inside, stdout=inside, stderr=inside,
        env=os.environ | {"AUDIT_TUI_HOME": str(home), "TERM": "xterm-256color"}, start_new_session=True,
    )  # fmt: skip
    os.close(inside)
    try:
        yield program, screen
    finally:
        program.kill()
        program.wait()
        with suppress(OSError):
            os.close(screen)


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_whatever_stops_it_leaves_the_terminal_in_order(tmp_path: Path, sign: signal.Signals) -> None:
    with at_a_terminal(tmp_path) as (app, screen):
        assert b"Which of these" in read_until(screen, b"Which of these")
        app.send_signal(sign)
        assert b"\x1b[?1049l" in read_until(screen, b"\x1b[?1049l")
        assert app.wait(PATIENCE) == 128 + sign


def type_on_the_screen(screen: int) -> None:
    read_until(screen, b"Find a command")
    os.write(screen, b"e")
    read_until(screen, b"What happened")
    os.write(screen, b"a call")
    read_until(screen, b"a call")


def type_in_lines(screen: int) -> None:
    read_until(screen, b"answer:")
    os.write(screen, b"e\n")
    read_until(screen, b"happened:")
    os.write(screen, b"a call\n")
    read_until(screen, b"When:")


@pytest.mark.parametrize("stop", ["SIGTERM", "SIGHUP", "SIGQUIT", "the window closes"])
@pytest.mark.parametrize(("option", "type_it"), [([], type_on_the_screen), (["--plain"], type_in_lines)])
def test_an_entry_half_typed_is_kept_whatever_stops_it(
    tmp_path: Path, option: list[str], type_it: Callable[[int], None], stop: str
) -> None:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path)}))
    audit.person.choose("accounts", [])
    with at_a_terminal(tmp_path, "review", "cyberbullying", *option) as (program, screen):
        type_it(screen)
        if stop in signal.Signals.__members__:
            program.send_signal(signal.Signals[stop])
            read_until(screen, b"nothing: it ends")
        else:
            os.close(screen)
        program.wait(PATIENCE)
    today = date.today()  # noqa: DTZ011 - the program has this machine's clock
    entries, problems = audit.evidence(audit.person.library.checklists["cyberbullying"], today)
    assert ([entry.what for entry in entries], problems) == (["a call"], [])


def test_what_writes_to_the_terminal_waits_less_for_its_turn(
    audit: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = sys.getswitchinterval()
    during: list[float] = []
    monkeypatch.setattr(AuditApp, "run", lambda _: during.append(sys.getswitchinterval()))
    try:
        assert AuditApp(audit, clock).run_to_end() == 0
        assert during == [pytest.approx(TURN)]
        assert usual / 4 > TURN
    finally:
        sys.setswitchinterval(usual)
