"""Killed at any call of the system, nothing that was said to be kept is lost, and the next try works."""

from collections.abc import Iterable

from .acts import Act
from .figure import Figure, Trial
from .killed_at import Moment, kill_at_every_call
from .removals import SAVING
from .straced import calls_of, kill_under_strace, why_not
from .twins import OVERWRITTEN
from .without_links import WITHOUT_LINKS

PROMISE = "What was said to be kept is there after the program was killed at any call it makes of the system to save"
SHORT: tuple[Moment, ...] = ("before", "half way")
LONG: tuple[Moment, ...] = (*SHORT, "after")
FEW, MANY = 2, 8
GOES = {
    "statement": 3,
    "settings": 4,
    "forget": 1,
}  # the third has another name; from the fourth on a trip is taken out as well
LONG_GOES = {"forget": 2}  # each is as the one before
STRACED, TELLING = "answer", {"write", "fsync", "link", "rename"}


def kill_acts(acts: Iterable[Act], *, long: bool) -> tuple[int, list[str]]:
    """Kill each act at every call; give how many points there were, and what was lost."""
    tried, gone = 0, list[str]()
    for act in acts:
        points, lost = kill_at_every_call(act, goes_of(act, long=long), LONG if long else SHORT)
        tried, gone = tried + points, gone + lost
    return tried, gone


def goes_of(act: Act, *, long: bool = False) -> int:
    """Give how many goes make every call that an act ever makes, or some more."""
    return LONG_GOES.get(act.name, MANY) if long else GOES.get(act.name, FEW)


def strace_acts(acts: Iterable[Act], *, long: bool) -> tuple[int, list[str]]:
    """Kill each act under strace: at every call, or at the last of each kind that tells most."""
    tried, gone = 0, list[str]()
    for act in acts:
        calls = calls_of(act, goes_of(act))
        chosen = calls if long else list({call.name: call for call in calls if call.name in TELLING}.values())
        gone += [f"{act.name}, {at.name} {at.nth}: {each}" for at in chosen
                 for each in kill_under_strace(act, goes_of(act), at)]  # fmt: skip
        tried += len(chosen)
    return tried, gone


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Kill every way of saving, and the careless twin, with the shim and under strace."""
    left_out = why_not()
    tried, gone = kill_acts([*SAVING.values(), WITHOUT_LINKS], long=long)
    straced, more = (0, []) if left_out else strace_acts(SAVING.values() if long else [SAVING[STRACED]], long=long)
    _, twin = kill_acts([OVERWRITTEN], long=False)
    return Figure(
        PROMISE, f"killed at {tried:,} points of {len(SAVING)} ways of saving, the answer without links as well, and under strace at {straced:,}",
        len(gone) + len(more), f"{len(twin)} lost", bool(twin), left_out, (*gone, *more),
    )  # fmt: skip


TRIALS = (Trial("system-calls", run),)
