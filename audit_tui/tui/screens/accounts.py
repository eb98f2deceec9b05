"""Which accounts, which phone, and whether one has just joined: asked at the first run, changed at any time."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import IntEnum

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.checklist import Checklist
from audit_tui.settings.choices import Choices, Phone
from audit_tui.text import format_date
from audit_tui.tui.messages import Chosen
from audit_tui.tui.screens.form import FaultError, Field, FormScreen, needed
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.screens.waiver import read_date
from audit_tui.tui.widgets.row_list import ListRow, RowList

PHONES = {Phone.IPHONE: "An iPhone", Phone.ANDROID: "An Android phone", Phone.NONE: "No smartphone"}
LONGER, LATELY = "longer", "lately"
JOINED = {LONGER: "No, I have been here longer", LATELY: "Yes: then I get the induction checks"}
YEAR = timedelta(days=366)


class Stage(IntEnum):
    """What is asked, in this order."""

    ACCOUNTS = 0
    PHONE = 1
    JOINED = 2


ASKED = {
    Stage.ACCOUNTS: "Which of these do you have? Mark each with the space bar, then press Enter. This stays here.",
    Stage.PHONE: "Which phone do you carry? Choose it and press Enter. Its steps are then shown first.",
    Stage.JOINED: "Have you joined this school within the last year?",
}


class AccountsScreen(TitledScreen):
    """Marks the accounts held, then asks for the phone and the day of joining."""

    HELP = "Mark what you hold, so that you are asked only about that. You can come back here with a from the board."
    BINDINGS = [
        Binding("space", "mark", "Mark", id="accounts.mark", key_display="Space"),
        Binding("enter", "go_on", "Go on", id="accounts.go_on", key_display="Enter"),
        Binding("escape", "skip", "Skip for now", id="accounts.skip", key_display="Esc"),
    ]

    def __init__(self, checklists: tuple[Checklist, ...], choices: Choices, today: date) -> None:
        super().__init__()
        self.checklists = checklists
        self.choices = choices
        self.today = today
        self.held = set(choices.accounts or ())
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
        """Offer marking only where several can be chosen."""
        return self.stage is Stage.ACCOUNTS if action == "mark" else True

    def _show(self) -> None:
        self.query_one("#headline", Static).update(Content(ASKED[self.stage]))
        self.query_one(RowList).show(self._lines())
        self.refresh_bindings()

    def _lines(self) -> tuple[ListRow, ...]:
        match self.stage:
            case Stage.ACCOUNTS:
                return tuple(
                    ListRow(c.id, f"{'[x]' if c.id in self.held else '[ ]'} {c.title}", "") for c in self.checklists
                )
            case Stage.PHONE:
                return tuple(ListRow(phone.value, words, "") for phone, words in PHONES.items())
            case Stage.JOINED:
                return tuple(ListRow(key, words, "") for key, words in JOINED.items())

    def action_mark(self) -> None:
        """Mark the account under the cursor, or take its mark away."""
        if line := self.query_one(RowList).current:
            self.held ^= {line.key}
            self._show()

    @on(RowList.Picked)
    def _clicked(self) -> None:
        if self.stage is Stage.ACCOUNTS:
            self.action_mark()
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        """Keep what was chosen and ask the next question; after the last one, leave."""
        rows = self.query_one(RowList)
        chosen = rows.current.key if rows.current else ""
        if self.stage is Stage.ACCOUNTS:
            self.post_message(Chosen("accounts", sorted(self.held)))
            self._ask(Stage.PHONE, self.choices.phone or Phone.IPHONE)
        elif self.stage is Stage.PHONE:
            self.post_message(Chosen("phone", chosen))
            self._ask(Stage.JOINED, LATELY if self.choices.joined else LONGER)
        elif chosen == LATELY:
            self._ask_joined()
        else:
            self.dismiss()

    def _ask(self, stage: Stage, cursor: str) -> None:
        self.stage = stage
        self._show()
        self.query_one(RowList).go_to(cursor)

    @work
    async def _ask_joined(self) -> None:
        joined = await self.app.push_screen_wait(joined_form(self.choices.joined, self.today))
        if joined is not None:
            self.post_message(Chosen("joined", joined))
            self.dismiss()

    def action_skip(self) -> None:
        """Leave what was not asked yet as it is."""
        self.dismiss()


def joined_form(before: date | None, today: date) -> FormScreen[date]:
    """Ask for the day of joining, within the last year or the weeks to come."""

    def read(values: dict[str, str]) -> date:
        needed(values, "joined", "Give the day, such as 1 September 2026.")
        joined = read_date(values, "joined")
        if not today - YEAR <= joined <= today + YEAR:
            raise FaultError("joined", "Choose a day within a year of today.")
        return joined

    field = Field("joined", "Your first day at the school", format_date(before) if before else "")
    return FormScreen("The induction checks are due from this day on.", (field,), read)
