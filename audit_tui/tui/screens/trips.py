"""School trips: enter, change, take out."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.audit import Audit
from audit_tui.pages.occasions import days_words
from audit_tui.schedule.occasions import Trip
from audit_tui.text import format_date
from audit_tui.tui.attempt import attempt_aside
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.form import FaultError, Field, FormScreen, needed, needed_date
from audit_tui.tui.widgets.row_list import ListRow, RowList

ABOUT = "Location checks fall due the day before a trip, and putting them back the day after."


class TripsScreen(BusyScreen[None]):
    """The trips, those to come first."""

    HELP = "Enter a trip with its first and last day. A trip of one day has the same day twice."
    BINDINGS = [
        Binding("n", "new", "New trip", id="trips.new"),
        Binding("c", "change", "Change", id="trips.change"),
        Binding("r", "remove", "Take out", id="trips.remove"),
        Binding("q,escape", "app.back", "Back", id="trips.back", key_display="q"),
    ]

    def __init__(self, audit: Audit, today: date) -> None:
        super().__init__()
        self.audit = audit
        self.today = today
        self.trips: tuple[Trip, ...] = ()

    def parts(self) -> Iterable[Widget]:
        """Say what trips do, and list them."""
        yield Static(Content(ABOUT), id="headline")
        yield RowList()

    def on_mount(self) -> None:
        """Show the trips."""
        self.entitle("School trips")
        self._show()

    def _show(self) -> None:
        trips = self.audit.person.calendar().trips
        self.trips = tuple(sorted(trips, key=lambda trip: (trip.last < self.today, trip.first)))
        rows = (
            ListRow(trip.name, trip.name, days_words(trip.first, trip.last), self._when(trip)) for trip in self.trips
        )
        self.query_one(RowList).show(tuple(rows))
        self.refresh_bindings()

    def _when(self, trip: Trip) -> str:
        return "past" if trip.last < self.today else "to come"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to change and take out only where there is a trip."""
        offered = bool(self.trips) if action in ("change", "remove") else True
        return super().check_action(action, parameters) and offered

    def _current(self) -> Trip | None:
        line = self.query_one(RowList).current
        return next((trip for trip in self.trips if line and trip.name == line.key), None)

    def action_new(self) -> None:
        """Enter a trip."""
        self.carry_out(partial(self._fill_in, None))

    def action_change(self) -> None:
        """Change the trip under the cursor."""
        self.carry_out(partial(self._fill_in, self._current()))

    async def _fill_in(self, before: Trip | None) -> None:
        def keep(trip: Trip) -> None:
            self.audit.person.plan_trip(trip.name, trip.first, trip.last, instead_of=before.name if before else "")

        if await self.ask(trip_form(before, keep)):
            self._show()

    def action_remove(self) -> None:
        """Take the trip under the cursor out, once the person has said so."""
        if trip := self._current():
            self.carry_out(partial(self._remove, trip))

    async def _remove(self, trip: Trip) -> None:
        if await self.ask(ConfirmScreen(f"Take out the trip {trip.name}?")):
            await attempt_aside(self, lambda: self.audit.person.cancel_trip(trip.name))
            self._show()


def trip_form(before: Trip | None, keep: Callable[[Trip], None]) -> FormScreen[Trip]:
    """Ask for a trip, or for what changes in one."""

    def read(values: dict[str, str]) -> Trip:
        name = needed(values, "name", "Give it a name, such as The farm.")
        needed(values, "first", "Give the first day, such as 2 March 2026.")
        first = needed_date(values, "first")
        last = needed_date(values, "last") if values["last"] else first
        if last < first:
            raise FaultError("last", "The last day is before the first.")
        return Trip(name, first, last)

    fields = (
        Field("name", "Name of the trip", before.name if before else ""),
        Field("first", "First day, such as 24/11/2026", format_date(before.first) if before else ""),
        Field("last", "Last day (leave it empty for a single day)", format_date(before.last) if before else ""),
    )
    return FormScreen("A school trip", fields, read, keep)
