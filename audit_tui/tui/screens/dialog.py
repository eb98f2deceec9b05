"""What every dialog has: a box in the middle, its keys always in sight, and Escape to leave it."""

from collections.abc import Iterable
from typing import TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.tui.screens.placed_screen import PlacedScreen
from audit_tui.tui.widgets.key_line import KeyLine

ResultT = TypeVar("ResultT")

STILL_HERE = "What you typed is still here."
QUIT_AGAIN = "Quit once more to leave without it."


class Dialog(ModalScreen[ResultT | None], PlacedScreen[ResultT | None]):
    """A question in a box over the screen; None is "never mind"."""

    BINDINGS = [
        Binding("escape", "never_mind", "Never mind", id="dialog.never_mind", key_display="Esc"),
        Binding("up", "scroll_box(-1)", "Up", id="dialog.up", show=False),
        Binding("down", "scroll_box(1)", "Down", id="dialog.down", show=False),
        Binding("pageup", "scroll_box(-8)", "Page up", id="dialog.page_up", show=False),
        Binding("pagedown", "scroll_box(8)", "Page down", id="dialog.page_down", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Put the parts into the box, with the keys under them; what is long scrolls above the keys."""
        with Vertical(id="box"):
            with VerticalScroll(id="box-text", can_focus=False):
                yield from self.parts()
            yield KeyLine()

    def parts(self) -> Iterable[Widget]:
        """Give what stands in the box."""
        return ()

    def on_resize(self) -> None:
        """Keep the field that is written in, in sight."""
        self.call_after_refresh(self.show_field)

    def show_field(self) -> None:
        """Bring the field that is written in back into sight, which what was said may have scrolled away."""
        if self.focused:
            self.focused.scroll_visible(animate=False)

    def action_scroll_box(self, by: int) -> None:
        """Scroll what is longer than the screen."""
        self.query_one("#box-text").scroll_relative(y=by, animate=False)

    def show_fault(self, words: str) -> None:
        """Say under the fields what is wrong, and scroll to its end, once it is known how many lines it takes."""
        self.query_one("#fault", Static).update(Content(words))
        self.call_after_refresh(self.query_one("#box-text").scroll_end, animate=False)

    def leave(self, result: ResultT | None) -> None:
        """Go back with a result, once: a key typed ahead closes nothing else."""
        if self.is_active:
            self.dismiss(result)

    def action_never_mind(self) -> None:
        """Leave without an answer."""
        self.leave(None)
