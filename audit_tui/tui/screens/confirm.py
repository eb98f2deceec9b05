"""A question that is answered with yes or no."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.tui.screens.dialog import Dialog


class ConfirmScreen(Dialog[bool]):
    """Asks before something that cannot be undone here; Enter alone does nothing."""

    BINDINGS = [
        Binding("y", "answer(True)", "Yes", id="confirm.yes"),
        Binding("n", "answer(False)", "No", id="confirm.no"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def parts(self) -> Iterable[Widget]:
        """Show the question."""
        yield Static(Content(self.question))

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - an action's parameter
        """Give the answer back."""
        self.dismiss(answer)
