"""The app: holds the board and the walk under way, and is the only caller of the audit."""

import gc
from collections.abc import Callable, Iterable
from datetime import datetime

from textual import on
from textual.app import SystemCommand
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.schedule.walk import Walk
from audit_tui.text import format_date
from audit_tui.tui import messages
from audit_tui.tui.desk import Desk
from audit_tui.tui.help import help_page, key_groups
from audit_tui.tui.keymap import checked_keymap
from audit_tui.tui.palette import Commands
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.reader import ReaderScreen
from audit_tui.tui.screens.walk import WalkScreen
from audit_tui.tui.themes import DARK, LIGHT, THEMES

MINUTE = 60


class AuditApp(Desk):
    """Privacy checks for school staff, on the screen."""

    TITLE = "Privacy checks"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]
    COMMANDS = {Commands}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [
        Binding("ctrl+q", "quit", "Quit", id="app.quit", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "Find a command", id="app.palette", key_display="Ctrl+P"),
    ]

    walk: reactive[Walk | None] = reactive(None)

    def __init__(self, audit: Audit, clock: Callable[[], datetime], first: Checklist | None = None) -> None:
        super().__init__(audit, clock)
        self.first = first
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = audit.choices.theme if audit.choices.theme in {theme.name for theme in THEMES} else DARK.name
        keymap, self.key_problems = checked_keymap(audit.choices.keys, key_groups(self.BINDINGS))
        self.set_keymap(keymap)

    def run_to_end(self) -> int:
        """Run the app and give its exit code."""
        self.run()
        return self.return_code or 0

    def get_default_screen(self) -> Screen[None]:
        """Start from the board; every other place lies over it."""
        return BoardScreen()

    def on_mount(self) -> None:
        """Show the board; on the first run, ask which accounts are held."""
        self._look()
        self.set_interval(MINUTE, self._look_if_the_day_changed)
        if self.first:
            self._begin(self.first)
        elif self.audit.choices.accounts is None and not self.audit.problems:
            self.action_accounts()

    def _look_if_the_day_changed(self) -> None:
        if self.board and self.board.today != self.today and self.walk is None:
            self._look()

    def on_ready(self) -> None:
        """Keep what was loaded out of every later collection."""
        gc.freeze()
        gc.enable()

    def on_app_focus(self) -> None:
        """Look again when the person comes back to the window."""
        self._look_if_the_day_changed()

    def current_walk(self) -> Walk:
        """Give the walk under way."""
        if self.walk is None:
            raise LookupError("no walk is under way")
        return self.walk

    # What screens tell.

    @on(messages.ChecklistChosen)
    def _chosen(self, message: messages.ChecklistChosen) -> None:
        self._begin(self.audit.library.checklists[message.checklist_id])

    def _begin(self, checklist: Checklist) -> None:
        def begin() -> None:
            self.walk = Walk(self.audit.row(checklist, self.today), self.audit.open(checklist, self.today))
            self.push_screen(WalkScreen(self.walk, self))

        self._attempt(begin)

    @on(messages.Answered)
    def _answered(self, message: messages.Answered) -> None:
        walk = self.current_walk()

        def keep() -> None:
            checklist, check = walk.row.checklist, walk.checks[message.position]
            draft = self.audit.answer(walk.draft, checklist, check, message.given, self.today)
            self.walk = Walk(walk.row, draft)

        self._attempt(keep)

    @on(messages.TakenBack)
    def _taken_back(self, message: messages.TakenBack) -> None:
        walk = self.current_walk()

        def take_back() -> None:
            self.walk = Walk(walk.row, self.audit.take_back(walk.draft, walk.checks[message.position].id))

        self._attempt(take_back)

    @on(messages.EvidenceGiven)
    def _written_down(self, message: messages.EvidenceGiven) -> None:
        walk = self.current_walk()

        def write_down() -> None:
            self.walk = Walk(walk.row, self.audit.write_down(walk.draft, message.entry))

        self._attempt(write_down)

    @on(messages.WalkEnded)
    def _walk_ended(self, message: messages.WalkEnded) -> None:
        walk = self.current_walk()

        def end() -> None:
            if message.leaving is messages.Leaving.RECORD:
                review = self.audit.finish(walk.draft, walk.row.checklist, self.clock(), self.today)
                due = f" Next due {format_date(review.next_due)}." if review.next_due else ""
                self.notify(f"{review.title}: {len(review.answers)} of {len(walk.checks)} answered.{due}",
                            title="Saved", markup=False)  # fmt: skip
            elif message.leaving is messages.Leaving.DISCARD:
                self.audit.discard(walk.draft)

        if self._attempt(end):
            self.walk = None
            self.pop_screen()
            self._look()

    # What keys do.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the list of files with problems only where there are any."""
        return bool(self.problems) if action == "files" else True

    def action_help(self) -> None:
        """Show what this place is for and every key of it."""
        self.push_screen(ReaderScreen(help_page(self.screen)))

    def action_theme(self) -> None:
        """Change between light and dark, and remember it."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        self._attempt(lambda: self.audit.choose("theme", self.theme))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give none: the palette is made from our own bindings."""
        return ()
