"""What a journal folder holds, told from the names alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from audit_tui.files.read import list_names

NAME = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})_(?P<checklist>[a-z0-9-]+)_(?P<stub>[0-9a-f]{8})"
    r"(?P<withdrawn>\.withdrawn(?:\.(?P<check>[a-z0-9-]+))?)?\.toml"
)
STUB = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One review's file, as its name tells: day, checklist, and the first eight digits of its id."""

    path: Path
    day: date
    checklist: str
    stub: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of each checklist, newest day first; what was withdrawn; and names that tell nothing.

    A withdrawal is a checklist, a stub and a check; no check means the whole review.
    """

    entries: dict[str, list[Entry]]
    withdrawn: frozenset[tuple[str, str, str | None]]
    strays: tuple[Path, ...]

    def counts(self, checklist: str, stub: str, check: str | None = None) -> bool:
        """Tell whether a review, or one answer in it, was not withdrawn."""
        return not {(checklist, stub, None), (checklist, stub, check)} & self.withdrawn

    @property
    def first_day(self) -> date | None:
        """Give the day of the oldest review there is."""
        return min((group[-1].day for group in self.entries.values() if group), default=None)


EMPTY = Listing({}, frozenset(), ())


def review_name(completed: date, checklist: str, record_id: str) -> str:
    """Name a review's file."""
    return f"{completed.isoformat()}_{checklist}_{record_id[:STUB]}.toml"


def withdrawal_name(completed: date, checklist: str, record_id: str, check: str | None = None) -> str:
    """Name the file that withdraws a review, or one answer in it: beside it, with the same day."""
    ending = f".withdrawn.{check}.toml" if check else ".withdrawn.toml"
    return review_name(completed, checklist, record_id).replace(".toml", ending)


def list_folder(folder: Path) -> Listing:
    """List a journal folder without opening a file. Raises Unreadable."""
    return _sorted(folder, list_names(folder))


def _sorted(folder: Path, names: Iterable[str]) -> Listing:
    entries: dict[str, list[Entry]] = {}
    withdrawn: set[tuple[str, str, str | None]] = set()
    strays: list[Path] = []
    for name in names:
        if not name.endswith(".toml") or name.startswith("."):
            continue
        found = NAME.fullmatch(name)
        day = _day(found["day"]) if found else None
        if found is None or day is None:
            strays.append(folder / name)
        elif found["withdrawn"]:
            withdrawn.add((found["checklist"], found["stub"], found["check"]))
        else:
            entry = Entry(folder / name, day, found["checklist"], found["stub"])
            entries.setdefault(entry.checklist, []).append(entry)
    for group in entries.values():
        group.sort(key=lambda entry: entry.day, reverse=True)
    return Listing(entries, frozenset(withdrawn), tuple(strays))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
