"""Telling a considered key from one that is held down, pasted or typed ahead."""

from collections.abc import Callable
from math import inf

from textual.message import Message


class Haste:
    """Remembers when the card was seen and when keys came. `clock` gives seconds that never go back.

    A card takes answers once it has been on the screen for SEEN seconds, and only from a key that comes GAP seconds
    or more after the one before it: a keyboard repeats a held key some 30 times a second, and a paste comes at once.
    The same key once more waits AGAIN seconds: a held key is first repeated after up to a second.
    """

    SEEN = 0.6
    AGAIN = 1.0
    GAP = 0.2

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._seen = inf
        self._key = ""
        self._last = self._before = -inf
        self._again = False

    def covered(self) -> None:
        """Note that another card, or something over it, is on its way to the screen."""
        self._seen = inf

    def seen(self) -> None:
        """Note that the card is on the screen."""
        self._seen = self.clock()

    def pressed(self, key: str, at: float) -> None:
        """Note that a key was pressed, or the mouse, and when."""
        self._before, self._last = self._last, at
        self._again, self._key = key == self._key, key

    def too_soon(self) -> bool:
        """Tell whether the last key cannot have been meant as an answer to the card on the screen."""
        wait = self.AGAIN if self._again else self.SEEN
        return self._last - self._seen < wait or self._last - self._before < self.GAP


def textual_time() -> float:
    """Give the seconds now, by the clock that dates keys and clicks; it is not the same on every system."""
    return Message().time
