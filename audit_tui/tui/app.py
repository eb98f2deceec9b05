"""The app: holds the board and the walk under way, and is the only caller of the audit."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.library.shelf import Library
from audit_tui.problems import Problem
from audit_tui.report.page import Page
from audit_tui.report.standing import problem_blocks, summary_page
from audit_tui.schedule.board import Board
from audit_tui.schedule.walk import Walk
from audit_tui.tui import messages
from audit_tui.tui.help import help_page, key_groups
from audit_tui.tui.keys import checked_keymap
from audit_tui.tui.palette import Commands
from audit_tui.tui.screens.accounts import AccountsScreen
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.history import HistoryScreen
from audit_tui.tui.screens.phones import PhonesScreen
from audit_tui.tui.screens.reader import ReaderScreen
from audit_tui.tui.screens.trips import TripsScreen
from audit_tui.tui.screens.walk import WalkScreen
from audit_tui.tui.themes import DARK, LIGHT, THEMES
from audit_tui.words import day

MINUTE = 60


class AuditApp(App[None]):
    """Privacy checks for school staff, on the screen."""

    TITLE = "Privacy checks"
    CSS_PATH = "app.tcss"
    COMMANDS = {Commands}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [
        Binding("ctrl+q", "quit", "Quit", id="app.quit", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "Find a command", id="app.palette", key_display="Ctrl+P"),
    ]

    board: reactive[Board | None] = reactive(None)
    walk: reactive[Walk | None] = reactive(None)
    problems: reactive[tuple[Problem, ...]] = reactive(())

    def __init__(self, audit: Audit, clock: Callable[[], datetime], first: Checklist | None = None) -> None:
        super().__init__()
        self.audit = audit
        self.clock = clock
        self.first = first
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = audit.choices.theme if audit.choices.theme in {theme.name for theme in THEMES} else DARK.name
        keymap, self.key_problems = checked_keymap(audit.choices.keys, key_groups(self.BINDINGS))
        self.set_keymap(keymap)

    @property
    def today(self) -> date:
        """The day on the person's clock."""
        return self.clock().date()

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

    def on_app_focus(self) -> None:
        """Look again when the person comes back to the window."""
        self._look_if_the_day_changed()

    def _look(self) -> None:
        self.board = self.audit.board(self.today)
        self.problems = (*self.key_problems, *self.audit.problems)

    def _look_if_the_day_changed(self) -> None:
        if self.board and self.board.today != self.today and self.walk is None:
            self._look()

    def _attempt(self, act: Callable[[], None]) -> bool:
        """Do something that may fail for a reason a person can mend; say so and keep the screen as it is."""
        try:
            act()
        except Problem as problem:
            self.notify(str(problem), title="Not done", severity="error", timeout=30, markup=False)
            return False
        return True

    def current_walk(self) -> Walk:
        """Give the walk under way."""
        if self.walk is None:
            raise LookupError("no walk is under way")
        return self.walk

    # What screens may ask.

    def library(self) -> Library:
        """Give the checklists and policies."""
        return self.audit.library

    def phone_numbers(self, *, whole: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give each phone's name and numbers, masked unless the whole is asked for."""
        found: list[tuple[str, tuple[str, ...]]] = []
        self._attempt(lambda: found.extend(self.audit.phone_numbers(whole=whole)))
        return tuple(found)

    def phone(self) -> str | None:
        """Give the person's phone, if they have said."""
        return self.audit.choices.phone

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
                due = f" Next due {day(review.next_due)}." if review.next_due else ""
                self.notify(f"{review.title}: {len(review.answers)} of {len(walk.checks)} answered.{due}",
                            title="Saved", markup=False)  # fmt: skip
            elif message.leaving is messages.Leaving.DISCARD:
                self.audit.discard(walk.draft)

        if self._attempt(end):
            self.walk = None
            self.pop_screen()
            self._look()

    @on(messages.HistoryWanted)
    def _history_wanted(self, message: messages.HistoryWanted) -> None:
        reviews, _ = self.audit.history(message.checklist_id)
        self.push_screen(HistoryScreen(self.audit.library.checklists[message.checklist_id], reviews))

    @on(messages.Withdrawn)
    def _withdrawn(self, message: messages.Withdrawn) -> None:
        reviews, _ = self.audit.history(message.checklist_id)
        review = next(review for review in reviews if review.id == message.review_id)
        self._attempt(lambda: self.audit.withdraw(review, self.today))
        self._look()

    @on(messages.Chosen)
    def _choice_made(self, message: messages.Chosen) -> None:
        self._attempt(lambda: self.audit.choose(message.key, message.value))
        self._look()

    @on(messages.TripPlanned)
    def _trip_planned(self, message: messages.TripPlanned) -> None:
        trip = message.trip

        def plan() -> None:
            if message.before and message.before != trip.name:
                self.audit.cancel_trip(message.before)
            self.audit.plan_trip(trip.name, trip.first, trip.last)

        self._attempt(plan)
        self._trips_changed()

    @on(messages.TripCancelled)
    def _trip_cancelled(self, message: messages.TripCancelled) -> None:
        self._attempt(lambda: self.audit.cancel_trip(message.name))
        self._trips_changed()

    def _trips_changed(self) -> None:
        self._look()
        if isinstance(self.screen, TripsScreen):
            self.screen.show(self.audit.occasions.trips)

    @on(messages.NumbersGiven)
    def _numbers_given(self, message: messages.NumbersGiven) -> None:
        def record() -> None:
            self.audit.phones.record(message.numbers, self.today)

        self._attempt(record)
        self._phones_changed()

    @on(messages.NewPhone)
    def _new_phone(self) -> None:
        self._attempt(lambda: self.audit.new_phone(self.today))
        self._phones_changed()

    def _phones_changed(self) -> None:
        self._look()
        if isinstance(self.screen, PhonesScreen):
            self.screen.show()

    # What keys do.

    def action_accounts(self) -> None:
        """Ask which accounts and phone the person has."""
        self.push_screen(AccountsScreen(self.audit.choosable(), self.audit.choices, self.today))

    def action_trips(self) -> None:
        """Show the school trips."""
        self.push_screen(TripsScreen(self.audit.occasions.trips, self.today))

    def action_phones(self) -> None:
        """Show the phone's IMEI, masked."""
        self.push_screen(PhonesScreen(self))

    def action_summary(self) -> None:
        """Show the summary."""
        self.push_screen(ReaderScreen(summary_page(self.audit.board(self.today), self.problems)))

    def action_files(self) -> None:
        """Show which files could not be used, and why."""
        self.push_screen(ReaderScreen(Page("Files with problems", problem_blocks(self.problems))))

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
