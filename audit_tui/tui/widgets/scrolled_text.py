"""A text of any length drawn line by line, so that it opens at once and another one draws only what is different."""

from collections.abc import Iterable
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

Part = tuple[str, str]
Parts = tuple[Part, ...]


class ScrolledText(ScrollView, can_focus=False):
    """Shows one text, wrapped, and scrolls where it is longer than its place. It has no links.

    A text is given in parts, each with its style: (("Should be: off", "bold"), (" because ...", "")). The stylesheet is
    to keep a column for the scroll bar (scrollbar-gutter: stable), so that no text is wrapped twice.
    """

    auto_links = reactive(default=False)

    def __init__(self) -> None:
        super().__init__()
        self._parts: Parts = ()
        self._lines: list[Strip] = []
        self._blank = Strip.blank(0)
        self._width = 0
        self._ready: dict[tuple[int, Parts], list[Strip]] = {}

    def show_text(self, parts: Parts) -> None:
        """Show another text from its beginning."""
        self._parts = parts
        if self.text_selection:
            self.screen.clear_selection()
        if self._width:
            self._show_changes(self._ready.get((self._place.width, parts)) or self._wrapped(parts))
        if self.scroll_offset.y:
            self.scroll_home(animate=False)

    def make_ready(self, parts: Parts) -> None:
        """Draw a text that is likely to be shown next, while there is time; its lines remember it."""
        lines = self._wrapped(parts)
        self._ready = {(self._place.width, parts): lines}
        for line in self._filtered(lines):
            line.render(self.app.console)

    def on_resize(self) -> None:
        """Wrap the text for another width, and see whether it fits."""
        if self._place.width != self._width:
            self._wrap_anew()
        else:
            self._show_changes(self._lines)

    def notify_style_update(self) -> None:
        """Draw the text in other colours."""
        super().notify_style_update()
        if self._width:
            self._wrap_anew()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected with the mouse."""
        self._wrap_anew()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Give what is selected with the mouse, to be copied."""
        return selection.extract(Content.assemble(*self._parts).plain), "\n"

    def _wrap_anew(self) -> None:
        self._ready.clear()
        self._show_changes(self._wrapped(self._parts))

    @property
    def _place(self) -> Region:
        """Where the text is, without margins and scroll bar."""
        return self.scrollable_content_region

    def _wrapped(self, parts: Parts) -> list[Strip]:
        """Give the lines of a text, each as wide as this is."""
        width, style, gutter = self._place.width, self.visual_style, self.gutter
        lines = Visual.to_strips(self, Content.assemble(*parts), width, None, style, pad=True)
        return [line.crop_pad(width, gutter.left, gutter.right, style.rich_style) for line in lines]

    def _take(self, lines: list[Strip]) -> None:
        """Have these lines, for the place there is now."""
        self._lines, self._width = lines, self._place.width
        self._blank = Strip.blank(self.gutter.left + self._width + self.gutter.right, self.visual_style.rich_style)

    def _filtered(self, lines: Iterable[Strip]) -> list[Strip]:
        """Give lines in the colours that this terminal has."""
        _, background = self.background_colors
        for each in self.get_line_filters():
            lines = [line.apply_filter(each, background) for line in lines]
        return list(lines)

    def _show_changes(self, lines: list[Strip]) -> None:
        """Draw the lines that are different; the screen is laid out anew only where there is more than fits."""
        before = self._lines
        self._take(lines)
        fits = len(lines) <= self._place.height
        self.virtual_size = Size() if fits else Size(0, len(lines))
        changed = [y for y, (old, new) in enumerate(zip_longest(before, lines)) if old != new]
        if changed:
            first = changed[0] - self.scroll_offset.y
            self.refresh(Region(-self.gutter.left, first, self.outer_size.width, changed[-1] + 1 - changed[0]))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give some lines of the screen; the first frame comes before this has been told its size."""
        if not self._width:
            self._take(self._wrapped(self._parts))
        top, scrolled = self.gutter.top, self.scroll_offset.y
        lines = self._filtered(self._line(y - top + scrolled) if y >= top else self._blank for y in crop.line_range)
        return [line.crop(*crop.column_span) for line in lines]

    def render_line(self, y: int) -> Strip:
        """Give one line without its margins, by which is told where in the text the mouse is."""
        left = self.gutter.left
        return self._line(y + self.scroll_offset.y).crop(left, left + self._width)

    def _line(self, number: int) -> Strip:
        return self._lines[number] if 0 <= number < len(self._lines) else self._blank
