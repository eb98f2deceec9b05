"""The keys of this place, over as many lines as the width asks for; each can be clicked."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

GAP = Content("   ")
HELP, PALETTE = "app.help", "app.palette"


class KeyLine(Widget):
    """Lists the bindings that are shown, from the bindings themselves; those of the whole app come last."""

    most: int | None = None

    def on_mount(self) -> None:
        """List them anew whenever they change."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def shorten(self, most: int | None) -> None:
        """Take so many lines at most; help then stands first, and has the keys that found no room."""
        self.most = most
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as the keys need at this width."""
        return len(self._listed(width))

    def render(self) -> Content:
        """Draw them for the width there is."""
        return Content("\n").join(self._listed(self.content_size.width))

    def _listed(self, width: int) -> list[Content]:
        active = self.screen.active_bindings.values()
        shown = {each.binding.action: each.binding for each in active if each.binding.show and each.enabled}
        ordered = sorted(shown.values(), key=lambda binding: (binding.id or "").startswith("app."))
        lines = self._lines(ordered, width)
        return lines if self.most is None or len(lines) <= self.most else self._few(ordered, width)[: self.most]

    def _few(self, bindings: Iterable[Binding], width: int) -> list[Content]:
        """Leave out the palette, which help names; then, if it must be, let others come after help."""
        own = [binding for binding in bindings if binding.id != PALETTE]
        lines = self._lines(own, width)
        if self.most is None or len(lines) <= self.most:
            return lines
        return self._lines(sorted(own, key=lambda binding: binding.id != HELP), width)

    def _lines(self, bindings: Iterable[Binding], width: int) -> list[Content]:
        lines: list[Content] = []
        for piece in map(self._piece, bindings):
            if lines and lines[-1].cell_length + len(GAP) + piece.cell_length <= width:
                lines[-1] = lines[-1] + GAP + piece
            else:
                lines.append(piece)
        return lines

    def _piece(self, binding: Binding) -> Content:
        return Content.from_markup(
            f"[@click=screen.press('{binding.key}')][b]$key[/b] $words[/]",
            key=self.app.get_key_display(binding).replace(" ", ""),
            words=binding.description,
        )
