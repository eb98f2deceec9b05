"""The doors of the board: every place that opens from it by a key, whatever is under the cursor.

What lies behind a door is brought in when it is opened.
"""

from collections.abc import Callable
from datetime import date, datetime

from textual import work

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.tui.screens.titled_screen import TitledScreen


class DoorsScreen(TitledScreen[None]):
    """Opens the places that do not depend on a checklist."""

    def __init__(self, audit: Audit, clock: Callable[[], datetime], key_problems: tuple[UserError, ...]) -> None:
        super().__init__()
        self.audit = audit
        self.clock = clock
        self.key_problems = key_problems

    @property
    def today(self) -> date:
        """The day on the person's clock."""
        return self.clock().date()

    @property
    def problems(self) -> tuple[UserError, ...]:
        """What could not be used: files and keys."""
        return (*self.key_problems, *self.audit.problems)

    def action_accounts(self) -> None:
        """Ask which accounts and phone the person has."""
        from audit_tui.tui.screens.accounts import AccountsScreen

        self.app.push_screen(AccountsScreen(self.audit, self.today))

    def action_settings(self) -> None:
        """Show what the person has chosen, and the school's folder."""
        from audit_tui.tui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen(self.audit, self.today))

    def action_trips(self) -> None:
        """Show the school trips."""
        from audit_tui.tui.screens.trips import TripsScreen

        self.app.push_screen(TripsScreen(self.audit, self.today))

    def action_phones(self) -> None:
        """Show the phone's IMEI, masked."""
        from audit_tui.tui.screens.phones import PhonesScreen

        self.app.push_screen(PhonesScreen(self.audit, self.clock))

    def action_summary(self) -> None:
        """Show the summary."""
        from audit_tui.pages.summary import summary_page
        from audit_tui.tui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(summary_page(self.audit.board(self.today), self.problems)))

    def action_files(self) -> None:
        """Show which files could not be used, and why."""
        from audit_tui.formats.page import Page
        from audit_tui.pages.problems import problem_blocks
        from audit_tui.tui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(Page("Files with problems", problem_blocks(self.problems))))

    @work
    async def action_hand_in(self) -> None:
        """Make a statement, show it, and put it into a folder once the person has said so."""
        from audit_tui.tui.screens.sharing import hand_in

        await hand_in(self, self.audit, self.today)

    @work
    async def action_team(self) -> None:
        """Sum up a folder of statements."""
        from audit_tui.tui.screens.sharing import show_team

        await show_team(self, self.audit, self.today)
