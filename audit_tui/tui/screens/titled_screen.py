"""What every screen has: a title line, the keys of the place, and help."""

from collections.abc import Iterable
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.tui.screens.placed_screen import PlacedScreen
from audit_tui.tui.widgets.backdrop import Backdrop
from audit_tui.tui.widgets.key_line import KeyLine
from audit_tui.tui.widgets.steady_text import SteadyText

ResultT = TypeVar("ResultT")
GivenT = TypeVar("GivenT")
LOW, SHORT = 20, 24
LEAST_WIDTH, LEAST_HEIGHT = 24, 8
LARGER = "Please make the window larger."
FEWEST, FEW = 1, 2


class TitledScreen(PlacedScreen[ResultT], Backdrop):
    """A screen with a title at the top and its keys at the bottom."""

    BINDINGS = [Binding("question_mark,f1", "app.help", "Help", id="app.help", key_display="?")]

    _asking = False

    def compose(self) -> ComposeResult:
        """Put the title above, the place's own parts between, the keys below."""
        yield SteadyText(id="title")
        yield from self.parts()
        yield KeyLine(most_lines(self.app.size.height))

    def on_resize(self, event: events.Resize) -> None:
        """Keep room for what matters where the screen is low; say so where there is no room for anything."""
        is_tiny = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(is_tiny, "-tiny")
        if is_tiny and not self.query("#larger"):
            self.mount(Static(LARGER, id="larger"), before=0)
        self.query_one(KeyLine).shorten(most_lines(event.size.height))

    def parts(self) -> Iterable[Widget]:
        """Give the parts of this place."""
        return ()

    def entitle(self, text: str) -> None:
        """Set the title line."""
        self.query_one("#title", SteadyText).show(Content(text))

    async def ask(self, dialog: Screen[GivenT | None]) -> GivenT | None:
        """Ask over this screen; None where something else lies over it already, for keys may be typed ahead."""
        if self._asking or not self.is_current:
            return None
        self._asking = True
        try:
            return await self.app.push_screen_wait(dialog)
        finally:
            self._asking = False


def most_lines(height: int) -> int | None:
    """Tell how many lines of keys a screen of this height may have; None is as many as they take."""
    if height < LOW:
        return FEWEST
    return FEW if height < SHORT else None
