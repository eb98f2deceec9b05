"""What cannot be read is said, whatever one asks for; it is never passed over, and never written over."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from audit_tui.cli.main import main
from audit_tui.paths import HOME

from .acts import ACTS
from .faults import OF_READING, Disk, Fault
from .figure import Figure, Trial
from .found import SHARED
from .killed_at import REPLACED, do_goes
from .one_library import one_library
from .said import Found, Said, Thing, lost
from .twins import heedless

PROMISE = "Where something cannot be read, a command says so, and writes nothing over it"
KEPT = ("answer", "note", "evidence", "settings", "statement", "phone number")
ASKED = (
    ("due",), ("summary",), ("next", "--json"), ("history", "old-accounts"), ("evidence", "cyberbullying"),
    ("trip", "list"), ("accounts",), ("imei",), ("induction",), ("team", SHARED), ("checklists",), ("policy",),
)  # fmt: skip
DONE = (
    ("trip", "add", "A", "2026-05-04", "2026-05-05"), ("accounts", "--set", "facebook"), ("imei", "--record", "490154203237518"),
    ("share", "--to", SHARED, "--as", "A. B.", "--yes"), ("remind", "--output", "new.ics"), ("imei", "--new-phone"),
)  # fmt: skip
SHORT_STEP = 2
Command = Sequence[str]


class Outcome(NamedTuple):
    """How a command ended: its exit code, or what got past it; and what it said on either stream."""

    end: object
    out: str
    told: str


def try_commands(commands: Sequence[Command], *, long: bool) -> tuple[int, list[str]]:
    """Let every call by which a command reads fail; give how many did, and every promise broken."""
    with TemporaryDirectory() as folder, one_library():
        home, safe = Path(folder) / "home", Path(folder) / "safe"
        said = _fill(safe)
        tried, bad = 0, list[str]()
        for command in commands:
            results = list(_try(command, safe, home, said, long=long))
            tried += len(results)
            bad += [f"{' '.join(command)}, {each}" for result in results for each in result]
    return tried, bad


def _fill(home: Path) -> list[Said]:
    """Keep something of every kind; give what was said."""
    home.mkdir()
    said: list[Said] = []
    for name in KEPT:
        do_goes(ACTS[name], home, 2, said.append)
    for command in (("accounts", "--set", "facebook"), ("induction", "--joined", "2026-03-02")):
        _run(command, home, None)
    return said


def _try(command: Command, safe: Path, home: Path, said: Sequence[Said], *, long: bool) -> Iterator[list[str]]:
    none = Disk(Fault(writes=False, nth=0, number=0, for_good=False))
    usual = _afresh(command, safe, home, none)
    assert usual.end == 0, usual
    for nth in range(1, none.seen + 1, 1 if long else SHORT_STEP):
        for number, for_good in _numbers(nth, long=long):
            fault = Fault(writes=False, nth=nth, number=number, for_good=for_good)
            outcome = _afresh(command, safe, home, Disk(fault))
            stays = [each for each in said if command not in DONE or each.kind not in REPLACED]
            yield [f"{fault}: {each}" for each in _broken(usual, outcome, home, stays)]


def _numbers(nth: int, *, long: bool) -> list[tuple[int, bool]]:
    every = [(number, for_good) for number in OF_READING for for_good in (False, True)]
    return every if long else [every[nth // SHORT_STEP % len(every)]]


def _afresh(command: Command, safe: Path, home: Path, disk: Disk) -> Outcome:
    """Run a command in a home that is as it was filled."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(safe, home)
    return _run(command, home, disk)


def _run(command: Command, home: Path, disk: Disk | None) -> Outcome:
    out, told = StringIO(), StringIO()
    placed = [str(home / part) if part in (SHARED, "new.ics") else part for part in command]
    with patch.dict(os.environ, {HOME: str(home)}), redirect_stdout(out), redirect_stderr(told):
        try:
            if disk is None:
                end: object = main(placed)
            else:
                with disk.failing(home):
                    end = main(placed)
        except OSError as problem:
            end = problem
    return Outcome(end, out.getvalue(), told.getvalue())


def _broken(usual: Outcome, outcome: Outcome, home: Path, said: Sequence[Said]) -> Iterator[str]:
    if isinstance(outcome.end, OSError):
        yield f"not told in a sentence: {outcome.end!r}"
    elif outcome.out != usual.out and not outcome.told:
        yield f"passed over in silence: {outcome.out[:200]!r}"
    found = [ACTS[name].found(home) for name in KEPT]
    yield from lost(said, Found(frozenset[Thing]().union(*(each.things for each in found))))
    yield from (f"{name} is torn" for each in found for name in each.torn)


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Let every command meet every fault of reading."""
    tried, bad = try_commands([*ASKED, *DONE], long=long)
    with heedless():
        _, twin = try_commands([("trip", "list")], long=False)
    return Figure(
        PROMISE, f"{tried:,} faults of reading in {len(ASKED) + len(DONE)} commands", len(bad),
        f"{len(twin)} noticed", bool(twin),
    )  # fmt: skip


TRIALS = (Trial("read-faults", run),)
