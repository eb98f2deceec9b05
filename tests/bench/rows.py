"""What is asked of the program's speed: each figure, its floor, the limit it must keep and the one it aims at."""

from dataclasses import dataclass
from statistics import median

from .ratios import Results, ratio, values

OWN = "own "


@dataclass(frozen=True)
class Row:
    """One figure of one subject, as a ratio to a floor; a floor that is its own is that of the same version."""

    what: str
    subject: str
    figure: str
    floor_name: str
    floor: str
    floor_figure: str
    gate: float
    goal: float

    def ratio(self, results: Results, version: str) -> float | None:
        """Give the median of the ratios."""
        return ratio(results, self._subject(version), self._floor(version))

    def size(self, results: Results, version: str) -> float | None:
        """Give the median of the figure itself."""
        found = values(results, *self._subject(version))
        return median(found) if found else None

    def floor_size(self, results: Results, version: str) -> float | None:
        """Give the median of the floor itself."""
        found = values(results, *self._floor(version))
        return median(found) if found else None

    def is_missed(self, results: Results, version: str) -> bool:
        """Tell whether the figure is over its gate, or was not measured."""
        found = self.ratio(results, version)
        return found is None or round(found, 2) > self.gate

    def _subject(self, version: str) -> tuple[str, str]:
        return f"{version} {self.subject}", self.figure

    def _floor(self, version: str) -> tuple[str, str]:
        own = self.floor.startswith(OWN)
        return (f"{version} {self.floor.removeprefix(OWN)}" if own else self.floor), self.floor_figure


HELLO, KEY, PASS = "a bare program", "its key", "`python -c pass`"
GROWS = "with 600"
ROWS = (
    Row("board ready, 600 reviews", "board 600", "ready", HELLO, "hello", "ready", 1.40, 1.15),
    Row("arrow key on the board, p50", "board 600", "key", KEY, "hello", "key", 1.4, 1.1),
    Row("arrow key on the board, p95", "board 600", "key p95", KEY, "hello", "key p95", 2, 1.3),
    Row("a card opened, to visible", "card", "card", KEY, "hello beside cards", "key", 8, 5),
    Row("an answer, seen and on disk", "card", "answer", KEY, "hello beside cards", "key", 3, 1.7),
    Row("peak memory of the app", "board 600", "memory", HELLO, "hello", "memory", 1.25, 1.05),
    Row("quit to prompt", "board 600", "quit", HELLO, "hello", "quit", 1.0, 0.5),
    Row("`due`, 600 reviews", "due 600", "wall", PASS, "pass", "wall", 8.5, 5),
    Row("`--version`", "version", "wall", PASS, "pass", "wall", 2.5, 2.0),
    Row("`--help`", "help", "wall", PASS, "pass", "wall", 3.5, 2.8),
    Row("`due`, 6,000 reviews", "due 6000", "wall", GROWS, "own due 600", "wall", 1.15, 1.03),
    Row("board ready, 6,000 reviews", "board 6000", "ready", GROWS, "own board 600", "ready", 1.15, 1.03),
    Row("a card opened, 12,000 reviews of one list", "card 12000", "card", "with 12", "own card 12", "card", 1.5, 1.1),
    Row("`team` over 2,000 statements", "team", "wall", "read and parsed", "parse", "wall", 2, 1.25),
)
MOST_FLUSHES = 2
