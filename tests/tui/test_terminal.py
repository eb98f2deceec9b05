"""The terminal itself is left as it was found."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.tui.app import TURN, AuditApp

from ..conftest import Clock

PATIENCE = 30


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


def test_a_machine_that_shuts_down_leaves_the_terminal_in_order(tmp_path: Path) -> None:
    screen, inside = pty.openpty()
    surroundings = os.environ | {"AUDIT_TUI_HOME": str(tmp_path), "TERM": "xterm-256color"}
    app = subprocess.Popen(
        [sys.executable, "-m", "audit_tui"], stdin=inside, stdout=inside, stderr=inside, env=surroundings
    )
    os.close(inside)
    try:
        assert b"Which of these" in read_until(screen, b"Which of these")
        app.send_signal(signal.SIGTERM)
        assert b"\x1b[?1049l" in read_until(screen, b"\x1b[?1049l")
        assert app.wait(PATIENCE) == 128 + signal.SIGTERM
    finally:
        app.kill()
        app.wait()
        os.close(screen)


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
