"""Killed at each change, begun anew, and only then the power is cut: what the first left unflushed is not relied on."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from .acts import Act
from .crash_states import NO_FOLDERS, Tried, go, sum_of, try_cuts
from .drive import Drive, Log
from .figure import Figure, Trial
from .recorded import recorded
from .removals import SAVING
from .said import Said
from .unflushed import TRUSTING

PROMISE = "What was said to be kept, or taken back, by a program begun anew after a kill is so after a power cut"
SHORT, LONG = 2, 5


def try_each_kill(act: Act, goes: int) -> Tried:
    """Kill an act at each change, begin it anew, and cut the power after each thing that it says then."""
    return sum_of(_try_each_kill(act, goes))


def _try_each_kill(act: Act, goes: int) -> Iterator[Tried]:
    for after in count():
        before, then = _logs(act, goes, after)
        if not then:
            return
        log = [*_still_said(before, then), *then]
        begun = len(log) - len(then)
        yield try_cuts(act, log, [begun + n for n, entry in enumerate(then, 1) if _is_final(entry)])


def _logs(act: Act, goes: int, after: int) -> tuple[Log, Log]:
    """Give what the first process did and what the second; nothing of the second where the first ended by itself."""
    drive = Drive()
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        with recorded(folder, drive, after) as first:
            go(act, folder, drive, goes)
        if not first.is_killed:
            return drive.log, []
        begun = len(drive.log)
        with recorded(folder, drive):
            go(act, folder, drive, goes)
    return drive.log[:begun], drive.log[begun:]


def _still_said(before: Log, then: Log) -> Log:
    """Leave out what the first said, where the second writes the same thing anew from its beginning."""
    begins_anew = any(isinstance(entry, Said) and entry.word == "changing" for entry in then)
    return [entry for entry in before if not (begins_anew and isinstance(entry, Said))]


def _is_final(entry: object) -> bool:
    return isinstance(entry, Said) and entry.word in {"kept", "taken"}


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Try every way of saving, and a careless twin."""
    if NO_FOLDERS:
        return Figure(PROMISE, "nothing", 0, "none", twin_caught=True, left_out=NO_FOLDERS)
    tried = sum_of(try_each_kill(act, LONG if long else SHORT) for act in SAVING.values())
    twin = try_each_kill(TRUSTING, SHORT)
    return Figure(
        PROMISE,
        f"{tried.states:,} different states after kills at each change of {len(SAVING)} ways of saving and {tried.cuts:,} cuts",
        len(tried.gone), f"lost {len(twin.gone)}", bool(twin.gone),
    )  # fmt: skip


TRIALS = (Trial("killed-then-cut", run),)
