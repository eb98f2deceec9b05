"""The team page: one line a person, judged on the day it is printed, with totals and what could not be read."""

from collections.abc import Iterable
from datetime import date

from audit_tui.formats.page import Block, Facts, Page, Para, Table
from audit_tui.pages.summary import problem_blocks
from audit_tui.team.folder import Folder
from audit_tui.team.status import WORDS, Member, Need, members
from audit_tui.text import count, format_date

NOT_SHOWN = (
    "Voluntary and self-reported: each person made their own statement and saw it first. It shows dates and counts. "
    "It does not show any setting, and nobody has looked at anybody's accounts."
)
COLUMNS = ("Person", "State", "Up to date", "To put right", "Exceptions", "Induction", "Handed in", "Next due")


def cells(member: Member) -> tuple[str, ...]:
    """Write one person's line."""
    own = member.statement
    return (
        f"{member.school}: {own.label}" if member.school else own.label, WORDS[member.need],
        f"{own.up_to_date} of {own.checklists}", str(own.open_actions), str(own.exceptions), str(own.induction),
        format_date(own.made), format_date(own.next_due) if own.next_due else "-",
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
    return Page(f"Privacy checks: the team on {format_date(today)}", (*blocks, *rest))


def _totals(team: tuple[Member, ...]) -> tuple[tuple[str, str], ...]:
    total = len(team)
    pairs = [(WORDS[need].capitalize(), f"{_number(team, need)} of {total}") for need in Need]
    newest = max((member.statement.made for member in team), default=None)
    oldest = min((member.statement.made for member in team), default=None)
    span = f"{format_date(oldest)} to {format_date(newest)}" if oldest and newest else "-"
    return (*pairs, ("Statements handed in", span))


def _counts(team: list[Member]) -> tuple[str, ...]:
    needs = (Need.UP_TO_DATE, Need.OVERDUE, Need.DUE, Need.OLD, Need.OPEN)
    return tuple(f"{_number(team, need)} of {len(team)}" for need in needs)


def _number(team: Iterable[Member], need: Need) -> int:
    return sum(member.need is need for member in team)
