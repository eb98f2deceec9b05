"""Killed at any moment, nothing that was said to be kept is lost."""

import random
import time
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from .acts import Act
from .figure import Figure, Trial
from .killed import run_and_kill
from .removals import SAVING
from .said import lost
from .twins import CARELESS

PROMISE = "What was said to be kept is there after the program was killed"
LONGEST = 0.1
SHORT, LONG, TWIN = 300, 10_000, 24


def kill_often(acts: Iterable[Act], times: int, seed: int = 0) -> tuple[int, list[str]]:
    """Kill the acts in turn so many times; give how many things were said to be kept, and what was lost or torn."""
    chance = random.Random(seed)
    kept, gone = 0, list[str]()
    for act in islice(cycle(acts), times):
        with TemporaryDirectory() as folder:
            said = run_and_kill(act, Path(folder), lambda _: time.sleep(chance.uniform(0.0, LONGEST)))
            kept += sum(each.word == "kept" for each in said)
            gone += [f"{act.name}: {each}" for each in lost(said, act.found(Path(folder)))]
    return kept, gone


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Kill every way of saving, and the careless twin."""
    times = LONG if long else SHORT
    kept, gone = kill_often(SAVING.values(), times)
    _, twin_gone = kill_often([CARELESS], TWIN)
    return Figure(
        PROMISE, f"{times:,} kills at random moments of {len(SAVING)} ways of saving, {kept:,} things kept", len(gone),
        f"{len(twin_gone)} lost in {TWIN} kills", bool(twin_gone), broke=tuple(gone),
    )  # fmt: skip


TRIALS = (Trial("kills", run),)
