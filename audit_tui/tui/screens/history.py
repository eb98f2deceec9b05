"""Earlier reviews of one checklist, what changed from each to the next, and how to correct them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.pages.history import changes, review_words, withdrawn_words
from audit_tui.record import Review
from audit_tui.text import count, format_date
from audit_tui.tui.attempt import attempt_aside
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.given_answers import GivenAnswersScreen
from audit_tui.tui.widgets.row_list import ListRow, RowList

UNREAD = "No answer could be read."


class HistoryScreen(BusyScreen[None]):
    """The reviews at the top, newest first; what the one under the cursor changed below."""

    HELP = (
        "What was answered is never rewritten. To correct it, answer again; or withdraw a review, or one answer in it."
    )
    BINDINGS = [
        Binding("enter", "answers", "Its answers", id="history.answers", key_display="Enter"),
        Binding("w", "withdraw", "Withdraw all of it", id="history.withdraw"),
        Binding("pageup", "scroll_changes(-8)", "Scroll up", id="history.up", show=False, priority=True),
        Binding("pagedown", "scroll_changes(8)", "Scroll down", id="history.down", show=False, priority=True),
        Binding("q,escape", "app.back", "Back", id="history.back", key_display="q"),
    ]

    def __init__(self, audit: Audit, checklist: Checklist, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.audit = audit
        self.checklist = checklist
        self.clock = clock
        self.reviews: list[Review] = []
        self.problems: list[UserError] = []

    def parts(self) -> Iterable[Widget]:
        """Show the list and the changes."""
        yield RowList()
        with VerticalScroll(id="changes"):
            yield Static(id="changes-text")

    def on_mount(self) -> None:
        """Name the place."""
        self.entitle(f"Earlier answers · {self.checklist.title}")
        self.watch(self.query_one(RowList), "cursor", self._show_changes, init=False)

    def on_screen_resume(self) -> None:
        """Read what there is, whatever was done elsewhere."""
        self.reviews, self.problems = self.audit.history(self.checklist.id, self.clock().date())
        rows = (ListRow(each.id, _moment(each), review_words(each, self.checklist)) for each in self.reviews)
        self.query_one(RowList).show(tuple(rows))
        self._show_changes()
        if not self.reviews:
            self._tell(UNREAD if self.problems else "Nothing was answered yet.", ())
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to look closer and to withdraw only where there is a review."""
        offered = bool(self.reviews) if action in ("withdraw", "answers") else True
        return super().check_action(action, parameters) and offered

    def _current(self) -> Review | None:
        line = self.query_one(RowList).current
        return next((review for review in self.reviews if line and review.id == line.key), None)

    def _show_changes(self) -> None:
        review = self._current()
        if review is None:
            return
        position = self.reviews.index(review)
        before = self.reviews[position + 1] if position + 1 < len(self.reviews) else None
        heading = f"Changed since {format_date(before.completed)}" if before else "The first review"
        self._tell(heading, changes(review, before, self.checklist))

    def _tell(self, heading: str, lines: Iterable[str]) -> None:
        told = [f"- {line}" for line in lines]
        told += withdrawn_words(*self.audit.journal.withdrawals(self.checklist.id))
        if self.problems:
            told += ["", f"{count(len(self.problems), 'file')} could not be read:", *map(str, self.problems)]
        text = Content.assemble((f"{heading}\n\n", "bold"), "\n".join(told))
        self.query_one("#changes-text", Static).update(text)

    def action_scroll_changes(self, by: int) -> None:
        """Scroll what changed."""
        self.query_one("#changes").scroll_relative(y=by, animate=False)

    @on(RowList.Picked)
    def action_answers(self) -> None:
        """Show the answers of the review under the cursor, one a line."""
        if review := self._current():
            self.app.push_screen(GivenAnswersScreen(self.audit, self.checklist, review, self.clock))

    def action_withdraw(self) -> None:
        """Withdraw the review under the cursor, once the person has said so."""
        if review := self._current():
            self.carry_out(partial(self._withdraw, review))

    async def _withdraw(self, review: Review) -> None:
        asked = f"Withdraw the review of {format_date(review.completed)}? It will not count any more. Its file stays."
        if await self.ask(ConfirmScreen(asked)):
            await attempt_aside(self, lambda: self.audit.withdraw(review, self.clock().date()))
            self.on_screen_resume()


def _moment(review: Review) -> str:
    """Say on which day it was, and at what time where it was written down that day: 3 March 2026, 09:12."""
    day = format_date(review.completed)
    return f"{day}, {review.recorded:%H:%M}" if review.recorded.date() == review.completed else day
