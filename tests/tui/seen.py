"""What is on the screen, as a person sees it, and what one waits for before looking."""

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.pilot import Pilot

from audit_tui.audit import Audit
from audit_tui.record import Result
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.screens.form import FormScreen
from audit_tui.tui.screens.note import NoteScreen
from audit_tui.tui.screens.sitting import SittingScreen

from ..conftest import TODAY

SIZE = (80, 24)
SCROLL_BAR = "▁▂▃▄▅▆▇█▔"


def lines(app: App[None]) -> list[list[Segment]]:
    """Give the screen's lines as the compositor draws them, dialogs over what lies beneath."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def text(app: App[None]) -> str:
    """Give the text of the screen on top."""
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines(app))


def flat(app: App[None]) -> str:
    """Give the text without its line ends, for sentences that wrap."""
    return " ".join(text(app).split())


def in_box(app: App[None]) -> str:
    """Give the text of the box on top without its frame, its scroll bar and line ends."""
    lines = [line.split("│")[1].rstrip(f" {SCROLL_BAR}") for line in text(app).splitlines() if "│" in line]
    return " ".join(" ".join(lines).split())


def is_busy(app: App[None]) -> bool:
    """Tell whether the screen on top is still keeping something."""
    screen = app.screen
    return isinstance(screen, BusyScreen | FormScreen | NoteScreen) and screen.busy


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what was given is kept, and the screen shows it."""
    await pilot.pause()
    while is_busy(pilot.app):
        await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each after what the one before it did was kept and shown."""
    await settled(pilot)
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def typed_ahead(pilot: Pilot[None], *keys: str) -> None:
    """Press keys all at once, without waiting for what the first of them does."""
    await settled(pilot)
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await settled(pilot)


def sitting_screen(app: AuditApp) -> SittingScreen:
    """Give the sitting under way; there is one at most."""
    (found,) = [screen for screen in app.screen_stack if isinstance(screen, SittingScreen)]
    return found


def kept(audit: Audit, checklist_id: str = "chirp") -> dict[str, Result]:
    """Give what counts in the journal, and insist that nothing in it is odd."""
    status = audit.status(audit.person.library.checklists[checklist_id], TODAY)
    assert audit.history(checklist_id, TODAY)[1] == []
    return {check.check.id: check.answer.result for check in status.checks if check.answer}
