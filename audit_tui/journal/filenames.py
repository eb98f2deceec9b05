"""What a journal folder holds, told from the names alone."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from audit_tui.files.read import names_in

REVIEW = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}_[a-z0-9-]+_[0-9a-f]{8}\.toml")
DOUBTFUL = re.compile(
    r"/(?!20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:[01][1-9]|10|2[0-8])_[a-z0-9-]+_[0-9a-f]{8}\.toml/)([^/]*)(?=/)"
)
WITHDRAWN = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})_(?P<checklist>[a-z0-9-]+)_(?P<stub>[0-9a-f]{8})"
    r"\.withdrawn(?:\.(?P<check>[a-z0-9-]+))?\.toml"
)
STUB = 8
DAY_PART = slice(len("2026-03-02"))
CHECKLIST_PART = slice(len("2026-03-02_"), -len("_7f3a9c1e.toml"))
STUB_PART = slice(-len("7f3a9c1e.toml"), -len(".toml"))
Withdrawn = tuple[str, str, str | None]


class Entry(NamedTuple):
    """One review's file, as its name tells: day, checklist, and the first eight digits of its id."""

    path: Path
    day: date
    checklist: str
    stub: str


class Listing(NamedTuple):
    """The reviews of each checklist; what was withdrawn; and names that tell nothing.

    Nothing is made of a review's name before it is asked for, so that years of them cost little: `names` has them as
    they are, the oldest day first, by checklist: {"facebook": ["2026-03-02_facebook_7f3a9c1e.toml"]}. Reviews that
    were found in files named otherwise are among the `copies`. A withdrawal is a checklist, a stub and a check, with
    the files that say so; no check means the whole review.
    """

    folder: Path
    names: Mapping[str, Sequence[str]]
    withdrawn: Mapping[Withdrawn, tuple[Path, ...]]
    strays: tuple[Path, ...] = ()
    copies: tuple[Entry, ...] = ()

    def entries(self, checklist: str) -> Iterable[Entry]:
        """Give the reviews of a checklist, the newest day first, each made as it is come to."""
        named = map(self._entry, reversed(self.names.get(checklist, ())))
        copies = [copy for copy in self.copies if copy.checklist == checklist]
        return sorted([*named, *copies], key=_day_of, reverse=True) if copies else named

    def numbered(self, checklist: str, stub: str) -> Iterable[Entry]:
        """Give the reviews of a checklist that are named by us and whose number begins so, the newest day first."""
        return (self._entry(name) for name in reversed(self.names.get(checklist, ())) if name[STUB_PART] == stub)

    def _entry(self, name: str) -> Entry:
        day = date.fromisoformat(name[DAY_PART])
        return Entry(self.folder / name, day, name[CHECKLIST_PART], name[STUB_PART])

    def counts(self, checklist: str, stub: str, check: str | None = None) -> bool:
        """Tell whether a review, or one answer in it, was not withdrawn."""
        return (checklist, stub, None) not in self.withdrawn and (checklist, stub, check) not in self.withdrawn

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
        named = (date.fromisoformat(names[0][DAY_PART]) for names in self.names.values())
        return min((*named, *map(_day_of, self.copies)), default=None)


def _day_of(entry: Entry) -> date:
    return entry.day


def review_name(completed: date, checklist: str, record_id: str) -> str:
    """Name a review's file."""
    return f"{completed.isoformat()}_{checklist}_{record_id[:STUB]}.toml"


def withdrawal_name(completed: date, checklist: str, record_id: str, check: str | None = None) -> str:
    """Name the file that withdraws a review, or one answer in it: beside it, with the same day."""
    ending = f".withdrawn.{check}.toml" if check else ".withdrawn.toml"
    return review_name(completed, checklist, record_id).replace(".toml", ending)


def list_folder(folder: Path, since: date | None = None) -> Listing:
    """List a journal folder without opening a file, or only what is named from a day on. Raises Unreadable."""
    names = names_in(folder)
    if since:
        first = since.isoformat()
        names = [name for name in names if name >= first]
    return _sorted(folder, tuple(names))


@lru_cache(maxsize=2)
def _sorted(folder: Path, names: tuple[str, ...]) -> Listing:
    """Tell the names apart; the same names, as they mostly are when one looks again, make the same listing."""
    reviews: dict[str, list[str]] = {}
    withdrawn: dict[Withdrawn, tuple[Path, ...]] = {}
    strays: list[Path] = []
    doubtful = _doubtful(names)
    for name in sorted(names):
        if name not in doubtful or _is_review(name):
            reviews.setdefault(name[CHECKLIST_PART], []).append(name)
        elif (found := WITHDRAWN.fullmatch(name)) and _is_day(found["day"]):
            withdrawn[found["checklist"], found["stub"], found["check"]] = (folder / name,)
        elif name.endswith(".toml") and not name.startswith("."):
            strays.append(folder / name)
    return Listing(folder, reviews, withdrawn, tuple(strays))


def _doubtful(names: Iterable[str]) -> frozenset[str]:
    """Give the names that are not plainly those of reviews, on a day that every month has; nearly all of them are.

    All names are looked at in one go, with a / between them, which no name can hold. Whether there is a 29th, 30th or
    31st is left to the calendar, name by name.
    """
    return frozenset(DOUBTFUL.findall(f"/{'/'.join(names)}/"))


def _is_review(name: str) -> bool:
    return REVIEW.fullmatch(name) is not None and _is_day(name[DAY_PART])


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
