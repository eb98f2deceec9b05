"""A flush fails once and is then answered as done, as on Linux: what is said after the next try stands all the same."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import wraps
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.files import remove, write
from audit_tui.files.disk import sync_folder
from audit_tui.person import Person
from audit_tui.settings.phones import PhoneBook
from audit_tui.sitting.sitting import Sitting

from . import acts, removals
from .acts import Act
from .crash_states import NO_FOLDERS, Tried, go, sum_of, try_cuts
from .drive import Drive, Dropped, Log
from .figure import Figure, Trial
from .recorded import recorded
from .removals import SAVING
from .said import Said

PROMISE = "What was said to be kept, or taken back, after a flush had failed is so after a power cut"
SHORT, LONG = 2, 5
STEPS: tuple[tuple[object, str], ...] = (
    (Sitting, "answer"), (Sitting, "take_back"), (Sitting, "remark"), (Sitting, "log"), (Person, "change"),
    (Audit, "hand_in"), (Audit, "withdraw"), (PhoneBook, "record"), (acts, "write"), (acts, "back_up"),
    (removals, "write_page"),
)  # fmt: skip
BY_WHAT_COUNTS = SAVING["answer taken back"]._replace(found=SAVING["withdrawal"].found)
TRIED = SAVING | {BY_WHAT_COUNTS.name: BY_WHAT_COUNTS}


@contextmanager
def insisting() -> Iterator[None]:
    """Be a person who does again what failed."""
    with ExitStack() as stack:
        for place, name in STEPS:
            stack.enter_context(patch.object(place, name, _again(getattr(place, name))))
        yield


def _again(step: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(step)
    def twice(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever a step is given
        try:
            return step(*given, **named)
        except UserError:
            return step(*given, **named)

    return twice


@contextmanager
def trusting_the_next_flush() -> Iterator[None]:
    """Be the careless twin that flushes again what it could not flush, and calls that done."""
    with patch.object(write, "renew_folder", sync_folder), patch.object(remove, "renew_folder", sync_folder):
        yield


def try_each_failure(act: Act, goes: int) -> Tried:
    """Let each flush of an act fail, do again what failed, and cut the power after each thing that is said then."""
    return sum_of(_try_each_failure(act, goes))


def _try_each_failure(act: Act, goes: int) -> Iterator[Tried]:
    for failing in count(1):
        log = _log(act, goes, failing)
        dropped = next((place for place, entry in enumerate(log) if isinstance(entry, Dropped)), None)
        if dropped is None:
            return
        yield try_cuts(act, log, [n + 1 for n in range(dropped, len(log)) if _is_final(log[n])])


def _log(act: Act, goes: int, failing: int) -> Log:
    drive = Drive()
    with TemporaryDirectory() as name, insisting():
        folder = Path(name).resolve()
        with recorded(folder, drive, failing=failing), suppress(UserError, OSError):
            go(act, folder, drive, goes)
    return drive.log


def _is_final(entry: object) -> bool:
    return isinstance(entry, Said) and entry.word in {"kept", "taken"}


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Try every way of saving, and the careless twin."""
    if NO_FOLDERS:
        return Figure(PROMISE, "nothing", 0, "none", twin_caught=True, left_out=NO_FOLDERS)
    goes = LONG if long else SHORT
    tried = sum_of(try_each_failure(act, goes) for act in TRIED.values())
    with trusting_the_next_flush():
        twin = try_each_failure(TRIED["answer"], SHORT)
    return Figure(
        PROMISE,
        f"{tried.states:,} different states after {tried.cuts:,} cuts, with each flush of {len(TRIED)} ways of saving "
        "failing once and then done by name only",
        len(tried.gone), f"that flushes again: lost {len(twin.gone)}", bool(twin.gone),
    )  # fmt: skip


TRIALS = (Trial("failed-flushes", run),)
