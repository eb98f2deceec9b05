"""The keys of this place, over as many lines as the width asks for; each can be clicked."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

GAP = Content("   ")
FEW = 2
HELP = "app.help"


class KeyLine(Static):
    """Lists the bindings that are shown, from the bindings themselves; those of the whole app come last."""

    low = False

    def on_mount(self) -> None:
        """List them now, and again whenever they change."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._list())
        self.call_after_refresh(self._list)

    def on_resize(self) -> None:
        """List them for the new width."""
        self._list()

    def shorten(self, *, low: bool) -> None:
        """Take few lines on a low screen: help then stands among the first, and has the keys that found no room."""
        self.low = low
        self._list()

    def _list(self) -> None:
        active = self.screen.active_bindings.values()
        shown = {each.binding.action: each.binding for each in active if each.binding.show and each.enabled}
        ordered = sorted(shown.values(), key=lambda binding: (binding.id or "").startswith("app."))
        lines = self._lines(ordered)
        if self.low and len(lines) > FEW:
            lines = self._lines(sorted(ordered, key=lambda binding: binding.id != HELP))[:FEW]
        self.update(Content("\n").join(lines))

    def _lines(self, bindings: Iterable[Binding]) -> list[Content]:
        width = self.content_size.width or self.app.size.width - 2
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
