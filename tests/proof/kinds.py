"""Every kind of file, and how the program reads each: what it took in, by file, and which files it told of."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.model import FileModel
from audit_tui.files.table import as_table
from audit_tui.journal.journal import Journal
from audit_tui.library.loader import Reader
from audit_tui.settings.phones import PhoneBook
from audit_tui.settings.store import Settings
from audit_tui.team.folder import file_name
from audit_tui.team.received import read_folder

from .whole import DAY, SHARED, SHELF

Table = dict[str, Any]
LATER = DAY + timedelta(days=1)
COPY = "copy of a withdrawal.toml"


class Taken(NamedTuple):
    """What was taken in of a home, as a table for each file, and the files that were told of."""

    tables: dict[str, Table]
    told: frozenset[str]


Read = Callable[[Path], Taken]


class Kind(NamedTuple):
    """A kind of file: where one stands in the home, how it is read, and what its damage is allowed to do.

    One with an end is taken in whole or told. One that counts its values is, whatever it lost. One that is proved by
    sums is, whatever was done to it. One that speaks by its name says the same whatever is in it. A patient one may
    hold keys that a later version added. What leans on it may change with it. One that is dear to read is tried less often.
    """

    name: str
    pattern: str
    read: Read
    has_end: bool = False
    has_count: bool = False
    has_sums: bool = False
    by_name: bool = False
    patient: bool = False
    leaning: tuple[str, ...] = ()
    cost: int = 1

    def place(self, home: Path) -> Path:
        """Give the file of this kind that is to be damaged."""
        return min(home.glob(self.pattern))


def told_of(problems: Iterable[UserError]) -> frozenset[str]:
    return frozenset(problem.path.name for problem in problems if problem.path)


def _journal(home: Path) -> Taken:
    journal = Journal(home / "journal")
    listing, odd = journal.listing()
    tables: dict[str, Table] = {}
    for checklist in ("chirp", "rules"):
        reviews, problems = journal.every(checklist, LATER, listing)
        odd += problems
        tables |= {journal.path(review).name: as_table(review) for review in reviews}
    for (checklist, stub, check), paths in listing.withdrawn.items():
        said = {"checklist": checklist, "stub": stub} | ({"check": check} if check else {})
        tables |= {path.name: said for path in paths}
    return Taken(tables, told_of(odd))


def _settings(home: Path) -> Taken:
    path = home / "settings.toml"
    try:
        choices, told = Settings(path).look()
        return Taken({path.name: as_table(choices)}, told_of(told))
    except Unreadable as problem:
        return Taken({}, told_of([problem]))


def _phones(home: Path) -> Taken:
    path = home / "imei.toml"
    try:
        return Taken({path.name: as_table(PhoneBook(path).read())}, frozenset())
    except Unreadable as problem:
        return Taken({}, told_of([problem]))


def _shared(home: Path) -> Taken:
    found = read_folder(home / SHARED, LATER)
    told, there = told_of(found.problems), {path.name for path in (home / SHARED).iterdir()}
    tables = {file_name(one.statement): as_table(one.statement) for one in found.received}
    misnamed = [tables.pop(name) for name in tables.keys() - there]  # a label or a number was changed
    tables |= dict(zip(sorted(there - tables.keys() - told), misnamed, strict=True))
    return Taken(tables, told)


def _shelf(home: Path) -> Taken:
    reader = Reader()
    reader.add_folder(home / SHELF)
    models: dict[str, FileModel] = {f"{name}.toml": found for name, (_, found) in reader.checklists.items()}
    models |= {f"{name}.toml": found for name, found in reader.policies.items()}
    models["school.toml"] = reader.school
    tables = {name: as_table(found) for name, found in models.items()}
    if reader.families:
        tables["families.toml"] = {"schema": 1, "family": list(reader.families.values())}
    library = reader.library()
    return Taken(tables, told_of((*library.problems, *library.for_lead)))


KINDS = (
    Kind("review", "journal/*_rules_*.toml", _journal, has_end=True, has_count=True, patient=True),
    Kind("withdrawal", "journal/*.withdrawn*.toml", _journal, by_name=True),
    Kind("copy of a withdrawal", f"journal/{COPY}", _journal, has_end=True, has_count=True, patient=True),
    Kind("settings", "settings.toml", _settings, has_count=True),
    Kind("imei", "imei.toml", _phones, has_count=True),
    Kind("statement", f"{SHARED}/*.toml", _shared, has_end=True, has_count=True, patient=True),
    Kind("checklist", f"{SHELF}/chirp.toml", _shelf),
    Kind("policy", f"{SHELF}/policies/*.toml", _shelf, leaning=("chirp.toml",)),
    Kind("families", f"{SHELF}/families.toml", _shelf, leaning=("club.toml",)),
    Kind("school", f"{SHELF}/school.toml", _shelf),
)
