"""Telling a considered key from one that is held down, pasted or typed ahead."""

from collections.abc import Callable
from math import inf


class Haste:
    """Remembers when the card was seen and when keys came. `clock` gives seconds that never go back.

    A card takes answers once it has been on the screen for SEEN seconds, and only from a key that comes GAP seconds
    or more after the one before it: a keyboard repeats a held key some 30 times a second, and a paste comes at once.
    """

    SEEN = 0.6
    GAP = 0.2

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._seen = inf
        self._last = self._before = -inf

    def covered(self) -> None:
        """Note that another card is on its way to the screen."""
        self._seen = inf

    def seen(self) -> None:
        """Note that the card is on the screen."""
        self._seen = self.clock()

    def pressed(self) -> None:
        """Note that a key came."""
        self._before, self._last = self._last, self.clock()

    def too_soon(self) -> bool:
        """Tell whether an answer now cannot have been meant for the card on the screen."""
        return self.clock() - self._seen < self.SEEN or self._last - self._before < self.GAP
