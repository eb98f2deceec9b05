"""A list drawn line by line: one widget however many rows, so that it opens and moves at once."""

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

GAP = 2
MARK, NO_MARK = "▸ ", "  "


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: what it is, how it stands, a figure for the right edge, and whether it is urgent."""

    key: str
    title: str
    state: str
    figure: str = ""
    urgent: bool = False


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

    lines: reactive[tuple[ListRow, ...]] = reactive(())
    cursor: reactive[int] = reactive(0, repaint=False)
    _columns = (0, 0, 0)

    @dataclass
    class Highlighted(Message):
        """The row under the cursor is another one now."""

        key: str

    @dataclass
    class Picked(Message):
        """A row was chosen."""

        key: str

    def watch_lines(self, lines: tuple[ListRow, ...]) -> None:
        """Measure the widest title, state and figure, in cells, once for all rows."""
        parts = [(cell_len(line.title), cell_len(line.state), cell_len(line.figure)) for line in lines]
        titles, states, figures = zip(*parts, strict=True) if parts else ((0,), (0,), (0,))
        self._columns = (max(titles), max(states), max(figures))

    @property
    def _height(self) -> int:
        """Count the lines a row takes: two where one would cut something off."""
        return 1 if len(MARK) + sum(self._columns) + 2 * GAP <= self._width else 2

    @property
    def _width(self) -> int:
        """Count the columns that the scroll bar leaves."""
        return self.scrollable_content_region.width

    @property
    def current(self) -> ListRow | None:
        """The row under the cursor."""
        return self.lines[self.cursor] if 0 <= self.cursor < len(self.lines) else None

    def show(self, lines: tuple[ListRow, ...]) -> None:
        """Show other rows; the cursor stays with its row where that is still there, else goes to the first."""
        kept = self.current.key if self.current else None
        self.lines = lines
        self.cursor = next((n for n, line in enumerate(lines) if line.key == kept), 0)
        self._resized()
        self._tell()

    def go_to(self, key: str) -> None:
        """Put the cursor on a row, if it is there."""
        self.cursor = next((n for n, line in enumerate(self.lines) if line.key == key), self.cursor)

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self._resized()

    def _resized(self) -> None:
        self.virtual_size = Size(self._width, len(self.lines) * self._height)
        self._show_cursor()
        self.refresh()

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two rows that changed, and no other."""
        for position in (before, after):
            self.refresh(Region(0, position * self._height - self.scroll_offset.y, self._width, self._height))
        self._show_cursor()
        self._tell()

    def _show_cursor(self) -> None:
        region = Region(0, self.cursor * self._height, 1, self._height)
        self.scroll_to_region(region, animate=False, force=True)

    def _tell(self) -> None:
        if self.current:
            self.post_message(self.Highlighted(self.current.key))

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows, within the list."""
        self.cursor = max(0, min(len(self.lines) - 1, self.cursor + by))

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        self.action_move(by * max(1, self.size.height // self._height - 1))

    def action_edge(self, position: int) -> None:
        """Move the cursor to the first (0) or last (-1) row."""
        self.cursor = range(len(self.lines))[position] if self.lines else 0

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.current:
            self.post_message(self.Picked(self.current.key))

    def on_click(self, event: events.Click) -> None:
        """Move to the row clicked; choose it if the cursor was there."""
        position = (event.y + self.scroll_offset.y) // self._height
        if not 0 <= position < len(self.lines):
            return
        if position == self.cursor:
            self.choose()
        self.cursor = position

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        position, part = divmod(y + self.scroll_offset.y, self._height)
        width = self._width
        if not 0 <= position < len(self.lines):
            return Strip.blank(width, self.rich_style)
        line = self.lines[position]
        text = self._wide(line, width) if self._height == 1 else (line.title, f"  {line.state}  {line.figure}")[part]
        mark = MARK if position == self.cursor and part == 0 else NO_MARK
        style = self.rich_style
        if line.urgent:
            style = self.get_component_rich_style("row-list--urgent")
        if position == self.cursor:
            style = self.get_component_rich_style("row-list--cursor")
        return Strip([Segment(set_cell_size(mark + text, width), style)], width)

    def _wide(self, line: ListRow, width: int) -> str:
        title, _, figure = self._columns
        first = set_cell_size(line.title, title + GAP)
        room = width - cell_len(first) - figure - len(MARK) - GAP
        return f"{first}{set_cell_size(line.state, room)}{' ' * GAP}{line.figure.rjust(figure)}"
