"""Hostile files cost little: any file of 64 KiB is answered with bounded work, and too many names are told."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from pydantic import ValidationError
from pydantic_core import SchemaValidator

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.files import checked
from audit_tui.files.model import FileModel
from audit_tui.files.read import MOST, parse_toml, validate
from audit_tui.journal.withdrawal import Withdrawal
from audit_tui.library.families import Families
from audit_tui.library.school import School
from audit_tui.policy import Policy
from audit_tui.record import Review
from audit_tui.settings.choices import Choices
from audit_tui.settings.phones import Phones
from audit_tui.team.received import read_folder
from audit_tui.team.statement import LARGEST, Statement

from .figure import Figure, Trial
from .heavy import honest, hostile
from .kinds import LATER
from .whole import SHARED, fill, places

PROMISE = (
    "A file of 64 KiB, whatever is in it, is answered with bounded work; too many names are told and freeze nothing"
)
MODELS: tuple[type[FileModel], ...] = (
    Review, Withdrawal, Statement, Choices, Phones, Checklist, Policy, Families, School,
)  # fmt: skip
MOST_FAULTS, MOST_LETTERS, TIMES = 600, 2_000, 3
MANY = 100


class Answered(NamedTuple):
    """How one file was answered: the faults that were collected, the letters of the message, and the seconds taken."""

    name: str
    faults: int
    letters: int
    seconds: float

    @property
    def bounded(self) -> bool:
        """Tell whether it was answered at the first fault that there was, or nearly so, in a message one can read."""
        return self.faults <= MOST_FAULTS and self.letters <= MOST_LETTERS


def answer(name: str, data: bytes, models: Iterable[type[FileModel]] = MODELS) -> Iterator[Answered]:
    """Read a file, and hold it against each kind, as the program does."""
    path = Path(f"{name}.toml")
    began = time.process_time()
    try:
        table = parse_toml(data, path)
    except UserError as problem:
        yield Answered(name, 0, len(str(problem)), time.process_time() - began)
        return
    parsed = time.process_time() - began
    for model in models:
        began = time.process_time()
        told, faults = "", 0
        try:
            validate(model, table, path, data)
        except UserError as problem:
            told, cause = str(problem), problem.__cause__
            faults = cause.error_count() if isinstance(cause, ValidationError) else 0
        yield Answered(f"{name}, as {model.__name__}", faults, len(told), parsed + time.process_time() - began)


def answers() -> list[Answered]:
    """Read every hostile file as every kind."""
    for model in MODELS:
        checked.checker(model)
    return [each for name, data in hostile() for each in answer(name, data)]


def floor() -> float:
    """Give the seconds that an honest file of that size takes, the slower of two, at its best."""
    kinds: dict[str, type[FileModel]] = {"checklist": Checklist, "review": Review}
    return max(min(_at_once(name, data, kinds[name]) for _ in range(TIMES)) for name, data in honest().items())


def _at_once(name: str, data: bytes, model: type[FileModel]) -> float:
    (found,) = answer(name, data, [model])
    assert not found.letters
    return found.seconds


def folder_of(data: bytes) -> tuple[float, int]:
    """Read a shared folder with many copies of one statement that is none; give the seconds and how many were told."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home)
        for number in range(MANY):
            (home / SHARED / f"x{number}.toml").write_bytes(data)
        began = time.process_time()
        found = read_folder(home / SHARED, LATER)
        assert len(found.received) == 2
        return time.process_time() - began, len(found.problems)


def crowded(names: int) -> bool:
    """Tell whether a journal of so many names is told of, and the rest of the program goes on."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home)
        for number in range(names):
            (home / "journal" / f"{number}.toml").touch()
        audit = Audit(places(home))
        return bool(audit.board(LATER).lists) and "Move some of them away" in " ".join(map(str, audit.problems))


@contextmanager
def collecting_every_fault() -> Iterator[None]:
    """Be the careless twin: look at every item of a list, and collect all that is wrong with each."""

    def made(model: type[FileModel]) -> SchemaValidator:
        return SchemaValidator(checked.adapter(model).core_schema)

    with patch.object(checked, "checker", made):
        yield


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Read every hostile file as every kind, a folder of the worst of them, and a journal of too many names."""
    least, found = floor(), answers()
    slowest = max(found, key=lambda each: each.seconds)
    seconds, told = folder_of(dict(hostile())["numbers under platform"][:LARGEST])
    names = 50_000 if long else MOST + 1
    with collecting_every_fault():
        twin = sum(not each.bounded for each in answer("a list", dict(hostile())["empty tables under answer"]))
    bad = [each.name for each in found if not each.bounded] + ["a folder of them"] * (told != MANY)
    return Figure(
        PROMISE,
        f"{len(found):,} readings of files of 64 KiB, the slowest {slowest.seconds / least:.1f} times an honest one "
        f"({slowest.seconds * 1000:.0f} ms; {slowest.name}); a folder of {MANY} of them {seconds / least:.0f} times; {names:,} names in a journal",
        len(bad) + (not crowded(names)), f"{twin} of {len(MODELS)} readings without bounds", bool(twin),
    )  # fmt: skip


TRIALS = (Trial("hostile-files", run),)
