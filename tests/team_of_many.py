"""A team in which each stands another way, and what their statements say, read from the files by nothing of ours."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import tomli

from audit_tui.library.library import Library
from audit_tui.team.folder import hand_in
from audit_tui.team.statement import Induction

from .conftest import TODAY
from .team_boards import made

Value = str | int | date | None
DEFAULTS: dict[str, Value] = {"induction": "none", "later": 0, "unread": 0}
HOSTILE = ["=cmd|' /C calc'!A0", "@SUM(1+1)", "+1", "-1", "=1+1", '=HYPERLINK("http://a.example","x")', "＝1+1", "'=1", "007", "1/2", "2 March 2026", "1e5", "TRUE",
           "_x0041_", "<b>&amp;</b>", "a,b;c", 'say "hi"', "{=1+1}", "http://a.example", "#REF!", "Zoë Łódź 山田"]  # fmt: skip


def fill(folder: Path, library: Library, people: int, label: str = "Teacher {}", school: str = "") -> None:
    """Hand in for so many people, each standing another way; the same ones every time."""
    chance, whole = Random(people), made(library)
    for number in range(people):
        lists = chance.randint(8, 20)
        right, due = chance.randint(2, lists - 5), chance.randint(0, 5)
        on = TODAY - timedelta(days=chance.choice((3, 12, 40, 88, 100, 170)))
        late = chance.choice((0, lists - right - due))
        statement = replace(
            whole, id=f"{number:016x}", label=label.format(number)[:60].strip(), made=on, checklists=lists, up_to_date=right, due=due, overdue=late, later=lists - right - due - late,
            open_actions=chance.choice((0, 0, 1, 12)), induction=chance.choice(list(Induction)), unread=chance.choice((0, 0, 0, 1)), end=replace(whole.end, checklists=lists),
            next_due=on + timedelta(days=chance.randint(1, 200)), round_complete_on=on if chance.random() < 0.5 else None,
        )  # fmt: skip
        inside = folder / school.format(number % 4)
        inside.mkdir(parents=True, exist_ok=True)
        hand_in(statement, inside)


def hand_in_as(folder: Path, library: Library, labels: list[str], first: int = 4096) -> None:
    """Hand in the same statement under so many labels."""
    for number, label in enumerate(labels):
        hand_in(replace(made(library), id=f"{number + first:016x}", label=label), folder)


def said(folder: Path) -> dict[tuple[str, str], dict[str, Value]]:
    """Give what each statement says, by school and label."""
    found: dict[tuple[str, str], dict[str, Value]] = {}
    for path in folder.rglob("*.toml"):
        school = "" if path.parent == folder else path.parent.name
        table = tomli.loads(path.read_text(encoding="utf-8"))
        found[school, table["label"]] = DEFAULTS | table | {"school": school, "handed_in": 1, "today": TODAY}
    return found
