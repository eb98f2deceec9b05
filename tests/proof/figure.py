"""One promise with what was done to break it, and what came of that."""

from collections.abc import Callable
from typing import NamedTuple


class Figure(NamedTuple):
    """What one trial found. `bad` counts what broke the promise; `twin` what the same trial found in a careless twin.

    `broke` says what broke it, where the trial tells.
    """

    promise: str
    tried: str
    bad: int
    twin: str
    twin_caught: bool
    left_out: str = ""
    broke: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether nothing broke, and whether it would have been noticed."""
        return not self.bad and self.twin_caught


class Trial(NamedTuple):
    """A harness: its name, and what runs it, short or long."""

    name: str
    run: Callable[[bool], Figure]
