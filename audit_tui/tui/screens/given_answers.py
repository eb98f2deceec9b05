"""The answers of one earlier review, one a line, each to be withdrawn by itself."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import Answer, Review
from audit_tui.text import format_date
from audit_tui.tui.attempt import attempt_aside
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.widgets.row_list import ListRow, RowList

ABOUT = "Where an answer is withdrawn, the one before it counts again."
NONE = "There are no answers in it: only notes, or entries in an evidence log."


class GivenAnswersScreen(BusyScreen[None]):
    """What was answered on one day."""

    HELP = "To correct an answer, go through the checklist again; or withdraw it here, and the one before it counts."
    BINDINGS = [
        Binding("w", "withdraw", "Withdraw this answer", id="given.withdraw"),
        Binding("q,escape", "app.back", "Back", id="given.back", key_display="q"),
    ]

    def __init__(self, audit: Audit, checklist: Checklist, review: Review, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.audit = audit
        self.review = review
        self.clock = clock
        self.asked = {check.id: check.ask for check in checklist.checks}
        self.title_text = f"{checklist.title} · {format_date(review.completed)}"

    def parts(self) -> Iterable[Widget]:
        """Say what this is, and hold the list."""
        yield Static(id="headline")
        yield RowList()

    def on_mount(self) -> None:
        """Show the answers."""
        self.entitle(self.title_text)
        self._show(self.review.answers)

    def _show(self, answers: tuple[Answer, ...]) -> None:
        rows = (ListRow(each.check, self.asked.get(each.check, each.check), phrases.answered(each)) for each in answers)
        self.query_one(RowList).show(tuple(rows))
        self.query_one("#headline", Static).update(Content(ABOUT if answers else NONE))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to withdraw only where there is an answer."""
        offered = bool(self.review.answers) if action == "withdraw" else True
        return super().check_action(action, parameters) and offered

    def action_withdraw(self) -> None:
        """Withdraw the answer under the cursor, once the person has said so."""
        if line := self.query_one(RowList).current:
            self.carry_out(partial(self._withdraw, line))

    async def _withdraw(self, line: ListRow) -> None:
        if not await self.ask(ConfirmScreen(f"Withdraw this answer? {line.title}")):
            return
        if await attempt_aside(self, lambda: self.audit.withdraw(self.review, self.clock().date(), line.key)):
            left = tuple(each for each in self.review.answers if each.check != line.key)
            self.review = replace(self.review, answers=left)
            self._show(self.review.answers)
