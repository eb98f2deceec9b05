"""`python -m tests.team_truth [TEAMS]`: each figure of the team's pages beside one counted from the members' own boards.

What is counted here is counted from the boards alone, check by check, by code that shares none with the room `team`.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from audit_tui.cadence import Trigger
from audit_tui.checklist import Severity
from audit_tui.formats.page import Facts, Page, Points, Table
from audit_tui.pages.roll_up import roll_up_page
from audit_tui.pages.team import team_page
from audit_tui.record import Result
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.due import CheckStatus, Reason
from audit_tui.team.counts import roll_up
from audit_tui.team.received import read_folder
from audit_tui.team.roster import read_roster
from audit_tui.team.team import build_team

from .team_generated import PRINTED, Listed, Made, Person, make_team

ALL = 200
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
STATES = {
    "overdue": "Overdue", "something due": "Something due, not overdue",
    "statement over 3 months old": "Statement over 3 months old",
    "some of their own files could not be read": "Some of their own files could not be read",
    "something to put right": "Something to put right",
    "review under way": "Review under way, nothing due", "up to date": "Up to date",
}  # fmt: skip
Figures = dict[str, str]


class Told(NamedTuple):
    """What one person's own boards say: the facts of the day of printing, and the line of the day of handing in."""

    person: Person
    facts: tuple[str, ...]
    line: tuple[str, ...]
    most: tuple[int, int]
    complete: bool | None


# Counted from a board.


def private(check: CheckStatus) -> bool:
    return check.reason in (Reason.OPEN, Reason.INCIDENT)


def counted(board: Board) -> list[ChecklistStatus]:
    """Give the lists that others hear of."""
    return [
        row for row in board.lists
        if row.checklist.id != "induction"
        and any(check.answer or check.due for check in row.checks)
        and not all(row.checklist.cadence_of(check.check).trigger is Trigger.EVENT for check in row.checks)
    ]  # fmt: skip


def waits(board: Board, rows: Iterable[ChecklistStatus], days: int) -> bool:
    """Tell whether anything of some lists waits since so many days."""
    return any(
        check.due is not None and not private(check) and (board.today - check.due).days >= days
        for row in rows for check in row.checks
    )  # fmt: skip


def never_seen(row: ChecklistStatus) -> bool:
    return any(check.answer is None and check.due is not None and check.due > row.today for check in row.checks)


def told_by(person: Person) -> Told:
    now, then = person.board(PRINTED), person.board(person.made)
    asked = [row for row in now.lists if any(check.answer or check.due for check in row.checks)]
    overdue, due = waits(now, asked, 29), waits(now, counted(now), 0)
    left = now.round is not None and now.round.looked_at < now.round.total
    put_right = [c for row in counted(now) for c in row.checks if c.answer and not c.answer.result.done]
    under_way = not overdue and not due and (left or any(map(never_seen, counted(now))))
    holds = (overdue, due and not overdue, is_old(person.made), person.unread > 0, bool(put_right), under_way)
    facts = tuple(name for name, it in zip(STATES, holds, strict=False) if it) or ("up to date",)
    high = [c for row in then.lists for c in row.checks if c.check.severity is Severity.HIGH and not is_occasion(c)]
    most = sum(right(c, then.today) for c in high), len(high)
    complete = then.round.complete_on is not None if then.round else None
    return Told(person, facts, line(person, then, facts, most), most, complete)


def is_occasion(check: CheckStatus) -> bool:
    return check.cadence.trigger not in (Trigger.EVERY, Trigger.ONCE)


def right(check: CheckStatus, today: date) -> bool:
    return check.answer is not None and check.answer.result.done and not (check.due and check.due <= today)


def is_old(made: date) -> bool:
    """Tell whether three months are over: the same day of the third month after, or its last, has passed."""
    month = made.month + 3
    ends = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get((month - 1) % 12 + 1, 31)
    return date(made.year + (month > 12), (month - 1) % 12 + 1, min(made.day, ends)) < PRINTED


def line(person: Person, then: Board, facts: tuple[str, ...], most: tuple[int, int]) -> tuple[str, ...]:
    rows = counted(then)
    checks = [check for row in rows for check in row.checks]
    good = [row for row in rows if not waits(then, [row], 0) and not never_seen(row)]
    waived = [c for c in checks if c.answer and c.answer.result is Result.WAIVED and right(c, then.today)]
    later = [check.due for check in checks if check.due and check.due > then.today]
    name = f"{person.school}: {person.label}" if person.school else person.label
    put_right = sum(check.answer is not None and not check.answer.result.done for check in checks)
    return (name, "; ".join(facts), f"{most[0]} of {most[1]}", review(then), f"{len(good)} of {len(rows)}",
            str(put_right), str(len(waived)), induction(then), day(person.made), day(min(later)) if later else "-")  # fmt: skip


def review(board: Board) -> str:
    found = board.round
    if found is None:
        return "-"
    return f"complete {day(found.complete_on)}" if found.complete_on else f"{found.looked_at} of {found.total}"


def induction(board: Board) -> str:
    rows = [row for row in board.lists if row.checklist.id == "induction"]
    checks = [check for row in rows for check in row.checks if check.answer or check.due]
    if not checks:
        return "none"
    if all(right(check, board.today) for check in checks):
        return "done"
    return "overdue" if waits(board, rows, 29) else "under way"


def day(when: date) -> str:
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


# Added up.


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
    return (name, *(f"{facts[fact]} of {len(told)}" for fact in order), handed_in)


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
