"""What a person has chosen, in one list: accounts and phone, the school's folder, light or dark."""

from collections.abc import Callable, Iterable
from datetime import date

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.audit import Audit
from audit_tui.phrases.school import ABOUT_SCHOOL, HOW_TO_NAME, named_by, school_folder, school_kept
from audit_tui.text import count
from audit_tui.tui.screens.accounts import PHONES, AccountsScreen
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.screens.form import Field, FormScreen
from audit_tui.tui.widgets.row_list import ListRow, RowList

ABOUT = "What you have chosen. Enter changes the line that is marked."
ACCOUNTS, SCHOOL, THEME = "accounts", "school", "theme"


class SettingsScreen(BusyScreen[None]):
    """One line for each thing that can be chosen, with what is chosen now."""

    HELP = "Go to a line and press Enter to change it. The school's folder may also be named for everybody."
    BINDINGS = [
        Binding("enter", "change", "Change", id="settings.change", key_display="Enter"),
        Binding("q,escape", "app.back", "Back", id="settings.back", key_display="q"),
    ]

    def __init__(self, audit: Audit, today: date) -> None:
        super().__init__()
        self.audit = audit
        self.today = today

    def parts(self) -> Iterable[Widget]:
        """Say what the place is for, list what is chosen, and say more on the school's folder."""
        yield Static(Content(ABOUT), id="headline")
        yield RowList()
        yield Static(id="named")

    def on_mount(self) -> None:
        """Give it its title."""
        self.entitle("Settings")

    def on_screen_resume(self) -> None:
        """Show what is chosen, whatever was changed elsewhere."""
        self._show()

    def _show(self) -> None:
        person = self.audit.person
        held = [checklist for checklist in person.choosable() if person.is_held(checklist)]
        phone = PHONES[person.choices.phone] if person.choices.phone else "No phone named yet"
        rows = (
            ListRow(ACCOUNTS, "Accounts and phone", f"{count(len(held), 'account')}, {phone[:1].lower()}{phone[1:]}"),
            ListRow(SCHOOL, "The school's folder", school_folder(person.school, person.school_problem)),
            ListRow(THEME, "Light or dark", "dark" if self.app.current_theme.dark else "light"),
        )
        self.query_one(RowList).show(rows)
        told = person.school_problem or named_by(person.school)
        self.query_one("#named", Static).update(Content(str(told)))

    @on(RowList.Picked)
    async def _clicked(self) -> None:
        await self.run_action("change")

    async def action_change(self) -> None:
        """Change what is under the cursor."""
        line = self.query_one(RowList).current
        if line and line.key == ACCOUNTS:
            self.app.push_screen(AccountsScreen(self.audit, self.today))
        elif line and line.key == THEME:
            await self.run_action("app.theme")
            self._show()
        elif line:
            self.carry_out(self._ask_school)

    async def _ask_school(self) -> None:
        told: list[str] = []

        def keep(typed: str) -> None:
            found = self.audit.choose_school(typed, self.today)
            told.append(school_kept(found, self.audit.person.school))

        if await self.ask(school_form(self.audit.person.choices.checklists or "", keep)) is not None:
            self._show()
            self.notify(told[-1], markup=False)


def school_form(own: str, keep: Callable[[str], None]) -> FormScreen[str]:
    """Ask for the school's folder; the person's own choice stands there already."""
    fields = (Field("folder", "Folder", own),)
    return FormScreen(f"{ABOUT_SCHOOL} {HOW_TO_NAME}", fields, lambda values: values["folder"], keep)
