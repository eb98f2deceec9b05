"""A damaged file costs itself at most: it is taken in whole or told of, and no other file is the worse for it."""

import shutil
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from audit_tui.audit import Audit
from audit_tui.cadence import parse
from audit_tui.files import values
from audit_tui.settings.phones import BETWEEN
from audit_tui.text import escape_controls

from .damage import losses, mutations, prefixes
from .figure import Figure, Trial
from .kinds import COPY, LATER, Kind, Taken
from .kinds_beside import EVERY_KIND
from .salvage import SALVAGING
from .whole import DRAFTS, RELEASED, fill, places

PROMISE = "A damaged file is taken in whole or told of, and no other file is the worse for it"
SHORT, LONG, STEP, OPENED = 200, 10_000, 5, 100
LARGE = 1_000_000


class Damaged(NamedTuple):
    """What came of damaging one kind of file: how often, how often it was told, and what was bad."""

    tried: int
    told: int
    bad: list[str]


def damage(kind: Kind, times: int, step: int = 1) -> Damaged:
    """Cut a file at every so many bytes and put it wrong so many times, each time reading the whole home."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home)
        withdrawal = next(home.glob("journal/*.withdrawn*.toml"))
        shutil.copy(withdrawal, home / "journal" / COPY)
        shutil.copytree(RELEASED, home / DRAFTS)
        path = kind.place(home)
        if kind.name == "copy of a withdrawal":
            withdrawal.unlink()
        before, data = kind.read(home), path.read_bytes()
        assert path.name in before.tables
        sure = kind.by_name or kind.has_sums
        cut = _look(kind, path, home, before, prefixes(data, step * kind.cost), whole=kind.has_end or sure)
        lost = _look(kind, path, home, before, losses(data), whole=kind.has_count or sure)
        put_wrong = _look(kind, path, home, before, mutations(data, times // kind.cost, len(kind.name)), whole=sure)
        each = cut, lost, put_wrong
        return Damaged(sum(d.tried for d in each), sum(d.told for d in each), [bad for d in each for bad in d.bad])


@contextmanager
def counting_nothing() -> Iterator[None]:
    """Be the careless twin that takes what is left of a file for all that there was."""
    with patch.object(values, "has_fewer", lambda *_: False):
        yield


def _look(kind: Kind, path: Path, home: Path, before: Taken, made: Iterable[bytes], *, whole: bool) -> Damaged:
    tried = told = 0
    bad: list[str] = []
    for data in made:
        tried += 1
        path.write_bytes(data)
        after = kind.read(home)
        if tried % OPENED == 0:
            Audit(places(home)).board(LATER)
        wrong = [*_others_worse(kind, path.name, before, after)]
        if path.name in after.told:
            told += 1
        elif path.name not in after.tables:
            wrong.append("was passed over in silence")
        elif whole:
            parts = [key for key, part in before.tables[path.name].items() if after.tables[path.name].get(key) != part]
            wrong += [f"{key} was taken in part" for key in parts if key != "end"]
        else:
            wrong += left_out(_said(data), after.tables[path.name], patient=kind.patient)
        bad += [f"{kind.name}: {each}: {data!r}" for each in wrong]
    return Damaged(tried, told, bad)


def _others_worse(kind: Kind, name: str, before: Taken, after: Taken) -> Iterator[str]:
    for other, table in before.tables.items():
        if other not in (name, *kind.leaning) and after.tables.get(other) != table:
            yield f"{other} is not as it was"
    for other in kind.leaning:
        if other not in after.tables and other not in after.told:
            yield f"{other} is gone in silence"


def _said(data: bytes) -> object:
    """Read what a file says by another reader than the program's own."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}


def left_out(said: object, kept: object, *, patient: bool) -> Iterator[str]:
    """Name what a file says that was not kept."""
    match said, kept:
        case dict(), dict():
            for key, value in said.items():
                if key in kept:
                    yield from left_out(value, kept[key], patient=patient)
                elif not patient:
                    yield f"{key} was left out"
        case list(), list():
            if len(said) != len(kept):
                yield f"{len(said)} became {len(kept)}"
            for one, other in zip(said, kept, strict=False):
                yield from left_out(one, other, patient=patient)
        case _ if not _same(said, kept):
            yield f"{said!r} became {kept!r}"


def _same(said: object, kept: object) -> bool:
    """Tell whether a value was kept, in the form that the program has for it."""
    if isinstance(said, date | datetime) or isinstance(kept, date | datetime):
        return str(said).startswith(str(kept)) or str(kept).startswith(str(said))
    if isinstance(said, str) and isinstance(kept, str):
        shown = escape_controls(said.strip(), keep="\n")
        return (
            shown.split() == kept.split() or shown.translate(BETWEEN) == kept or _cadence(said) == _cadence(kept) != ""
        )
    return said == kept or str(said).strip().casefold() == str(kept).casefold()


def _cadence(text: str) -> str:
    """Give a cadence in the one form that it is written in; nothing for other texts."""
    try:
        return str(parse(text))
    except ValueError:
        return ""


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Damage every kind of file, and read some as careless programs would."""
    found = [damage(kind, LONG if long else SHORT, 1 if long else STEP) for kind in EVERY_KIND]
    twin = damage(SALVAGING, SHORT, STEP)
    with counting_nothing():
        uncounted = [damage(kind, 0, LARGE) for kind in EVERY_KIND if kind.has_count]
    tried, told = sum(each.tried for each in found), sum(each.told for each in found)
    return Figure(
        PROMISE, f"{tried:,} damaged files of {len(EVERY_KIND)} kinds, {told:,} told of, the rest whole", sum(len(each.bad) for each in found),
        f"{len(twin.bad)} parts lost without a word in {twin.tried}; {sum(len(each.bad) for each in uncounted)} by one "
        "that counts no values", bool(twin.bad) and all(each.bad for each in uncounted),
        left_out="a file written by hand, or by version 0.1.0, that lost whole lines, which nobody can tell from a "
        "shorter one; letters lost within one text, which are taken for a correction by hand",
    )  # fmt: skip


TRIALS = (Trial("damaged-files", run),)
