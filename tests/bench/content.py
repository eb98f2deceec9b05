"""The checklists as their files say, read apart from the program, so that any version of it can be measured."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "checklists"
CALENDAR = "every"
USUAL = "every 3 months"


@dataclass(frozen=True)
class AskedCheck:
    """What a record keeps of a check."""

    id: str
    expect: str
    revision: int


@dataclass(frozen=True)
class AskedList:
    """A checklist by what decides who holds it, and when it comes round."""

    id: str
    title: str
    kind: str
    for_everyone: bool
    by_calendar: bool
    checks: tuple[AskedCheck, ...]


def read_lists(folder: Path = FOLDER) -> list[AskedList]:
    """Read every checklist of a folder, sorted by its id."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    families = {family["id"]: family for table in tables for family in table.get("family", ())}
    return [_list(table, families) for table in tables if "check" in table]


def held_lists(lists: list[AskedList], wanted: int) -> list[AskedList]:
    """Choose what somebody holds: what is asked of everybody, and as many accounts as make up the number."""
    spare = wanted - sum(each.for_everyone for each in lists)
    accounts = [each.id for each in lists if not each.for_everyone][: max(0, spare)]
    return [each for each in lists if each.for_everyone or each.id in accounts]


def _list(table: dict[str, Any], families: dict[str, Any]) -> AskedList:
    checks = tuple(_check(check, families.get(check.get("like"), {})) for check in table["check"])
    return AskedList(
        table["id"],
        table["title"],
        table["kind"],
        table.get("everyone", table["kind"] != "platform"),
        table.get("cadence", USUAL).startswith(CALENDAR),
        checks,
    )


def _check(check: dict[str, Any], family: dict[str, Any]) -> AskedCheck:
    whole = {**family, **check}
    return AskedCheck(whole["id"], whole["expect"], whole.get("revision", 1))
