"""What a journal folder holds, told from the names alone."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from audit_tui.files.read import list_names

NAME = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})_(?P<checklist>[a-z0-9-]+)_(?P<stub>[0-9a-f]{8})"
    r"(?P<withdrawn>\.withdrawn(?:\.(?P<check>[a-z0-9-]+))?)?\.toml"
)
STUB = 8
Withdrawn = tuple[str, str, str | None]


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

    A withdrawal is a checklist, a stub and a check, with the files that say so; no check means the whole review.
    """

    entries: dict[str, list[Entry]]
    withdrawn: Mapping[Withdrawn, tuple[Path, ...]]
    strays: tuple[Path, ...]

    def counts(self, checklist: str, stub: str, check: str | None = None) -> bool:
        """Tell whether a review, or one answer in it, was not withdrawn."""
        return not {(checklist, stub, None), (checklist, stub, check)} & self.withdrawn.keys()

    def withdrawals(self, checklist: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name what withdraws each review of a checklist, and each single answer: one file, or one and its copies."""
        listed = sorted(
            (paths[0].name, check, " and ".join(path.name for path in paths))
            for (name, _, check), paths in self.withdrawn.items()
            if name == checklist
        )
        reviews = tuple(names for _, check, names in listed if check is None)
        return reviews, tuple(names for _, check, names in listed if check is not None)

    @property
    def first_day(self) -> date | None:
        """Give the day of the oldest review there is."""
        return min((group[-1].day for group in self.entries.values() if group), default=None)


EMPTY = Listing({}, {}, ())


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
    withdrawn: dict[Withdrawn, tuple[Path, ...]] = {}
    strays: list[Path] = []
    for name in names:
        if not name.endswith(".toml") or name.startswith("."):
            continue
        found = NAME.fullmatch(name)
        day = _day(found["day"]) if found else None
        if found is None or day is None:
            strays.append(folder / name)
        elif found["withdrawn"]:
            withdrawn[found["checklist"], found["stub"], found["check"]] = (folder / name,)
        else:
            entry = Entry(folder / name, day, found["checklist"], found["stub"])
            entries.setdefault(entry.checklist, []).append(entry)
    for group in entries.values():
        group.sort(key=lambda entry: entry.day, reverse=True)
    return Listing(entries, withdrawn, tuple(strays))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
