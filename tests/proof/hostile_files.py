"""Hostile files cost little: any file of 64 KiB is answered with bounded work, and too many names are told."""

import math
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from pydantic import ValidationError
from pydantic_core import SchemaValidator

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
from audit_tui.team import received
from audit_tui.team.statement import Statement

from .figure import Figure, Trial
from .heavy import honest, hostile
from .hostile_folders import MANY, MOST_PARSED, crowded, honest_folder, hostile_folder

PROMISE = "A file of 64 KiB, or a folder, whatever is in it, is answered with bounded work; what is too much is told"
MODELS: tuple[type[FileModel], ...] = (
    Review, Withdrawal, Statement, Choices, Phones, Checklist, Policy, Families, School,
)  # fmt: skip
MOST_FAULTS, MOST_LETTERS, TIMES = 600, 2_000, 3
BEARABLE = 0.1
FEW, FULL = 150, 19_900


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


@contextmanager
def collecting_every_fault() -> Iterator[None]:
    """Be the careless twin: look at every item of a list, and collect all that is wrong with each."""

    def made(model: type[FileModel]) -> SchemaValidator:
        return SchemaValidator(checked.adapter(model).core_schema)

    with patch.object(checked, "checker", made):
        yield


@contextmanager
def reading_every_folder_to_its_end() -> Iterator[None]:
    """Be the careless twin that goes on, whatever it finds there."""
    with patch.object(received, "MOST_ODD", math.inf):
        yield


def slowest(times: int) -> tuple[Answered, int]:
    """Give the reading that took longest at its best of so many, and how many took longer than is bearable."""
    best: dict[str, Answered] = {}
    for _ in range(times):
        for each in answers():
            best[each.name] = min(each, best.get(each.name, each), key=lambda one: one.seconds)
    return max(best.values(), key=lambda one: one.seconds), sum(one.seconds > BEARABLE for one in best.values())


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Read every hostile file as every kind, folders full of the worst of them, and a journal of too many names."""
    least, found = floor(), answers()
    worst, longer = slowest(TIMES if long else 1)
    names = FULL if long else FEW
    full, plain, some = hostile_folder(names), honest_folder(names), hostile_folder(MANY)
    crowd = 50_000 if long else MOST + 1
    with collecting_every_fault():
        twin = sum(not each.bounded for each in answer("a list", dict(hostile())["empty tables under answer"]))
    with reading_every_folder_to_its_end():
        to_the_end = hostile_folder(FEW)
    bad = [each.name for each in found if not each.bounded] + ["a folder of some"] * (some.told != MANY)
    bad += ["a folder full of them"] * (full.parsed > MOST_PARSED + 2 or not full.refusal)
    return Figure(
        PROMISE,
        f"{len(found):,} readings of files of 64 KiB, the slowest {worst.seconds * 1000:.0f} ms of the processor's time "
        f"({worst.name}), {worst.seconds / least:.1f} times an honest one of that size ({least * 1000:.1f} ms), and "
        f"{longer} over {BEARABLE * 1000:.0f} ms; a folder of {names:,} of the worst statements is refused after "
        f"{full.parsed}, {full.seconds / plain.seconds:.1f} times the work of one of {names:,} honest ones "
        f"({full.seconds:.1f} s); {crowd:,} names in a journal",
        len(bad) + (not crowded(crowd)),
        f"{twin} of {len(MODELS)} readings without bounds; {to_the_end.parsed} of a folder of {FEW} parsed",
        bool(twin) and to_the_end.parsed > MOST_PARSED + 2,
    )  # fmt: skip


TRIALS = (Trial("hostile-files", run),)
