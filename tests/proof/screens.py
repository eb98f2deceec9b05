"""Every screen of a home, as the characters that would go to the terminal."""

import asyncio
import re
from collections.abc import Iterator
from datetime import timedelta
from unittest.mock import patch

from textual.app import App
from textual.pilot import Pilot

from audit_tui.audit import Audit
from audit_tui.tui.app import AuditApp
from audit_tui.tui.widgets.haste import Haste

from ..conftest import Clock
from .dressed import Dressed
from .outputs import Output
from .whole import DAY, places

SIZE = (160, 70)
JOURNEYS = (
    ("board", ()), ("sitting", ("enter",)), ("note", ("enter", "n")), ("exception", ("enter", "6")), ("overview", ("enter", "l")),
    ("end", ("enter", "s", "s", "s", "s", "s")), ("history", ("down", "h")), ("answers", ("down", "h", "enter")),
    ("confirm", ("down", "h", "w")), ("summary", ("s",)), ("accounts", ("a",)), ("trips", ("p",)), ("trip", ("p", "enter")),
    ("phones", ("i",)), ("team", ("m",)), ("statement", ("g",)), ("palette", ("ctrl+p",)), ("problems", ("e",)), ("help", ("f1",)),
)  # fmt: skip
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
        for name, keys in JOURNEYS:
            while len(app.screen_stack) > 2:
                app.pop_screen()
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            found.append(Output(f"screen {name}", "text", _drawn(app)))
        for typed in (dressed.texts["note"], dressed.texts["folder"]):
            app.notify(typed, title=typed)
            await _paste(pilot, typed)
            found.append(Output("screen after a paste", "text", _drawn(app)))
        found.append(Output("window title", "text", f"{app.title} {app.sub_title}"))
    return found


async def _paste(pilot: Pilot[None], typed: str) -> None:
    from textual import events

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
