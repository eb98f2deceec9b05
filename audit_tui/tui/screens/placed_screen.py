"""A screen that has everything in its place from its first frame on."""

from typing import TypeVar

from textual import events, on
from textual.screen import Screen

ResultT = TypeVar("ResultT")


class PlacedScreen(Screen[ResultT]):
    """Styled once when it opens: for the window's size, which is known before there is a layout."""

    _opened = False

    def on_compose(self) -> None:
        """Take the classes of the window's size before the parts are styled by them."""
        width, height = self.app.size
        for length, breakpoints in ((width, self.app.HORIZONTAL_BREAKPOINTS), (height, self.app.VERTICAL_BREAKPOINTS)):
            fitting = [name for least, name in breakpoints or () if least <= length]
            self.add_class(*fitting[-1:], update=False)

    @on(events.ScreenResume)
    def _leave_new_styles(self, event: events.ScreenResume) -> None:
        """Do not style a screen again that has just been made."""
        event.refresh_styles = event.refresh_styles and self._opened
        self._opened = True

    async def is_kept(self) -> bool:
        """Keep what was typed here, for the program is being left; tell whether nothing is lost by that."""
        return True

    def action_press(self, key: str) -> None:
        """Do what a key does, for a click on its name."""
        self.app.simulate_key(key.partition(",")[0])
