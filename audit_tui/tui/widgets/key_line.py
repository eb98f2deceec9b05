"""The keys of this place, over as many lines as the width asks for; each can be clicked."""

from collections.abc import Iterable

from rich.style import Style as RichStyle
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

Row = list[Strip]
GAP = 3
HELP, PALETTE = "app.help", "app.palette"


class KeyLine(Widget):
    """Lists the bindings that are shown, from the bindings themselves; those of the whole app come last."""

    ALLOW_SELECT = False

    def __init__(self, most: int | None = None) -> None:
        super().__init__()
        self.most = most
        self._shown: list[Binding] | None = None
        self._laid: list[Row] = []
        self._drawn: dict[tuple[str, str, str], Strip] = {}
        self._laid_for = -1

    def on_mount(self) -> None:
        """Look whether they are others now whenever they may have changed."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._look())

    def _look(self) -> None:
        """List them anew, but only if they are others: most changes of the screen leave its keys as they are.

        Before they are first laid out there is nothing to compare with.
        """
        if self._shown is not None and (shown := self._offered()) != self._shown:
            self._shown = shown
            self._list_anew()

    def shorten(self, most: int | None) -> None:
        """Take so many lines at most; help then stands first, and has the keys that found no room."""
        if most != self.most:
            self.most = most
            self._list_anew()

    def _list_anew(self) -> None:
        """List them anew; the rest of the screen moves only where they take more lines now, or fewer."""
        before = len(self._laid)
        self._laid_for = -1
        self.refresh(layout=len(self._listed(self.content_size.width)) != before)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as the keys need at this width."""
        return len(self._listed(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line of keys."""
        rows = self._listed(self.content_size.width)
        return _spaced(rows[y], self.visual_style.rich_style) if y < len(rows) else Strip([])

    def notify_style_update(self) -> None:
        """Draw the keys in other colours."""
        super().notify_style_update()
        self._drawn.clear()
        self._laid_for = -1

    def _offered(self) -> list[Binding]:
        active = self.screen.active_bindings.values()
        shown = {each.binding.action: each.binding for each in active if each.binding.show and each.enabled}
        return sorted(shown.values(), key=lambda binding: (binding.id or "").startswith("app."))

    def _listed(self, width: int) -> list[Row]:
        if self._shown is None:
            self._shown = self._offered()
        if width != self._laid_for:
            rows = self._rows(self._shown, width)
            fits = self.most is None or len(rows) <= self.most
            self._laid = rows if fits else self._few(self._shown, width)[: self.most]
            self._laid_for = width
        return self._laid

    def _few(self, bindings: Iterable[Binding], width: int) -> list[Row]:
        """Leave out the palette, which help names; then, if it must be, let others come after help."""
        own = [binding for binding in bindings if binding.id != PALETTE]
        rows = self._rows(own, width)
        if self.most is None or len(rows) <= self.most:
            return rows
        return self._rows(sorted(own, key=lambda binding: binding.id != HELP), width)

    def _rows(self, bindings: Iterable[Binding], width: int) -> list[Row]:
        rows: list[Row] = []
        for piece in map(self._piece, bindings):
            if rows and sum(each.cell_length + GAP for each in rows[-1]) + piece.cell_length <= width:
                rows[-1].append(piece)
            else:
                rows.append([piece])
        return rows

    def _piece(self, binding: Binding) -> Strip:
        """Draw a key and its name, to be clicked; most keys of one check are those of the next."""
        key = self.app.get_key_display(binding).replace(" ", "")
        named = key, binding.description, binding.key
        if named not in self._drawn:
            click = Style.from_meta({"@click": f"screen.press('{binding.key}')"})
            content = Content.assemble((key, "b"), f" {binding.description}").stylize_before(click)
            (self._drawn[named],) = Visual.to_strips(
                self, content, content.cell_length, 1, self.visual_style, apply_selection=False
            )
        return self._drawn[named]


def _spaced(row: Row, style: RichStyle) -> Strip:
    gap = Strip.blank(GAP, style)
    return Strip.join([part for piece in row for part in (gap, piece)][1:])
