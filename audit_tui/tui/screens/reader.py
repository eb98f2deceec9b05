"""A page to read: the summary, the files with problems, help."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.formats.page import Page
from audit_tui.formats.text import WIDTH, body_text
from audit_tui.tui.screens.titled_screen import TitledScreen


class ReaderScreen(TitledScreen[None]):
    """Shows a page as text, set for the width there is."""

    HELP = "Scroll with the arrow keys. The same page can be printed: see audit-tui --help."
    BINDINGS = [Binding("q,escape", "app.back", "Back", id="reader.back", key_display="q")]

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def parts(self) -> Iterable[Widget]:
        """Hold one text."""
        with VerticalScroll(id="page"):
            yield Static(id="page-text")

    def on_mount(self) -> None:
        """Show the page."""
        self.entitle(self.page.title)
        self.query_one("#page").focus()

    def on_resize(self) -> None:
        """Set the page for the new width."""
        width = min(WIDTH, self.size.width - 4)
        self.query_one("#page-text", Static).update(Content(body_text(self.page, width)))
