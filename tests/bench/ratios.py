"""The arithmetic: every ratio is taken inside one turn, and the median of them counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Figures = dict[str, float]
Results = dict[str, list[Figures]]


@dataclass(frozen=True)
class Group:
    """What is measured beside each other, the floor with it, and how many turns it gets in each round."""

    runs: dict[str, Callable[[], Figures]]
    turns: int = 1


def percentile(values: Sequence[float], part: float) -> float:
    """Give the value under which a part of the values lies, between two of them where need be."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * part
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def turned(names: Sequence[str], turn: int) -> list[str]:
    """Give the order of one turn: A B C, then B C A, then C A B."""
    first = turn % len(names)
    return [*names[first:], *names[:first]]


def run_turn(group: Group, turn: int, results: Results) -> None:
    """Measure each of a group once, in the order of this turn."""
    for name in turned(list(group.runs), turn):
        results.setdefault(name, []).append(group.runs[name]())


def values(results: Results, subject: str, figure: str) -> list[float]:
    """Give one figure of one subject, turn by turn."""
    return [turn[figure] for turn in results.get(subject, ()) if figure in turn]


def ratio(results: Results, subject: tuple[str, str], floor: tuple[str, str]) -> float | None:
    """Give the median of a figure's ratios to its floor in the same turn; None where it was not measured."""
    above, below = values(results, *subject), values(results, *floor)
    if not above or len(above) != len(below):
        return None
    return median(one / other for one, other in zip(above, below, strict=True))
