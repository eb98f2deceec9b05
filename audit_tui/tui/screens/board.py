"""The board: what to do with ten minutes now, and every checklist with how it stands."""

import asyncio
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.audit import TEN_MINUTES, Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.text import format_date
from audit_tui.tui.attempt import attempt
from audit_tui.tui.screens.ahead import bring_in_sittings
from audit_tui.tui.screens.board_rows import NOW, board_rows, detail, headline, standing
from audit_tui.tui.screens.doors import DoorsScreen
from audit_tui.tui.widgets.haste import textual_time
from audit_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from audit_tui.sitting.sitting import Sitting

MINUTE = 60
REST = 0.6
SEEN = 0.25
ADD = "{} is not among your accounts. Add it, so that it comes round again? No goes through it this once."


class BoardScreen(DoorsScreen):
    """Today's view; the person starts with what matters most, or chooses a checklist."""

    HELP = (
        "The first line is for ten minutes now: press Enter and answer what matters most. Below it each line is one "
        "checklist; those that need you are at the top."
    )
    BINDINGS = [
        Binding("enter", "open", "Start", id="board.open", key_display="Enter"),
        Binding("h", "history", "Earlier answers", id="board.history"),
        Binding("s", "summary", "Summary", id="board.summary"),
        Binding("a", "accounts", "Accounts and phone", id="board.accounts"),
        Binding("c", "settings", "Settings", id="board.settings"),
        Binding("p", "trips", "Trips", id="board.trips"),
        Binding("i", "phones", "IMEI", id="board.phones"),
        Binding("g", "hand_in", "Hand in", id="board.hand_in"),
        Binding("m", "team", "Team", id="board.team"),
        Binding("f", "files", "Files with problems", id="board.files"),
        Binding("t", "app.theme", "Light or dark", id="board.theme"),
        Binding("q", "quit", "Quit", id="board.quit"),
    ]

    def __init__(
        self, audit: Audit, clock: Callable[[], datetime], key_problems: tuple[UserError, ...],
        first: Checklist | float | None,
    ) -> None:  # fmt: skip
        super().__init__(audit, clock, key_problems)
        self.first = first
        self.board: Board | None = None
        self._back = -inf
        self._has_history = False
        self.rows = RowList()

    def parts(self) -> Iterable[Widget]:
        """Show the lines for now, the list, and more on the row under the cursor."""
        yield Static(id="headline")
        yield Static(id="standing")
        yield self.rows
        yield Static(id="detail")

    def on_mount(self) -> None:
        """Begin with what was asked for on the command line; on the first run, ask which accounts are held."""
        self.set_interval(MINUTE, self._look_if_the_day_changed)
        self.set_timer(SEEN, partial(asyncio.to_thread, bring_in_sittings, self.audit))
        self.watch(self.rows, "cursor", self._tell_more, init=False)
        self.watch(self.app, "app_focus", self._came_back, init=False)
        if isinstance(self.first, Checklist):
            self.open_checklist(self.first)
        elif self.first is not None:
            self._sit_for(self.first)
        elif self.audit.person.choices.accounts is None and attempt(self, self.audit.person.settings.read):
            self.action_accounts()

    def on_screen_resume(self) -> None:
        """Look again, whatever was done elsewhere."""
        comes_back = self.board is not None
        self.look()
        if comes_back:
            self._back = textual_time()

    def _came_back(self, here: bool) -> None:  # noqa: FBT001 - what a watcher is given
        """Look again when the person comes back to this window: another may have been at work."""
        if here and self.is_current:
            self.look()

    def _look_if_the_day_changed(self) -> None:
        if self.is_current and self.board and self.board.today != self.today:
            self.look()

    def look(self) -> None:
        """Take today's view of everything, and show it."""
        self.board = board = self.audit.board(self.today)
        self.entitle(f"Privacy checks · {format_date(board.today)}")
        now = self.audit.plan(board, TEN_MINUTES)
        self.query_one("#headline", Static).update(Content(headline(board, now, self.problems)))
        self.query_one("#standing", Static).update(Content(standing(board)))
        self.rows.show(board_rows(board, now))
        self._tell_more()
        self.refresh_bindings()

    def _tell_more(self) -> None:
        """Say more on the row under the cursor, in the frame in which the cursor comes to it."""
        status = self._status()
        if self.board:
            self.query_one("#detail", Static).update(Content(detail(self.board, status)), layout=False)
        if self._has_history is not (status is not None):
            self._has_history = status is not None
            self.refresh_bindings()

    def _status(self) -> ChecklistStatus | None:
        line = self.rows.current
        return self.board.find(line.key) if self.board and line else None

    @on(RowList.Picked)
    def _picked(self, event: RowList.Picked) -> None:
        if event.key == NOW:
            self._sit_for(TEN_MINUTES)
        else:
            self.open_checklist(self.audit.person.library.checklists[event.key])

    def _sit_for(self, minutes: float) -> None:
        self._begin(lambda: self.audit.ten_minutes(minutes, self.clock()))

    @work(exclusive=True, group="sitting")
    async def open_checklist(self, checklist: Checklist) -> None:
        """Go through a checklist; one that is not held may be added first, or gone through this once."""
        from audit_tui.tui.screens.confirm import ConfirmScreen

        if not self.audit.person.is_held(checklist):
            added = await self.ask(ConfirmScreen(ADD.format(checklist.title)))
            if added is None or (added and not attempt(self, lambda: self._add(checklist))):
                return
        self._begin(lambda: self.audit.sitting(checklist, self.clock()))

    def _add(self, checklist: Checklist) -> None:
        self.audit.person.hold(self.today, accounts=[checklist.id], instead_of=())

    def _begin(self, make: "Callable[[], Sitting]") -> None:
        """Open a sitting, unless one is open already: keys typed ahead open no second one."""
        from audit_tui.tui.screens.sitting import SittingScreen

        if any(isinstance(screen, SittingScreen) for screen in self.app.screen_stack):
            return
        made: list[Sitting] = []
        if attempt(self, lambda: made.append(make())) and made[0].asked:
            self.app.push_screen(SittingScreen(made[0], self.audit, self.clock))

    def action_open(self) -> None:
        """Start what is under the cursor."""
        self.rows.choose()

    def action_history(self) -> None:
        """Show earlier answers of the checklist under the cursor."""
        from audit_tui.tui.screens.history import HistoryScreen

        if status := self._status():
            self.app.push_screen(HistoryScreen(self.audit, status.checklist, self.clock))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer earlier answers only of a checklist, and the files with problems only where there are any."""
        if action == "history":
            return self._status() is not None
        return bool(self.problems) if action == "files" else True

    def action_quit(self) -> None:
        """Leave the program, unless the key was meant for what lay over the board until now."""
        if textual_time() - self._back >= REST:
            self.app.exit()
