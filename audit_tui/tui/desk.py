"""The desk: the audit at hand, what is on the board, and everything that is kept besides answers."""

from collections.abc import Callable
from datetime import date, datetime

from textual import on, work
from textual.app import App
from textual.reactive import reactive

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.formats.page import Page
from audit_tui.library.library import Library
from audit_tui.pages.summary import problem_blocks, summary_page
from audit_tui.pages.team import team_page
from audit_tui.schedule.board import Board
from audit_tui.team.folder import to_bytes
from audit_tui.team.statement import Statement
from audit_tui.tui import messages
from audit_tui.tui.screens.accounts import AccountsScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.history import HistoryScreen
from audit_tui.tui.screens.phones import PhonesScreen
from audit_tui.tui.screens.reader import ReaderScreen
from audit_tui.tui.screens.sharing import HandInRequest, hand_in_form, team_form
from audit_tui.tui.screens.trips import TripsScreen


class Desk(App[None]):
    """Holds the board and its problems; acts on messages and keys that do not belong to a walk."""

    board: reactive[Board | None] = reactive(None)
    problems: reactive[tuple[UserError, ...]] = reactive(())

    def __init__(self, audit: Audit, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.audit = audit
        self.clock = clock
        self.key_problems: list[UserError] = []

    @property
    def today(self) -> date:
        """The day on the person's clock."""
        return self.clock().date()

    def _look(self) -> None:
        self.board = self.audit.board(self.today)
        self.problems = (*self.key_problems, *self.audit.problems)

    def _attempt(self, act: Callable[[], None]) -> bool:
        """Do something that may fail for a reason a person can mend; say so and keep the screen as it is."""
        try:
            act()
        except UserError as problem:
            self.notify(str(problem), title="Not done", severity="error", timeout=30, markup=False)
            return False
        return True

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

    @work
    async def action_hand_in(self) -> None:
        """Make a statement, show it whole, and put it into a folder once the person has said so."""
        handing: HandInRequest | None = await self.push_screen_wait(hand_in_form(self.audit.choices.label or ""))
        if handing is None:
            return
        made: list[Statement] = []
        if not self._attempt(lambda: made.append(self.audit.statement(handing.label, self.today))):
            return
        question = (
            f"This is all that will be written into {handing.folder}:\n\n{to_bytes(made[0]).decode()}\nHand it in?"
        )
        sure: bool | None = await self.push_screen_wait(ConfirmScreen(question))
        if sure and self._attempt(lambda: self.audit.hand_in(made[0], handing.folder)):
            self.notify("Handed in.", markup=False)

    @work
    async def action_team(self) -> None:
        """Sum up a folder of statements."""
        folder: str | None = await self.push_screen_wait(team_form())
        if folder:
            self._attempt(lambda: self._show_team(folder))

    def _show_team(self, folder: str) -> None:
        self.push_screen(ReaderScreen(team_page(self.audit.team(folder, self.today), self.today)))
