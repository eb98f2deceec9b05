"""The power is cut at any operation while the program saves: what was not flushed is gone, in part or torn."""

import json
import os
import random
import stat
import time
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from .acts import Act, Say
from .after_cuts import home_on, lost_in
from .cuts import some_outcome
from .drive import Log
from .figure import Figure, Trial
from .killed import run_and_kill
from .mounted import mounted, why_not
from .on_drive import SAID
from .removals import SAVING
from .said import Said
from .unflushed import JUST_WRITTEN, RENAMED, without_flush
from .without_links import WITHOUT_LINKS

PROMISE = "What was said to be kept, or taken back, is so after the power was cut"
LONGEST = 0.15
CUT = {**SAVING, WITHOUT_LINKS.name: WITHOUT_LINKS}
SHORT, LONG, TWIN = len(CUT), 1_000, 2
EACH, EACH_OF_TWIN = 4, 10
TWINS = (
    without_flush(stat.S_ISREG, SAVING["answer"]),
    without_flush(stat.S_ISDIR, SAVING["answer"]),
    without_flush(stat.S_ISDIR, SAVING["answer taken back"]),
    RENAMED,
    JUST_WRITTEN,
)


class Cut(NamedTuple):
    """How often the power was cut, how many things had been said to be kept by then, and what was lost."""

    cuts: int
    kept: int
    gone: list[str]


def cut_often(acts: Iterable[Act], times: int, each: int, seed: int = 0) -> Cut:
    """Let the acts write in turn, so many times in all, and cut the power of each at the end and at random places."""
    chance = random.Random(seed)
    kept, gone = 0, list[str]()
    for act in islice(cycle(acts), times):
        log = _written(act, chance)
        for end in (len(log), *(chance.randrange(len(log)) for _ in range(each - 1))):
            kept += sum(isinstance(entry, Said) and entry.word == "kept" for entry in log[:end])
            gone += lost_in(act, log[:end], some_outcome(log[:end], chance))
    return Cut(times * each, kept, gone)


def _written(act: Act, chance: random.Random) -> Log:
    """Do an act on a mounted file system in a process of its own, kill it, and give what was asked of the disk."""
    with TemporaryDirectory() as folder:
        with mounted(Path(folder)) as log:
            telling = act._replace(goes=partial(_telling, act))
            run_and_kill(telling, Path(folder), lambda _: time.sleep(chance.uniform(0.0, LONGEST)))
        return log


def _telling(act: Act, drive: Path, say: Say) -> Iterator[None]:
    """Do an act, and say each word through the file system too, where it stands in line with the operations."""
    told = os.open(drive / SAID.removeprefix("/"), os.O_WRONLY)

    def tell(said: Said) -> None:
        os.pwrite(told, json.dumps(said).encode(), 0)
        say(said)

    yield from act.goes(home_on(drive, act), tell)


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Cut the power of every way of saving, and of the careless twins."""
    if reason := why_not():
        return Figure(PROMISE, "nothing", 0, "none", twin_caught=True, left_out=reason)
    times = LONG if long else SHORT
    tried = cut_often(CUT.values(), times, EACH)
    caught = [bool(cut_often([twin], TWIN, EACH_OF_TWIN).gone) for twin in TWINS]
    return Figure(
        PROMISE,
        f"{tried.cuts:,} power cuts of {times:,} runs of {len(CUT)} ways of saving on a file system that forgets what "
        f"was not flushed, {tried.kept:,} things kept",
        len(tried.gone), f"{sum(caught)} of {len(TWINS)} twins without a flush lose something", all(caught),
    )  # fmt: skip


TRIALS = (Trial("power-cuts", run),)
