"""The keys of this place, over as many lines as the width asks for; each can be clicked."""

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

GAP = Content("   ")


class KeyLine(Static):
    """Lists the bindings that are shown, from the bindings themselves; those of the whole app come last."""

    def on_mount(self) -> None:
        """List them now, and again whenever they change."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._list())
        self.call_after_refresh(self._list)

    def on_resize(self) -> None:
        """List them for the new width, and take up no more lines than that once the screen's own size is settled."""
        self._list()
        self.call_after_refresh(self.refresh, layout=True)

    def _list(self) -> None:
        active = self.screen.active_bindings.values()
        shown = {each.binding.action: each.binding for each in active if each.binding.show and each.enabled}
        ordered = sorted(shown.values(), key=lambda binding: (binding.id or "").startswith("app."))
        width = self.content_size.width or self.app.size.width - 2
        lines: list[Content] = []
        for piece in map(self._piece, ordered):
            if lines and lines[-1].cell_length + len(GAP) + piece.cell_length <= width:
                lines[-1] = lines[-1] + GAP + piece
            else:
                lines.append(piece)
        self.update(Content("\n").join(lines))

    def _piece(self, binding: Binding) -> Content:
        return Content.from_markup(
            f"[@click=screen.press('{binding.key}')][b]$key[/b] $words[/]",
            key=self.app.get_key_display(binding).replace(" ", ""),
            words=binding.description,
        )
