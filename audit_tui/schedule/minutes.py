"""Minutes: how long a check takes, by its words, its labels and its work, at a person's own pace."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from audit_tui.checklist import Check, Device
from audit_tui.record import Answer

WORDS_A_MINUTE = 200
LABELS_A_MINUTE = 12
QUARTERS = 4
SHORTEST, LONGEST = 0.25, 9.0
SHARED = 2
SHORTEST_GAP, LONGEST_GAP = 5, 600
GAPS_NEEDED = 5
QUICKEST, SLOWEST = 0.5, 2.0


class Timed(NamedTuple):
    """An answer with its check and checklist, from which a person's pace can be learnt.

    `seen` tells that the check had been answered before.
    """

    checklist_id: str
    check: Check
    answer: Answer
    seen: bool = False


def estimate(
    check: Check, device: Device, *, before: Check | None = None, seen: bool = False, pace: float = 1.0
) -> float:  # fmt: skip
    """Estimate the minutes for one check, in quarters: reading, tapping, and the work where there is some.

    Labels shared with the check just `before` cost nothing. A check `seen` earlier is read at a glance.
    """
    texts = (check.ask, check.expect) if seen else (check.ask, check.expect, check.why, *check.how, check.verify or "")
    reading = sum(map(_words, texts)) / WORDS_A_MINUTE
    tapping = (len(check.steps.on(device)) - _shared(check, before, device)) / LABELS_A_MINUTE
    work = check.minutes / 2 if seen else check.minutes
    quarters = ceil((reading + tapping + work) * pace * QUARTERS - 0.5)
    return min(LONGEST, max(SHORTEST, quarters / QUARTERS))


def estimate_all(checks: Iterable[tuple[Check, bool]], phone: str | None, pace: float = 1.0) -> float:
    """Estimate the minutes for checks of one list in the order given, each with whether it was seen before."""
    total, before = 0.0, None
    for check, seen in checks:
        total += estimate(check, check.steps.preferred(phone), before=before, seen=seen, pace=pace)
        before = check
    return total


def same_page(check: Check, before: Check, device: Device) -> bool:
    """Tell whether the steps of two checks lead to the same page: two labels or more, and all but the last the same."""
    here, there = check.steps.on(device), before.steps.on(device)
    return bool(here and there) and (here == there or (len(here) > SHARED and here[:-1] == there[:-1]))


def learnt_pace(answers: Iterable[Timed], phone: str | None = None) -> float:
    """Learn a person's pace from the moments of their own answers: 2.0 for twice as long as estimated.

    Only successive answers of one day teach anything, and neither a held key nor a pause for tea.
    """
    ordered = sorted(answers, key=lambda timed: timed.answer.at)
    ratios = [
        seconds / 60 / _expected(earlier, later, phone)
        for earlier, later in pairwise(ordered)
        if earlier.answer.on == later.answer.on
        and SHORTEST_GAP <= (seconds := (later.answer.at - earlier.answer.at).total_seconds()) <= LONGEST_GAP
    ]
    return min(SLOWEST, max(QUICKEST, _median(ratios))) if len(ratios) >= GAPS_NEEDED else 1.0


def _median(numbers: list[float]) -> float:
    ordered, half = sorted(numbers), len(numbers) // 2
    return (ordered[half] + ordered[~half]) / 2


def _expected(earlier: Timed, later: Timed, phone: str | None) -> float:
    before = earlier.check if earlier.checklist_id == later.checklist_id else None
    return estimate(later.check, later.check.steps.preferred(phone), before=before, seen=later.seen)


def _shared(check: Check, before: Check | None, device: Device) -> int:
    if before is None:
        return 0
    pairs = zip(check.steps.on(device), before.steps.on(device), strict=False)
    return next((n for n, (here, there) in enumerate(pairs) if here != there),
                min(len(check.steps.on(device)), len(before.steps.on(device))))  # fmt: skip


@lru_cache(maxsize=4096)
def _words(text: str) -> int:
    return len(text.split())
