"""A screen that does one thing at a time, with the disk's work in a thread beside it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual import work

from audit_tui.tui.screens.titled_screen import TitledScreen

ResultT = TypeVar("ResultT")


class BusyScreen(TitledScreen[ResultT]):
    """While something is being kept or asked for, its other keys do nothing: keys typed ahead change nothing."""

    busy = False

    def carry_out(self, act: Callable[[], Awaitable[object]]) -> None:
        """Do something that takes its time; no action comes here while something else is under way."""
        self.busy = True
        self._carry_out(act)

    @work
    async def _carry_out(self, act: Callable[[], Awaitable[object]]) -> None:
        try:
            await act()
        finally:
            self.busy = False
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing while something is under way."""
        return not self.busy

    def leave(self, result: ResultT | None = None) -> None:
        """Go back with a result, unless help was opened over this screen meanwhile."""
        if self.is_active:
            self.dismiss(result)
