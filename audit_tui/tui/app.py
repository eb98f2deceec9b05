"""The app: themes, keys and help; every place is a screen, and the board is the first of them."""

import asyncio
import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from signal import SIGTERM

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.tui.attempt import attempt
from audit_tui.tui.help import HELP, help_page, key_groups
from audit_tui.tui.keymap import checked_keymap
from audit_tui.tui.palette import Commands
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.reader import ReaderScreen
from audit_tui.tui.screens.titled_screen import LOW, SHORT
from audit_tui.tui.themes import DARK, LIGHT, THEMES


class AuditApp(App[None]):
    """Privacy checks for school staff, on the screen.

    `first` is what to begin with: a checklist, or so many minutes.
    """

    TITLE = "Privacy checks"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-short"), (SHORT, "-high")]
    COMMANDS = {Commands}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [
        Binding("ctrl+q", "quit", "Quit", id="app.quit", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "Find a command", id="app.palette", key_display="Ctrl+P"),
    ]

    def __init__(self, audit: Audit, clock: Callable[[], datetime], first: Checklist | float | None = None) -> None:
        super().__init__()
        self.audit = audit
        self.clock = clock
        self.first = first
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = (
            audit.person.choices.theme if audit.person.choices.theme in {theme.name for theme in THEMES} else DARK.name
        )
        keymap, self.key_problems = checked_keymap(audit.person.choices.keys, key_groups(self.BINDINGS))
        self.set_keymap(keymap)

    def run_to_end(self) -> int:
        """Run the app and give its exit code."""
        self.run()
        return self.return_code or 0

    def get_default_screen(self) -> Screen[None]:
        """Start from the board; every other place lies over it."""
        return BoardScreen(self.audit, self.clock, tuple(self.key_problems), self.first)

    def on_ready(self) -> None:
        """Keep what was loaded out of every later collection."""
        gc.freeze()
        gc.enable()

    def on_mount(self) -> None:
        """Leave the terminal as it was found when the machine shuts down; there is nothing left to save."""
        with suppress(NotImplementedError):  # Windows has no such signal
            asyncio.get_running_loop().add_signal_handler(SIGTERM, lambda: self.exit(return_code=128 + SIGTERM))

    async def on_event(self, event: events.Event) -> None:
        """Let the next key take away what was said about the last one."""
        if isinstance(event, events.Key):
            self.clear_notifications()
        await super().on_event(event)

    def action_help(self) -> None:
        """Show what this place is for and every key of it; over help itself, nothing more."""
        if not (isinstance(self.screen, ReaderScreen) and self.screen.page.title == HELP):
            self.push_screen(ReaderScreen(help_page(self.screen)))

    def action_theme(self) -> None:
        """Change between light and dark, and remember it."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        attempt(self.screen, lambda: self.audit.person.choose("theme", self.theme))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give none: the palette is made from our own bindings."""
        return ()
