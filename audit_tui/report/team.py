"""The team page: one line a person, judged on the day it is printed, with totals and what could not be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from audit_tui.cadence import Unit
from audit_tui.report.page import Block, Facts, Page, Para, Table
from audit_tui.report.standing import problem_blocks
from audit_tui.schedule.calendar import after
from audit_tui.share.folder import Folder
from audit_tui.share.statement import Induction, Statement
from audit_tui.words import count, day

OLD_MONTHS = 3
NOT_SHOWN = (
    "Voluntary and self-reported: each person made their own statement and saw it first. It shows dates and counts. "
    "It does not show any setting, and nobody has looked at anybody's accounts."
)


class Need(IntEnum):
    """How a person stands on the day of printing, those in need first."""

    OVERDUE = 0
    DUE = 1
    OLD = 2
    OPEN = 3
    UP_TO_DATE = 4


WORDS = {
    Need.OVERDUE: "overdue",
    Need.DUE: "something due",
    Need.OLD: f"not handed in for over {OLD_MONTHS} months",
    Need.OPEN: "something to put right",
    Need.UP_TO_DATE: "up to date",
}
COLUMNS = ("Person", "State", "Up to date", "To put right", "Exceptions", "Induction", "Handed in", "Next due")


@dataclass(frozen=True, slots=True)
class Member:
    """One person on the team page."""

    school: str
    statement: Statement
    need: Need


def judge(statement: Statement, today: date) -> Need:
    """Say how a person stands today; an old statement lapses by its own dates."""
    if statement.overdue or statement.induction is Induction.OVERDUE:
        return Need.OVERDUE
    if statement.next_due is not None and statement.next_due < today and statement.made < today:
        return Need.OVERDUE
    if statement.due or (statement.next_due is not None and statement.next_due <= today):
        return Need.DUE
    if after(statement.made, OLD_MONTHS, Unit.MONTH) < today:
        return Need.OLD
    return Need.OPEN if statement.open_actions else Need.UP_TO_DATE


def members(folder: Folder, today: date) -> tuple[Member, ...]:
    """Judge everybody, those in need first, then by school and label."""
    judged = (Member(one.school, one.statement, judge(one.statement, today)) for one in folder.received)
    return tuple(sorted(judged, key=lambda m: (m.need, m.school.casefold(), m.statement.label.casefold())))


def cells(member: Member) -> tuple[str, ...]:
    """Write one person's line."""
    own = member.statement
    return (
        f"{member.school}: {own.label}" if member.school else own.label, WORDS[member.need],
        f"{own.up_to_date} of {own.checklists}", str(own.open_actions), str(own.exceptions), str(own.induction),
        day(own.made), day(own.next_due) if own.next_due else "-",
    )  # fmt: skip


def team_page(folder: Folder, today: date, *, short: bool = False) -> Page:
    """Set out a team, or several schools with their totals; the short page has totals only."""
    team = members(folder, today)
    blocks: list[Block] = [Facts(_totals(team))]
    schools = sorted({member.school for member in team if member.school}, key=str.casefold)
    if schools:
        rows = tuple((school, *_counts([m for m in team if m.school == school])) for school in schools)
        columns = ("School", "Up to date", "Overdue", "Due", "Not handed in lately", "To put right")
        blocks.append(Table(count(len(schools), "school"), columns, rows))
    caption = f"{count(len(team), 'person', 'people')}, those in need first"
    people = () if short else (Table(caption, COLUMNS, tuple(map(cells, team))),)
    rest = (*people, Para(NOT_SHOWN), *problem_blocks(folder.problems))
    return Page(f"Privacy checks: the team on {day(today)}", (*blocks, *rest))


def _totals(team: tuple[Member, ...]) -> tuple[tuple[str, str], ...]:
    total = len(team)
    pairs = [(WORDS[need].capitalize(), f"{_number(team, need)} of {total}") for need in Need]
    newest = max((member.statement.made for member in team), default=None)
    oldest = min((member.statement.made for member in team), default=None)
    span = f"{day(oldest)} to {day(newest)}" if oldest and newest else "-"
    return (*pairs, ("Statements handed in", span))


def _counts(team: list[Member]) -> tuple[str, ...]:
    needs = (Need.UP_TO_DATE, Need.OVERDUE, Need.DUE, Need.OLD, Need.OPEN)
    return tuple(f"{_number(team, need)} of {len(team)}" for need in needs)


def _number(team: Iterable[Member], need: Need) -> int:
    return sum(member.need is need for member in team)
