"""Earlier reviews of one checklist, and what changed from each to the next."""

from collections.abc import Iterable

from textual import on, work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.checklist import Checklist
from audit_tui.pages.history import changes, review_words
from audit_tui.record import Review
from audit_tui.text import format_date
from audit_tui.tui.messages import Withdrawn
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.widgets.row_list import ListRow, RowList


class HistoryScreen(TitledScreen):
    """The reviews at the top, newest first; what the one under the cursor changed below."""

    HELP = "Reviews are never rewritten. To correct one, go through the checklist again, or withdraw it."
    BINDINGS = [
        Binding("w", "withdraw", "Withdraw this review", id="history.withdraw"),
        Binding("q,escape", "app.back", "Back", id="history.back", key_display="q"),
    ]

    def __init__(self, checklist: Checklist, reviews: list[Review]) -> None:
        super().__init__()
        self.checklist = checklist
        self.reviews = reviews

    def parts(self) -> Iterable[Widget]:
        """Show the list and the changes."""
        yield RowList()
        with VerticalScroll(id="changes"):
            yield Static(id="changes-text")

    def on_mount(self) -> None:
        """Show the newest first."""
        self.entitle(f"Earlier reviews · {self.checklist.title}")
        self._show()

    def _show(self) -> None:
        total = len(self.checklist.checks)
        self.query_one(RowList).show(
            tuple(ListRow(r.id, format_date(r.completed), review_words(r, total)) for r in self.reviews)
        )
        if not self.reviews:
            self.query_one("#changes-text", Static).update(Content("There is no finished review yet."))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to withdraw only where there is a review."""
        return bool(self.reviews) if action == "withdraw" else True

    @on(RowList.Highlighted)
    def _tell(self, event: RowList.Highlighted) -> None:
        position = next(n for n, review in enumerate(self.reviews) if review.id == event.key)
        before = self.reviews[position + 1] if position + 1 < len(self.reviews) else None
        told = changes(self.reviews[position], before, self.checklist)
        heading = f"Changed since {format_date(before.completed)}" if before else "The first review"
        text = Content.assemble((f"{heading}\n\n", "bold"), "\n".join(f"- {line}" for line in told))
        self.query_one("#changes-text", Static).update(text)

    @work
    async def action_withdraw(self) -> None:
        """Withdraw the review under the cursor, once the person has said so twice."""
        line = self.query_one(RowList).current
        if line is None:
            return
        question = f"Withdraw the review of {line.title}? It will not count any more. Its file stays."
        if await self.app.push_screen_wait(ConfirmScreen(question)):
            self.post_message(Withdrawn(self.checklist.id, line.key))
            self.reviews = [review for review in self.reviews if review.id != line.key]
            self._show()
