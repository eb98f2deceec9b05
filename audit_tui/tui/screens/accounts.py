"""Which accounts, which phone, and whether one has just joined: asked at the first run, changed at any time."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import IntEnum
from functools import partial

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.audit import Audit
from audit_tui.checklist import Kind
from audit_tui.settings.choices import Phone
from audit_tui.text import format_date
from audit_tui.tui.attempt import attempt_aside
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.form import FaultError, Field, FormScreen, needed, needed_date
from audit_tui.tui.widgets.row_list import ListRow, RowList

PHONES = {
    Phone.IPHONE: "An iPhone",
    Phone.ANDROID: "An Android phone",
    Phone.SAMSUNG: "A Samsung phone",
    Phone.NONE: "No smartphone",
}
LONGER, LATELY = "longer", "lately"
JOINED = {LONGER: "No, I have been here longer", LATELY: "Yes: then I get the induction checks"}
YEAR = timedelta(days=366)
NONE_MARKED = "Nothing is marked. Have you none of these?"


class Stage(IntEnum):
    """What is asked, in this order."""

    ACCOUNTS = 0
    PHONE = 1
    JOINED = 2


ASKED = {
    Stage.ACCOUNTS: "Which of these do you have? Mark each with its number or the space bar, then press Enter. "
    "{total} in all: go down for more. This stays on your computer.",
    Stage.PHONE: "Which phone do you carry? Press its number. Its steps are then shown first.",
    Stage.JOINED: "Have you joined this school within the last year? Press the number.",
}


class AccountsScreen(BusyScreen[None]):
    """Marks the accounts held, then asks for the phone and the day of joining."""

    HELP = "Mark what you hold, so that you are asked only about that. You can come back here with a from the board."
    BINDINGS = [
        Binding("space", "mark", "Mark", id="accounts.mark", key_display="Space"),
        Binding("enter", "go_on", "Go on", id="accounts.go_on", key_display="Enter"),
        Binding("escape,q", "skip", "Skip for now", id="accounts.skip", key_display="Esc"),
        *(Binding(str(n), f"number({n})", f"Line {n}", id=f"accounts.line-{n}", show=False) for n in range(1, 10)),
    ]

    def __init__(self, audit: Audit, today: date) -> None:
        super().__init__()
        self.audit = audit
        self.today = today
        self.checklists = audit.person.choosable()
        self.shown = frozenset(audit.person.choices.accounts or ())
        self.held = set(self.shown)
        self.stage = Stage.ACCOUNTS

    def parts(self) -> Iterable[Widget]:
        """Show the question and what there is to choose from."""
        yield Static(id="headline")
        yield RowList()

    def on_mount(self) -> None:
        """Ask about accounts first."""
        self.entitle("Privacy checks · about you")
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer marking only where several can be chosen, and nothing while something is being kept."""
        return super().check_action(action, parameters) and (action != "mark" or self.stage is Stage.ACCOUNTS)

    def _show(self) -> None:
        self.query_one("#headline", Static).update(Content(ASKED[self.stage].format(total=len(self.checklists))))
        self.query_one(RowList).show(self._rows())
        self.refresh_bindings()

    def _rows(self) -> tuple[ListRow, ...]:
        match self.stage:
            case Stage.ACCOUNTS:
                return tuple(
                    ListRow(c.id, f"{_number(n)} {'[x]' if c.id in self.held else '[ ]'} {c.title}",
                            "" if c.kind is Kind.PLATFORM else "part of your work")
                    for n, c in enumerate(self.checklists, start=1)
                )  # fmt: skip
            case Stage.PHONE:
                return tuple(ListRow(p.value, f"{n} {words}", "") for n, (p, words) in enumerate(PHONES.items(), 1))
            case Stage.JOINED:
                return tuple(ListRow(key, f"{n} {words}", "") for n, (key, words) in enumerate(JOINED.items(), 1))

    def action_mark(self) -> None:
        """Mark the account under the cursor, or take its mark away."""
        if line := self.query_one(RowList).current:
            self.held ^= {line.key}
            self._show()

    def action_number(self, number: int) -> None:
        """Mark the account of this number; of the phones and of yes and no, choose it and go on."""
        rows = self.query_one(RowList)
        if number > len(rows.rows):
            return
        rows.action_edge(number - 1)
        if self.stage is Stage.ACCOUNTS:
            self.action_mark()
        else:
            self.action_go_on()

    @on(RowList.Picked)
    async def _clicked(self) -> None:
        await self.run_action("mark" if self.stage is Stage.ACCOUNTS else "go_on")

    def action_go_on(self) -> None:
        """Keep what was chosen and ask the next question; after the last one, leave."""
        line = self.query_one(RowList).current
        self.carry_out(partial(self._go_on, line.key if line else ""))

    async def _go_on(self, chosen: str) -> None:
        person = self.audit.person
        if self.stage is Stage.ACCOUNTS:
            await self._keep_accounts()
        elif self.stage is Stage.PHONE:
            if await attempt_aside(self, lambda: person.hold(self.today, phone=Phone(chosen))):
                self._ask(Stage.JOINED, LATELY if person.choices.joined else LONGER)
        elif chosen == LATELY:
            await self._ask_joined()
        elif await attempt_aside(self, lambda: person.choose("joined", None)):
            self.leave()

    async def _keep_accounts(self) -> None:
        """Keep what is marked; that nothing is has to be said, for Enter alone may be a slip."""
        held = frozenset(self.held)
        if not held and not await self.ask(ConfirmScreen(NONE_MARKED)):
            return
        if await attempt_aside(self, lambda: self.audit.person.hold(self.today, accounts=held, instead_of=self.shown)):
            self.shown = held
            self._ask(Stage.PHONE, self.audit.person.choices.phone or Phone.IPHONE)

    def _ask(self, stage: Stage, cursor: str) -> None:
        self.stage = stage
        self._show()
        self.query_one(RowList).go_to(cursor)

    async def _ask_joined(self) -> None:
        form = joined_form(
            self.audit.person.choices.joined, self.today, lambda day: self.audit.person.choose("joined", day)
        )
        if await self.ask(form):
            self.leave()

    def action_skip(self) -> None:
        """Leave what was not asked yet as it is."""
        self.leave()


def _number(position: int) -> str:
    return str(position) if position <= len("123456789") else " "


def joined_form(before: date | None, today: date, keep: Callable[[date], None]) -> FormScreen[date]:
    """Ask for the day of joining, within the last year or the year to come."""

    def read(values: dict[str, str]) -> date:
        needed(values, "joined", "Give the day, such as 1 September 2026.")
        joined = needed_date(values, "joined")
        if not today - YEAR <= joined <= today + YEAR:
            raise FaultError("joined", "Choose a day within a year of today.")
        return joined

    field = Field("joined", "Your first day at the school, such as 1/9/2026", format_date(before) if before else "")
    return FormScreen("The induction checks are due from this day on.", (field,), read, keep)
