"""A note for an answer."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input, Label

from audit_tui.record import NOTE_LIMIT
from audit_tui.tui.screens.dialog import Dialog


class NoteScreen(Dialog[str]):
    """One line of text; it stays on this computer."""

    HELP = "A note is for you: it is kept with your answer on this computer and is in nothing that you hand in."
    BINDINGS = [Binding("enter", "submit", "Keep note", id="note.keep")]

    def __init__(self, note: str) -> None:
        super().__init__()
        self.note = note.replace("\n", " ")

    def parts(self) -> Iterable[Widget]:
        """Ask for the note."""
        yield Label("Your note (for yourself; leave out other people's names)")
        yield Input(self.note, max_length=NOTE_LIMIT, select_on_focus=False)

    @on(Input.Submitted)
    def action_submit(self) -> None:
        """Give the note back."""
        self.dismiss(self.query_one(Input).value.strip())
