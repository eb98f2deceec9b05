"""`python -m tests.team_truth [TEAMS]`: each figure of the team's pages beside one counted from the members' own boards.

What stands beside them is made by team_counted.py, from the boards alone.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_tui.formats.page import Facts, Page, Points, Table
from audit_tui.pages.roll_up import roll_up_page
from audit_tui.pages.team import team_page
from audit_tui.team.counts import roll_up
from audit_tui.team.received import read_folder
from audit_tui.team.roster import read_roster
from audit_tui.team.team import build_team

from .team_counted import STATES, Told, day, told_by
from .team_generated import PRINTED, Listed, Made, make_team

ALL = 200
Figures = dict[str, str]


def figures(told: list[Told]) -> Figures:
    facts = Counter(fact for one in told for fact in one.facts)
    most = [done == asked for done, asked in (one.most for one in told) if asked]
    complete = [one.complete for one in told if one.complete is not None]
    return {words: f"{facts[name]} of {len(told)}" for name, words in STATES.items()} | {
        "All of the most important done": f"{sum(most)} of {len(most)} who told it",
        "Three-monthly review complete": f"{sum(complete)} of {len(complete)} who told it",
    }


def listed(names: Iterable[Listed], told: list[Told]) -> Figures:
    fates = Counter(one.fate for one in names)
    strange = len(told) - fates["yes"] - fates["near"]
    return {
        "Handed in, of your list": f"{fates['yes']} of {fates.total()}",
        "In question, for a label comes near": f"{fates['near']} of {fates.total()}",
        "Not handed in, of your list": f"{fates['no']} of {fates.total()}",
        "Handed in and not on your list": f"{strange} of {len(told)}",
    }


def school_line(name: str, told: list[Told], names: list[Listed]) -> tuple[str, ...]:
    facts = Counter(fact for one in told for fact in one.facts)
    order = ("up to date", "overdue", "something due", "statement over 3 months old", "something to put right")
    handed_in = listed(names, told)["Handed in, of your list"]
    return (name, str(len(told)), *(f"{facts[fact]} of {len(told)}" for fact in order), handed_in)


# Held against the pages.


def compare(made: Made, folder: Path) -> tuple[int, list[str]]:
    """Give how many figures and cells were compared, and every one that differs."""
    roster = made.write(folder)
    team = build_team(read_folder(folder / "in", PRINTED), PRINTED, read_roster(roster))
    told = [told_by(person) for person in made.people]
    page = team_page(team, PRINTED)
    days = sorted(person.made for person in made.people)
    span = {"Statements handed in": f"{day(days[0])} to {day(days[-1])}"}
    schools = sorted(({one.school for one in made.people} | {one.school for one in made.listed}) - {""})
    parts = {name: [one for one in told if one.person.school == name] for name in schools}
    lists = {name: [one for one in made.listed if one.school == name] for name in schools}
    rows = {school_line(name, parts[name], lists[name]) for name in schools}
    pairs = [(facts(page), listed(made.listed, told) | figures(told) | span),
             (table(page, "Person"), {without_mark(one.line) for one in told}),
             (table(page, "School"), rows), (points(page), missing(made))]  # fmt: skip
    if schools:
        rolled = roll_up_page(roll_up(team), PRINTED)
        large = [name for name in schools if len(parts[name]) >= 3]
        pairs += [(facts(rolled), figures([one for name in large for one in parts[name]])),
                  (table(rolled, "School"), {row for row in rows if row[0] in large})]  # fmt: skip
    return sum(map(size, (expected for _, expected in pairs))), [
        f"team {made.seed}: {found ^ right}"
        for shown, truth in pairs
        if (found := flat(shown)) != (right := flat(truth))
    ]


def flat(shown: object) -> set[object]:
    return set(shown.items()) if isinstance(shown, dict) else set(shown) if isinstance(shown, set) else {shown}


def size(shown: object) -> int:
    return sum(len(one) - 1 if isinstance(one, tuple) else 1 for one in flat(shown))


def facts(page: Page) -> Figures:
    return {name: value for block in page.blocks if isinstance(block, Facts) for name, value in block.pairs}


def table(page: Page, column: str) -> set[tuple[str, ...]]:
    found = [block for block in page.blocks if isinstance(block, Table) and block.columns[0] == column]
    return {without_mark(row) for block in found for row in block.rows}


def without_mark(row: tuple[str, ...]) -> tuple[str, ...]:
    return (row[0].split(" (")[0], *row[1:])


def points(page: Page) -> set[str]:
    return {item for block in page.blocks if isinstance(block, Points) for item in block.items if "Assistant" in item}


def missing(made: Made) -> set[str]:
    return {f"{one.school}: {one.label}" if one.school else one.label for one in made.listed if one.fate == "no"}


def try_teams(number: int) -> tuple[str, list[str]]:
    """Compare so many teams; give a table of what was compared, and what differs."""
    lines = ["| teams | people | figures and cells compared | different |", "| --- | --- | --- | --- |"]
    wrong: list[str] = []
    people = compared = 0
    for seed in range(number):
        with TemporaryDirectory() as folder:
            made = make_team(seed)
            held, different = compare(made, Path(folder))
        people, compared, wrong = people + len(made.people), compared + held, wrong + different
    return "\n".join([*lines, f"| {number} | {people} | {compared:,} | {len(wrong)} |"]), wrong


if __name__ == "__main__":
    page, differ = try_teams(int(sys.argv[1]) if len(sys.argv) > 1 else ALL)
    print("\n".join([page, *differ]))
    sys.exit(bool(differ))
