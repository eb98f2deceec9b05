"""What is kept can be read by its owner alone, whatever the umask says; a statement alone is meant for others."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from .acts import Act
from .calls import Call, Do, between
from .figure import Figure, Trial
from .found import SHARED
from .removals import SAVING
from .twins import CARELESS, CLOSED_LATE

PROMISE = "What is kept can be read by its owner alone, under any umask; a statement can be read by whoever may enter its folder"
UMASKS = (0o000, 0o022, 0o077)
GOES = 3
FILE, FOLDER, MAY_ENTER = 0o600, 0o700, 0o011
OPENED = ("shared", "reports")
IN_A_HOME = ("statement", "report", "careless", "closed late")
LOOK = os.stat


@contextmanager
def masking(umask: int) -> Iterator[None]:
    """Work under a umask."""
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


def readable(act: Act, umask: int) -> tuple[int, list[str]]:
    """Save in one way under a umask; give how many files and folders came of it, and those open to others, if for a moment."""
    with TemporaryDirectory() as folder, masking(umask):
        home = Path(folder) / "home" / "audit"
        home.parent.mkdir(mode=FOLDER)
        if act.name in IN_A_HOME:
            home.mkdir(mode=FOLDER)
        with opened_meanwhile(home) as opened:
            for _ in islice(act.goes(home, lambda _: None), GOES):
                pass
        made = [path for path in (home, *home.rglob("*")) if path.name not in OPENED]
        wrong = {path for path in made if _mode(path) != _right(path)} | opened
        return len(made), [f"{act.name}: {path.name} under {umask:03o}" for path in sorted(wrong)]


@contextmanager
def opened_meanwhile(home: Path) -> Iterator[set[Path]]:
    """Look after every call that writes; give what others could read then, from the moment it was made."""
    opened: set[Path] = set()

    def look(call: Call, do: Do) -> object:
        result = do()
        if call.writes and call.path.name not in OPENED:
            with suppress(FileNotFoundError):  # it has another name by now
                opened.update({call.path} if stat.S_IMODE(LOOK(call.path).st_mode) & ~_right(call.path) else ())
        return result

    with between(home, look):
        yield opened


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _right(path: Path) -> int:
    if path.is_dir():
        return FOLDER
    entered = _mode(path.parent) & MAY_ENTER if path.parent.name == SHARED else 0
    return FILE | entered << 2


def look(acts: Iterable[Act]) -> tuple[int, list[str]]:
    """Save in every way under every umask."""
    found = [readable(act, umask) for act in acts for umask in UMASKS]
    return sum(made for made, _ in found), [each for _, wrong in found for each in wrong]


def run(long: bool) -> Figure:  # noqa: ARG001, FBT001 - there is no longer form
    """Look at what every way of saving leaves, and at what a careless one does."""
    if sys.platform == "win32":
        return Figure(
            PROMISE, "nothing", 0, "nothing", twin_caught=True, left_out="all of it, for modes mean nothing on Windows"
        )
    made, wrong = look(SAVING.values())
    _, twin = look([CARELESS, CLOSED_LATE])
    return Figure(
        PROMISE, f"{made} files and folders of {len(SAVING)} ways of saving under {len(UMASKS)} umasks, from the moment they are made", len(wrong),
        f"{len(twin)} files open to others", bool(twin),
    )  # fmt: skip


TRIALS = (Trial("private-files", run),)
