"""The app: themes, keys and help; every place is a screen, and the board is the first of them."""

import gc
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import Provider
from textual.dom import DOMNode
from textual.notifications import SeverityLevel
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.person import Person
from audit_tui.tui.attempt import attempt
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.placed_screen import PlacedScreen
from audit_tui.tui.screens.titled_screen import LOW, SHORT
from audit_tui.tui.stopping import stop_on_signals
from audit_tui.tui.themes import DARK, LIGHT, THEMES

TURN = 0.0005


def commands() -> type[Provider]:
    """Bring in the palette when it is opened."""
    from audit_tui.tui.palette import Commands

    return Commands


class AuditApp(App[None]):
    """Privacy checks for school staff, on the screen.

    `first` is what to begin with: a checklist, or so many minutes.
    """

    TITLE = "Privacy checks"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-short"), (SHORT, "-high")]
    COMMANDS = {commands}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [
        Binding("ctrl+q", "quit", "Quit", id="app.quit", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "Find a command", id="app.palette", key_display="Ctrl+P"),
    ]

    def _chosen_theme(self) -> str:
        chosen = self.audit.person.choices.theme
        return chosen if chosen in self.available_themes else DARK.name

    theme: Reactive[str] = Reactive(Initialize(_chosen_theme))

    def __init__(self, audit: Audit, clock: Callable[[], datetime], first: Checklist | float | None = None) -> None:
        self.audit = audit
        super().__init__()
        self.clock = clock
        self.first = first
        self.told = False
        self.key_problems: list[UserError] = []
        if audit.person.choices.keys:
            keymap, self.key_problems = self.checked_keys(audit.person)
            self.set_keymap(keymap)

    @classmethod
    def checked_keys(cls, person: Person) -> tuple[dict[str, str], list[UserError]]:
        """Sort a person's keys into those that can be used and the problems with the others."""
        from audit_tui.tui.help import key_groups
        from audit_tui.tui.keymap import checked_keymap

        return checked_keymap(person.choices.keys, key_groups(cls.BINDINGS), str(person.paths.settings))

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The two themes there are, by name."""
        return {theme.name: theme for theme in THEMES}

    def run_to_end(self) -> int:
        """Run the app and give its exit code; the thread that writes to the terminal soon has its turn."""
        sys.setswitchinterval(TURN)
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
        """Leave the terminal as it was found when somebody or a shutdown stops us; what is typed is kept."""
        stop_on_signals(self.exit, self._keep_typed)

    async def _keep_typed(self) -> bool:
        """Keep what is typed anywhere; tell whether nothing is lost by leaving."""
        kept = [await screen.is_kept() for screen in self.screen_stack if isinstance(screen, PlacedScreen)]
        return all(kept)

    def notify(
        self, message: str, *, title: str = "", severity: SeverityLevel = "information",
        timeout: float | None = None, markup: bool = True,
    ) -> None:  # fmt: skip
        """Say something, until the next key."""
        self.told = True
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    async def on_event(self, event: events.Event) -> None:
        """Let the next key take away what was said about the last one."""
        if self.told and isinstance(event, events.Key):
            self.told = False
            self.clear_notifications()
        await super().on_event(event)

    async def run_action(
        self, action: str | tuple[str, str, tuple[object, ...]], default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:  # fmt: skip
        """Do what a key or a click asks for; once the program is being left, they do nothing more."""
        quitting = self.return_code is not None
        return quitting or await super().run_action(action, default_namespace, namespaces)

    async def action_quit(self) -> None:
        """Leave, unless something typed cannot be kept: that is said first, and quitting once more leaves without."""
        if await self._keep_typed():
            self.exit()

    def action_help(self) -> None:
        """Show what this place is for and every key of it; over help itself, nothing more."""
        from audit_tui.tui.help import HELP, help_page
        from audit_tui.tui.screens.reader import ReaderScreen

        if not (isinstance(self.screen, ReaderScreen) and self.screen.page.title == HELP):
            self.push_screen(ReaderScreen(help_page(self.screen)))

    def action_theme(self) -> None:
        """Change between light and dark, and remember it."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        attempt(self.screen, lambda: self.audit.person.choose("theme", self.theme))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give none: the palette is made from our own bindings."""
        return ()
