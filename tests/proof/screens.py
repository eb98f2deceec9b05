"""Every screen of a home, as the characters that would go to the terminal."""

import asyncio
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from textual import events
from textual.app import App
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen

from audit_tui.audit import Audit
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.accounts import AccountsScreen
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.end import EndScreen
from audit_tui.tui.screens.form import FormScreen
from audit_tui.tui.screens.given_answers import GivenAnswersScreen
from audit_tui.tui.screens.history import HistoryScreen
from audit_tui.tui.screens.note import NoteScreen
from audit_tui.tui.screens.overview import OverviewScreen
from audit_tui.tui.screens.phones import PhonesScreen
from audit_tui.tui.screens.reader import ReaderScreen
from audit_tui.tui.screens.sharing import StatementScreen, TeamForm
from audit_tui.tui.screens.sitting import SittingScreen
from audit_tui.tui.screens.trips import TripsScreen
from audit_tui.tui.widgets.haste import Haste

from ..conftest import Clock
from .dressed import Dressed
from .outputs import Output
from .whole import DAY, SHARED, places

SIZE = (160, 70)
FOLDER = "the shared folder"
JOURNEYS = (
    ("board", (), BoardScreen), ("sitting", ("enter",), SittingScreen), ("note", ("enter", "n"), NoteScreen),
    ("exception", ("enter", "6"), FormScreen), ("overview", ("enter", "l"), OverviewScreen),
    ("history", ("down", "h"), HistoryScreen), ("answers", ("down", "h", "enter"), GivenAnswersScreen),
    ("confirm", ("down", "h", "w"), ConfirmScreen), ("summary", ("s",), ReaderScreen), ("accounts", ("a",), AccountsScreen),
    ("trips", ("p",), TripsScreen), ("trip", ("p", "c"), FormScreen), ("phones", ("i",), PhonesScreen), ("team form", ("m",), TeamForm),
    ("team", ("m", FOLDER, "enter", "enter"), ReaderScreen), ("statement", ("g", "enter", FOLDER, "enter"), StatementScreen),
    ("palette", ("ctrl+p",), CommandPalette), ("problems", ("f",), ReaderScreen), ("help", ("f1",), ReaderScreen),
    ("end", ("enter", "1", "q"), EndScreen),
)  # fmt: skip
PATIENCE = 100
STYLING = re.compile(r"\x1b\[[0-9;]*m")


def screens(dressed: Dressed) -> Iterator[Output]:
    """Go to every screen, and give what is drawn there; a link or an action in it is a fault of its own."""
    with patch.multiple(Haste, SEEN=0, AGAIN=0, GAP=0):
        yield from asyncio.run(_all(dressed))


async def _all(dressed: Dressed) -> list[Output]:
    audit = Audit(places(dressed.home))
    app = AuditApp(audit, Clock(DAY + timedelta(days=100)))
    found: list[Output] = []
    async with app.run_test(size=SIZE) as pilot:
        for name, keys, reached in JOURNEYS:
            await _home(pilot)
            for key in keys:
                await (_paste(pilot, str(dressed.home / SHARED)) if key == FOLDER else pilot.press(key))
                await pilot.pause()
            await _come_to(pilot, name, reached)
            found.append(Output(f"screen {name}", "text", _drawn(app)))
        for typed in (dressed.texts["note"], dressed.texts["folder"]):
            app.notify(typed, title=typed)
            await _paste(pilot, typed)
            found.append(Output("screen after a paste", "text", _drawn(app)))
        found.append(Output("window title", "text", f"{app.title} {app.sub_title}"))
    return found


async def _home(pilot: Pilot[None]) -> None:
    """Leave whatever lies over the board, as a person does, and go to its first line."""
    while len(pilot.app.screen_stack) > 1:
        pilot.app.screen.dismiss(None)
        await pilot.pause()
    await pilot.press("home")


async def _come_to(pilot: Pilot[None], name: str, reached: type[Screen[Any]]) -> None:
    """Wait until a screen is there, for some come out of a thread."""
    for _ in range(PATIENCE):
        if type(pilot.app.screen) is reached:
            return
        await pilot.pause(0.02)
    raise AssertionError(f"{name} came to {type(pilot.app.screen).__name__}")


async def _paste(pilot: Pilot[None], typed: str) -> None:
    pilot.app.post_message(events.Paste(typed))
    await pilot.pause()


def _drawn(app: App[None]) -> str:
    """Give what the compositor draws; what a click would do is written out, for there may be none from a text."""
    lines = [list(strip) for strip in app.screen._compositor.render_strips()]
    acting = [
        f"\x1b{segment.style.meta or segment.style.link}"
        for line in lines for segment in line
        if segment.style and (segment.style.link or "evil" in str(segment.style.meta) or "app.quit" in str(segment.style.meta))
    ]  # fmt: skip
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines) + "".join(acting)
