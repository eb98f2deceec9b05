"""A list drawn line by line: one widget however many rows, so that it opens and moves at once."""

from dataclasses import dataclass

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from audit_tui.tui.widgets.row_layout import MARK, NO_MARK, ListRow, lay_out

__all__ = ["ListRow", "RowList"]


class RowList(ScrollView, can_focus=True):
    """Rows to move through with the arrow keys and click; Enter belongs to the screen."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", id="list.up", show=False),
        Binding("down,j", "move(1)", "Down", id="list.down", show=False),
        Binding("pageup", "page(-1)", "Page up", id="list.page_up", show=False),
        Binding("pagedown", "page(1)", "Page down", id="list.page_down", show=False),
        Binding("home", "edge(0)", "First", id="list.first", show=False),
        Binding("end", "edge(-1)", "Last", id="list.last", show=False),
    ]
    COMPONENT_CLASSES = {"row-list--cursor", "row-list--urgent"}

    cursor: reactive[int] = reactive(0, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ListRow, ...] = ()
        self._drawn: tuple[tuple[str, ...], ...] = ()
        self._places: tuple[tuple[int, int], ...] = ()
        self._laid_out_for = 0

    @dataclass
    class Picked(Message):
        """A row was chosen."""

        key: str

    @property
    def _width(self) -> int:
        """Count the columns that the scroll bar leaves."""
        return self.scrollable_content_region.width

    @property
    def current(self) -> ListRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def show(self, rows: tuple[ListRow, ...]) -> None:
        """Show other rows; the cursor stays with its row where that is still there, else goes to the first."""
        kept = self.current.key if self.current else None
        self.rows = rows
        self.cursor = next((n for n, row in enumerate(rows) if row.key == kept), 0)
        if self.size:
            self._lay_out(self._width)
        else:
            self._lay_out_for(self.app.size)

    def _lay_out_for(self, screen: Size) -> None:
        """Before the list has a size, lay its rows out for the screen's, so that the first frame has them."""
        self.show_vertical_scrollbar = len(self.rows) >= screen.height
        self._lay_out(screen.width - self.scrollbar_size_vertical * self.show_vertical_scrollbar)

    def go_to(self, key: str) -> None:
        """Put the cursor on a row, if it is there."""
        self.cursor = next((n for n, row in enumerate(self.rows) if row.key == key), self.cursor)

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        if self._width != self._laid_out_for:
            self._lay_out(self._width)
        self._show_cursor()

    def _lay_out(self, width: int) -> None:
        self._laid_out_for = width
        self._drawn = lay_out(self.rows, width)
        self._places = tuple((n, part) for n, lines in enumerate(self._drawn) for part in range(len(lines)))
        self.virtual_size = Size(0, len(self._places))
        self._show_cursor()
        self.refresh()

    def _region(self, position: int) -> Region:
        """Give the place of a row within the whole list."""
        if not 0 <= position < len(self._drawn):
            return Region()
        top = self._places.index((position, 0))
        return Region(0, top, self._width, len(self._drawn[position]))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two rows that changed, and no other."""
        for position in (before, after):
            self.refresh(self._region(position).translate(-self.scroll_offset))
        self._show_cursor()

    def _show_cursor(self) -> None:
        self.scroll_to_region(self._region(self.cursor), animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows, within the list."""
        self.cursor = max(0, min(len(self.rows) - 1, self.cursor + by))

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful, and by a row at least."""
        wanted = self._region(self.cursor).y + by * (self.size.height - 1)
        before = self.cursor
        if self._places:
            self.cursor = self._places[max(0, min(len(self._places) - 1, wanted))][0]
        if self.cursor == before:
            self.action_move(by)

    def action_edge(self, position: int) -> None:
        """Move the cursor to the first (0) or last (-1) row."""
        self.cursor = range(len(self.rows))[position] if self.rows else 0

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.current:
            self.post_message(self.Picked(self.current.key))

    def on_click(self, event: events.Click) -> None:
        """Move to the row clicked; choose it if the cursor was there."""
        line = event.y + self.scroll_offset.y
        if not 0 <= line < len(self._places):
            return
        position = self._places[line][0]
        if position == self.cursor:
            self.choose()
        self.cursor = position

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        line = y + self.scroll_offset.y
        width = self._width
        if not 0 <= line < len(self._places):
            return Strip.blank(width, self.rich_style)
        position, part = self._places[line]
        mark = MARK if position == self.cursor and part == 0 else NO_MARK
        text = set_cell_size(mark + self._drawn[position][part], width)
        return Strip([Segment(text, self._style(position))], width)

    def _style(self, position: int) -> Style:
        if position == self.cursor:
            return self.get_component_rich_style("row-list--cursor")
        if self.rows[position].urgent:
            return self.get_component_rich_style("row-list--urgent")
        return self.rich_style
