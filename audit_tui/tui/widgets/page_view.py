"""A page to scroll through, set for the width there is."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from audit_tui.formats.page import Page
from audit_tui.formats.text import WIDTH, body_text


class PageView(VerticalScroll):
    """Shows one page as text; the arrow keys scroll it where it is longer than the screen."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self._page: Page | None = None

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(id="page-text")

    def show(self, page: Page) -> None:
        """Show another page."""
        self._page = page
        self._set_for(self.size.width or self.app.size.width)

    def on_resize(self) -> None:
        """Set the page for the new width."""
        self._set_for(self.size.width)

    def _set_for(self, whole: int) -> None:
        """Leave a column for the scroll bar, whether there is one or not: a line is never wrapped twice."""
        width = min(WIDTH, whole - self.gutter.width - self.scrollbar_size_vertical)
        if self._page and width > 0:
            self.query_one("#page-text", Static).update(Content(body_text(self._page, width)))
