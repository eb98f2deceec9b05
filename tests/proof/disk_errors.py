"""Whatever the disk answers, nothing kept is lost, a failure is told in a sentence, and the next try works."""

from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from traceback import walk_tb

import audit_tui
from audit_tui.errors import UserError

from .acts import Act
from .faults import OF_READING, OF_WRITING, Disk, Fault
from .figure import Figure, Trial
from .killed_at import do_goes
from .next_try import next_try, one_window
from .one_library import one_library
from .removals import SAVING
from .said import Said, lost
from .system_calls import goes_of
from .twins import HOPEFUL, LITTERING, STUBBORN, UNREAD

PROGRAM = str(Path(audit_tui.__file__).parent)
FEW = 24
TWINS = (HOPEFUL, LITTERING, UNREAD, STUBBORN)
PROMISE = (
    "What was said to be kept is there whatever the disk answers, the failure is told, and the next try works, "
    "in the same window too"
)


def calls_of(act: Act, goes: int) -> tuple[int, int]:
    """Count the calls that write and those that read in so many goes of an act."""
    with TemporaryDirectory() as folder:
        writing, reading = (Disk(Fault(writes, 0, 0, for_good=False)) for writes in (True, False))
        with writing.failing(Path(folder)), reading.failing(Path(folder)):
            do_goes(act, Path(folder), goes, lambda _: None)
        return writing.seen, reading.seen


def faults(act: Act, goes: int, *, long: bool) -> Iterator[Fault]:
    """Give every fault there can be, or some: calls from the first to the last, the numbers in turn, once and for good."""
    writing, reading = calls_of(act, goes)
    for writes, calls, numbers in ((True, writing, OF_WRITING), (False, reading, OF_READING)):
        step = 1 if long else max(1, -(-calls // FEW))
        for turn, nth in enumerate(range(1, calls + 1, step)):
            one = numbers[turn // 2 % len(numbers)], bool(turn % 2)
            for number, for_good in product(numbers, (False, True)) if long else [one]:
                yield Fault(writes, nth, number, for_good)


def try_act(act: Act, *, long: bool) -> tuple[int, list[str]]:
    """Let every call of an act fail, or some; give how many faults there were, and every promise broken."""
    goes = goes_of(act)
    with one_library():
        tried = list(faults(act, goes, long=long))
        return len(tried), [f"{act.name}, {fault}: {each}" for fault in tried for each in broken(act, goes, fault)]


def broken(act: Act, goes: int, fault: Fault) -> Iterator[str]:
    """Do an act on a disk with a fault, and when that is over once more: begun anew, and in the same window."""
    with TemporaryDirectory() as folder, one_window() as window:
        home, disk, said = Path(folder) / "home", Disk(fault), list[Said]()
        home.mkdir()
        yield from _told(act, home, goes, disk, said)
        yield from lost(said, act.found(home))
        if "unlink" not in disk.failed:
            yield from (f"{path.name} was left behind" for path in home.rglob("*.tmp"))
        yield from next_try(act, Path(copytree(home, Path(folder) / "copy")))
        window.stays = True
        yield from (f"in the same window {each}" for each in next_try(act, home, said))


def _told(act: Act, home: Path, goes: int, disk: Disk, said: list[Said]) -> Iterator[str]:
    """Do the goes until one fails; name what is wrong with how it was told, and with what stands on disk then."""
    doing = act.goes(home, said.append)
    for _ in range(goes):
        before, named = _files(home), len(disk.named)
        try:
            with disk.failing(home):
                next(doing)
            yield from (f"it went on though {call.name} of {call.path.name} failed" for call in disk.unsaved)
        except UserError as problem:
            if str(home) not in str(problem):
                yield f"no file is named: {problem}"
            if len(disk.named) == named and _files(home) != before:
                yield f"something changed, and it was told: {problem}"
            return
        except OSError as problem:
            if _came_out_of_the_program(problem):
                yield f"not told in a sentence: {problem!r}"
            return


def _came_out_of_the_program(problem: OSError) -> bool:
    """Tell a fault of the program from one of the act around it, which makes the folders that others would."""
    return any(frame.f_code.co_filename.startswith(PROGRAM) for frame, _ in walk_tb(problem.__traceback__))


def _files(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file() and path.suffix != ".tmp"}


def try_acts(acts: Iterable[Act], *, long: bool) -> tuple[int, list[str]]:
    """Try several acts."""
    results = [try_act(act, long=long) for act in acts]
    return sum(tried for tried, _ in results), [each for _, bad in results for each in bad]


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Let every call of every way of saving fail, and those of careless twins."""
    tried, bad = try_acts(SAVING.values(), long=long)
    twins = {twin.name: len(try_act(twin, long=False)[1]) for twin in TWINS}
    return Figure(
        PROMISE, f"{tried:,} faults of the disk in {len(SAVING)} ways of saving, once and for good", len(bad),
        ", ".join(f"{name}: {found} noticed" for name, found in twins.items()), all(twins.values()), broke=tuple(bad),
    )  # fmt: skip


TRIALS = (Trial("disk-errors", run),)
