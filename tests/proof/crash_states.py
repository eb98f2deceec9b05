"""Every state in which a power cut may leave what was saved, told from the calls alone: nothing said is lost in any."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from .acts import Act
from .after_cuts import home_on, lost_in, reading_checklists_once
from .cuts import Picture, every_outcome
from .drive import Drive, Log
from .figure import Figure, Trial
from .recorded import recorded
from .removals import SAVING
from .said import Said
from .unflushed import TWINS
from .without_links import without_links

PROMISE = "What was said to be kept, or taken back, is so in every state that a power cut may leave"
NO_FOLDERS = "Windows flushes names by itself, and cannot be asked to" if sys.platform == "win32" else ""
MAKING = ("answer", "evidence", "settings", "report", "backup", "withdrawal")
SHORT, LONG, TWIN = 5, 45, 3


class Tried(NamedTuple):
    """How often a cut was made, how many different states that left, and what was lost in them."""

    cuts: int
    states: int
    gone: list[str]


def log_of(act: Act, goes: int) -> Log:
    """Do an act so many times, and give the log of what it did."""
    drive = Drive()
    with TemporaryDirectory() as name, recorded(Path(name).resolve(), drive):
        go(act, Path(name).resolve(), drive, goes)
    return drive.log


def go(act: Act, folder: Path, drive: Drive, goes: int) -> None:
    """Do an act so many times."""
    with reading_checklists_once():
        for _ in islice(act.goes(home_on(folder, act), drive.tell), goes):
            pass


def try_every_state(act: Act, goes: int) -> Tried:
    """Cut the power at each change, and look at each different state that this may leave."""
    log = log_of(act, goes)
    return try_cuts(act, log, range(len(log) + 1))


def try_cuts(act: Act, log: Log, cuts: Sequence[int]) -> Tried:
    """Cut the power at some places of a log, until something is lost: what is not flushed leaves ever more states."""
    tried = 0
    for cut, left in states(log, cuts):
        tried += 1
        if gone := lost_in(act, log[:cut], left):
            return Tried(len(cuts), tried, gone)
    return Tried(len(cuts), tried, [])


def is_caught(twin: Act) -> bool:
    """Tell whether any state loses something."""
    return bool(try_every_state(twin, TWIN).gone)


def states(log: Log, cuts: Iterable[int]) -> Iterator[tuple[int, Picture]]:
    """Give what each cut may leave, or some of them, with its place; the same picture after the same words once."""
    seen: set[tuple[int, frozenset[tuple[str, bytes | None]]]] = set()
    for cut in cuts:
        said = sum(isinstance(entry, Said) for entry in log[:cut])
        for picture in every_outcome(log[:cut]):
            state = said, frozenset(picture.items())
            if state not in seen:
                seen.add(state)
                yield cut, picture


def sum_of(each: Iterable[Tried]) -> Tried:
    """Add up what was tried."""
    every = list(each)
    return Tried(sum(t.cuts for t in every), sum(t.states for t in every), [gone for t in every for gone in t.gone])


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Try every way of saving, and every careless twin."""
    if NO_FOLDERS:
        return Figure(PROMISE, "nothing", 0, "none", twin_caught=True, left_out=NO_FOLDERS)
    without = [without_links(SAVING[name]) for name in MAKING]
    tried = sum_of(try_every_state(act, LONG if long else SHORT) for act in (*SAVING.values(), *without))
    caught = [is_caught(twin) for twin in TWINS]
    return Figure(
        PROMISE,
        f"{tried.states:,} different states after {tried.cuts:,} cuts, one at each change in {len(SAVING)} ways of saving, "
        f"and in {len(without)} where links are unknown",
        len(tried.gone), f"{sum(caught)} of {len(TWINS)} twins without a flush lose something", all(caught),
    )  # fmt: skip


TRIALS = (Trial("crash-states", run),)
