"""The team page: one line a person, judged on the day it is printed, with totals and what could not be read."""

from collections.abc import Iterable
from datetime import date

from audit_tui.formats.page import Block, Facts, Page, Para, Table
from audit_tui.pages.problems import problem_blocks
from audit_tui.team.received import Folder
from audit_tui.team.statement import Statement
from audit_tui.team.status import WORDS, Member, Need, members
from audit_tui.text import count, format_date

NOT_SHOWN = (
    "Voluntary and self-reported: each person made their own statement and saw it first. It shows dates and counts. "
    "It does not show any setting, and nobody has looked at anybody's accounts."
)
SEVERAL = "Each line counts one fact, so one person may be counted in several."
NOT_TOLD = "-"
LEFT_OUT = {Need.DUE: ", not overdue", Need.UNDER_WAY: ", nothing due"}
COLUMNS = ("Person", "State", "Most important", "Three-monthly review", "Up to date", "To put right", "Exceptions",
           "Induction", "Handed in", "Next due")  # fmt: skip
SCHOOL_COLUMNS = ("School", "Up to date", "Overdue", "Due", "Not handed in lately", "To put right")
SCHOOL_NEEDS = (Need.UP_TO_DATE, Need.OVERDUE, Need.DUE, Need.OLD, Need.OPEN)


def cells(member: Member) -> tuple[str, ...]:
    """Write one person's line."""
    own = member.statement
    return (
        f"{member.school}: {own.label}" if member.school else own.label,
        "; ".join(WORDS[need] for need in member.needs),
        NOT_TOLD if own.high_done is None else f"{own.high_done} of {own.high_total}", review(own),
        f"{own.up_to_date} of {own.checklists}", str(own.open_actions), str(own.exceptions), str(own.induction),
        format_date(own.made), format_date(own.next_due) if own.next_due else NOT_TOLD,
    )  # fmt: skip


def review(own: Statement) -> str:
    """Say how far the three-monthly review is: 14 of 23, or complete 9 March 2026."""
    if own.round_complete_on:
        return f"complete {format_date(own.round_complete_on)}"
    return NOT_TOLD if own.round_total is None else f"{own.round_looked_at} of {own.round_total}"


def team_page(folder: Folder, today: date, *, short: bool = False) -> Page:
    """Set out a team, or several schools with their totals; the short page has totals only."""
    team = members(folder, today)
    blocks: list[Block] = [Facts(_totals(team)), Para(SEVERAL)]
    schools = sorted({member.school for member in team if member.school}, key=str.casefold)
    if schools:
        rows = tuple((school, *_counts([m for m in team if m.school == school])) for school in schools)
        blocks.append(Table(count(len(schools), "school"), SCHOOL_COLUMNS, rows))
    caption = f"{count(len(team), 'person', 'people')}, those in need first"
    people = () if short else (Table(caption, COLUMNS, tuple(map(cells, team))),)
    rest = (*people, Para(NOT_SHOWN), *problem_blocks(folder.problems, handed_on=True))
    return Page(f"Privacy checks: the team on {format_date(today)}", (*blocks, *rest))


def _totals(team: tuple[Member, ...]) -> tuple[tuple[str, str], ...]:
    pairs = [(_total(need), f"{_number(team, need)} of {len(team)}") for need in Need]
    told = [member.statement for member in team if member.statement.high_total]
    pairs.append(_share("All of the most important done", (own.high_done == own.high_total for own in told)))
    rounds = [member.statement for member in team if member.statement.round_total is not None]
    pairs.append(_share("Three-monthly review complete", (own.round_complete_on is not None for own in rounds)))
    days = sorted(member.statement.made for member in team)
    span = f"{format_date(days[0])} to {format_date(days[-1])}" if days else NOT_TOLD
    return (*pairs, ("Statements handed in", span))


def _total(need: Need) -> str:
    """Name a total, with what it leaves out."""
    return f"{WORDS[need]}{LEFT_OUT.get(need, '')}".capitalize()


def _share(name: str, held: Iterable[bool]) -> tuple[str, str]:
    all_told = list(held)
    return name, f"{sum(all_told)} of {len(all_told)} who told it"


def _counts(team: list[Member]) -> tuple[str, ...]:
    return tuple(f"{_number(team, need)} of {len(team)}" for need in SCHOOL_NEEDS)


def _number(team: Iterable[Member], need: Need) -> int:
    return sum(need in member.needs for member in team)
