"""A page to read: the summary, the files with problems, help."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.widget import Widget

from audit_tui.formats.page import Page
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.widgets.page_view import PageView


class ReaderScreen(TitledScreen[None]):
    """Shows a page as text, set for the width there is."""

    HELP = "Scroll with the arrow keys. The same page can be printed: see audit-tui --help."
    BINDINGS = [Binding("q,escape", "app.back", "Back", id="reader.back", key_display="q")]

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def parts(self) -> Iterable[Widget]:
        """Hold the page."""
        yield PageView()

    def on_mount(self) -> None:
        """Show the page."""
        self.entitle(self.page.title)
        view = self.query_one(PageView)
        view.show(self.page)
        view.focus()
