"""The end of a sitting: what was looked at, what is still to do, and that one can close this now."""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import Enum

from textual.binding import Binding
from textual.widget import Widget

from audit_tui.pages.end import end_page
from audit_tui.schedule.board import Board
from audit_tui.sitting.sitting import Sitting
from audit_tui.tui.attempt import attempt_aside
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.widgets.page_view import PageView

TAKE_BACK = (
    "Take back every answer of this sitting? They are then as if they had not been given. An evidence log stays."
)


class Ending(Enum):
    """Where the person goes from the end."""

    BOARD = "board"
    CHECKS = "checks"


class EndScreen(BusyScreen[Ending]):
    """One calm page; everything on it is kept already."""

    HELP = "Everything you answered is kept. You can go on, go back to the checks, or close the program now."
    BINDINGS = [
        Binding("enter,q,escape", "leave('board')", "To the board", id="end.board", key_display="Enter"),
        Binding("b", "leave('checks')", "Back to the checks", id="end.checks"),
        Binding("x", "take_back", "Take this sitting back", id="end.take_back"),
    ]

    def __init__(self, sitting: Sitting, board: Board, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.sitting = sitting
        self.page = end_page(sitting, board, clock())
        self.clock = clock

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take back only where something was answered."""
        return super().check_action(action, parameters) and (action != "take_back" or bool(self.sitting.answers))

    def parts(self) -> Iterable[Widget]:
        """Hold the page."""
        yield PageView()

    def on_mount(self) -> None:
        """Show what was done."""
        self.entitle(self.page.title)
        view = self.query_one(PageView)
        view.show(self.page)
        view.focus()

    def action_leave(self, where: str) -> None:
        """Go to the board, or back to the checks."""
        self.leave(Ending(where))

    def action_take_back(self) -> None:
        """Take everything of this sitting back, once the person has said so."""
        self.carry_out(self._take_back)

    async def _take_back(self) -> None:
        if await self.app.push_screen_wait(ConfirmScreen(TAKE_BACK)) and await attempt_aside(
            self, lambda: self.sitting.undo(self.clock())
        ):
            self.leave(Ending.BOARD)
