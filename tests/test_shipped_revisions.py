"""Whoever changes what a shipped check expects raises its revision, and no answer loses its check."""

import csv
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from audit_tui.checklist import Check, Checklist

from .shipped import READER

LISTED = Path(__file__).parent / "shipped_checks.csv"
HEADER = ("check", "revision", "expected")
SHIPPED = tuple(checklist for _, checklist in READER.checklists.values())
FIRST, SECOND = SHIPPED[0].checks[:2]
FIRST_ID = f"{SHIPPED[0].id}:{FIRST.id}"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an answer to a check was an answer to."""

    revision: int
    expected: str


def meanings(checklists: Iterable[Checklist]) -> dict[str, Meaning]:
    return {
        f"{item.id}:{check.id}": Meaning(check.revision, check.expect) for item in checklists for check in item.checks
    }


def formers(checklists: Iterable[Checklist]) -> list[str]:
    return [former for item in checklists for check in item.checks for former in check.formerly]


def read_listed(path: Path) -> dict[str, Meaning]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["check"]: Meaning(int(row["revision"]), row["expected"]) for row in csv.DictReader(lines)}


def write_listed(path: Path, rows: dict[str, Meaning]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows((name, row.revision, row.expected) for name, row in sorted(rows.items()))


def forgotten(listed: dict[str, Meaning], checklists: tuple[Checklist, ...]) -> list[str]:
    """Tell what was changed or taken away without a word to the answers that people already have."""
    now, moved = meanings(checklists), set(formers(checklists))
    return [
        fault for name, was in listed.items() if (fault := _forgotten(name, was, now.get(name), is_moved=name in moved))
    ]


def _forgotten(name: str, was: Meaning, now: Meaning | None, *, is_moved: bool) -> str:
    if now is None:
        return "" if is_moved else f"{name} is gone: name it in some check's formerly"
    if now.revision < was.revision:
        return f"{name}: revision {now.revision} is lower than {was.revision}"
    if now.expected != was.expected and now.revision == was.revision:
        return f"{name} expects something else: raise its revision above {was.revision}"
    return ""


def dead_formers(checklists: tuple[Checklist, ...]) -> list[str]:
    """Tell each former name that leads to a check still there, or to more than one heir."""
    there = meanings(checklists)
    named = Counter(formers(checklists))
    return [name for name, times in named.items() if times > 1 or name in there]


def update(path: Path, checklists: tuple[Checklist, ...]) -> list[str]:
    """Write the list anew, unless something was forgotten."""
    found = forgotten(read_listed(path), checklists)
    if not found:
        write_listed(path, meanings(checklists))
    return found


def with_first(*checks: Check) -> tuple[Checklist, ...]:
    """Give a copy of what ships, with other checks in the place of its first two."""
    return (replace(SHIPPED[0], checks=(*checks, *SHIPPED[0].checks[2:])), *SHIPPED[1:])


def test_no_shipped_check_changed_its_meaning_and_kept_its_revision() -> None:
    found = update(LISTED, SHIPPED) if os.environ.get("UPDATE_SHIPPED") else forgotten(read_listed(LISTED), SHIPPED)
    assert found == []
    assert read_listed(LISTED) == meanings(SHIPPED), "run this test with UPDATE_SHIPPED=1 and read the change"


def test_every_former_name_is_of_one_check_that_is_gone() -> None:
    assert dead_formers(SHIPPED) == []


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"expect": "Something else: on"}, f"raise its revision above {FIRST.revision}"),
        ({"expect": FIRST.expect + " "}, f"raise its revision above {FIRST.revision}"),
        ({"id": "renamed"}, "is gone"),
        ({"id": "renamed", "formerly": ("phone:another",)}, "is gone"),
    ],
)
def test_a_forgotten_change_is_noticed_and_not_written_over(tmp_path: Path, changed: dict[str, Any], word: str) -> None:
    path = tmp_path / "listed.csv"
    write_listed(path, meanings(SHIPPED))
    before = path.read_bytes()
    (fault,) = update(path, with_first(replace(FIRST, **changed), SECOND))
    assert FIRST_ID in fault
    assert word in fault
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "changed",
    [
        {"ask": "Is it worded otherwise?", "why": "It reads better."},
        {"expect": "Something else: on", "revision": FIRST.revision + 1},
        {"revision": FIRST.revision + 1},
        {"id": "renamed", "formerly": (FIRST_ID,)},
    ],
)
def test_a_change_that_says_so_is_written(tmp_path: Path, changed: dict[str, Any]) -> None:
    path = tmp_path / "listed.csv"
    write_listed(path, meanings(SHIPPED))
    after = with_first(replace(FIRST, **changed), SECOND)
    assert update(path, after) == []
    assert read_listed(path) == meanings(after)


def test_a_revision_only_rises(tmp_path: Path) -> None:
    path = tmp_path / "listed.csv"
    write_listed(path, meanings(with_first(replace(FIRST, revision=3), SECOND)))
    assert update(path, with_first(replace(FIRST, revision=2), SECOND)) == [f"{FIRST_ID}: revision 2 is lower than 3"]


def test_a_former_name_that_is_still_there_or_has_two_heirs_is_dead() -> None:
    gone = "phone:long-gone"
    one_heir = replace(FIRST, formerly=(gone,))
    assert dead_formers(with_first(one_heir, SECOND)) == []
    assert dead_formers(with_first(one_heir, replace(SECOND, formerly=(gone,)))) == [gone]
    assert dead_formers(with_first(FIRST, replace(SECOND, formerly=(FIRST_ID,)))) == [FIRST_ID]
