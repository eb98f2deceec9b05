"""The keys of this place, over as many lines as the width asks for; each can be clicked."""

from collections.abc import Iterable

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

GAP = Content("   ")
HELP, PALETTE = "app.help", "app.palette"


class KeyLine(Widget):
    """Lists the bindings that are shown, from the bindings themselves; those of the whole app come last."""

    def __init__(self, most: int | None = None) -> None:
        super().__init__()
        self.most = most
        self._shown: list[Binding] | None = None
        self._laid: list[Content] = []
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

    def render(self) -> Content:
        """Draw them for the width there is."""
        return Content("\n").join(self._listed(self.content_size.width))

    def _offered(self) -> list[Binding]:
        active = self.screen.active_bindings.values()
        shown = {each.binding.action: each.binding for each in active if each.binding.show and each.enabled}
        return sorted(shown.values(), key=lambda binding: (binding.id or "").startswith("app."))

    def _listed(self, width: int) -> list[Content]:
        if self._shown is None:
            self._shown = self._offered()
        if width != self._laid_for:
            lines = self._lines(self._shown, width)
            fits = self.most is None or len(lines) <= self.most
            self._laid = lines if fits else self._few(self._shown, width)[: self.most]
            self._laid_for = width
        return self._laid

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
        key = self.app.get_key_display(binding).replace(" ", "")
        click = Style.from_meta({"@click": f"screen.press('{binding.key}')"})
        return Content.assemble((key, "b"), f" {binding.description}").stylize_before(click)
