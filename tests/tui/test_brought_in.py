"""The start brings in what the first screen shows; every other place comes when it is opened."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.paths import find_paths

from ..conftest import TODAY

OPEN = """
import asyncio, json, sys
from audit_tui.audit import Audit
from audit_tui.cli.context import now
from audit_tui.paths import find_paths
from audit_tui.tui.app import AuditApp

async def look():
    app = AuditApp(Audit(find_paths()), now)
    async with app.run_test(size=(120, 40)) as pilot:
        loaded = sorted(name for name in sys.modules if name.startswith(("audit_tui.tui.", "textual.widgets._")))
        print(json.dumps(loaded))

asyncio.run(look())
"""
FIRST = {
    "app", "attempt", "screens", "screens.ahead", "screens.board", "screens.board_rows", "screens.doors", "screens.placed_screen",
    "screens.titled_screen", "stopping", "themes", "widgets", "widgets.backdrop", "widgets.haste", "widgets.key_line", "widgets.row_layout",
    "widgets.row_list", "widgets.steady_text",
}  # fmt: skip
ACCOUNTS = FIRST | {"screens.accounts", "screens.busy_screen"}

ANSWER = """
import asyncio, json, sys, threading
from audit_tui.audit import Audit
from audit_tui.cli.context import now
from audit_tui.paths import find_paths
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens import board
from audit_tui.tui.widgets.haste import Haste

done = threading.Event()
bring_in = board.bring_in_sittings

def noted(audit):
    bring_in(audit)
    done.set()

async def look():
    app = AuditApp(Audit(find_paths()), now)
    async with app.run_test(size=(120, 40)) as pilot:
        while not done.is_set():
            await pilot.pause(0.05)
        before = set(sys.modules)
        await pilot.press("enter")
        while not hasattr(app.screen, "position"):
            await pilot.pause(0.05)
        await pilot.press("1")
        while app.screen.position == 0:
            await pilot.pause(0.05)
        print(json.dumps(sorted(set(sys.modules) - before)))

board.bring_in_sittings = noted
Haste.SEEN = Haste.AGAIN = Haste.GAP = 0
asyncio.run(look())
"""


def loaded(home: Path, script: str = OPEN) -> set[str]:
    surroundings = os.environ | {"AUDIT_TUI_HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", script], env=surroundings, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def ours(names: set[str]) -> set[str]:
    return {name.removeprefix("audit_tui.tui.") for name in names if name.startswith("audit_tui.")}


@pytest.fixture
def settled_in(tmp_path: Path) -> Path:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path)}))
    audit.person.hold(TODAY, accounts=["google-account"], instead_of=())
    return tmp_path


def test_the_board_brings_in_itself_only(settled_in: Path) -> None:
    names = loaded(settled_in)
    assert ours(names) == FIRST
    assert "textual.widgets._text_area" not in names


def test_a_first_run_brings_in_the_question_about_accounts_as_well(tmp_path: Path) -> None:
    names = loaded(tmp_path)
    assert ours(names) >= {"screens.accounts"}
    assert not ours(names) & {"help", "palette", "screens.sitting", "screens.trips", "screens.sharing", "screens.note"}


def test_keys_of_ones_own_are_checked_against_every_place(settled_in: Path) -> None:
    Audit(find_paths({"AUDIT_TUI_HOME": str(settled_in)})).person.choose("keys", {"trips.new": "z"})
    assert "screens.trips" in ours(loaded(settled_in))


def test_a_card_and_an_answer_bring_in_nothing_once_the_board_was_read(settled_in: Path) -> None:
    assert loaded(settled_in, ANSWER) == set()
