"""The team page: one line a person, judged on the day it is printed, with totals and what could not be read."""

from datetime import date

from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Table
from audit_tui.pages.problems import problem_blocks
from audit_tui.pages.roster import ASK, list_blocks, list_facts, remarks
from audit_tui.pages.totals import NOT_TOLD, school_table, totals
from audit_tui.team.counts import count_schools, count_team
from audit_tui.team.roll import Listed
from audit_tui.team.statement import Statement
from audit_tui.team.status import WORDS, Member, coming_after
from audit_tui.team.team import Team
from audit_tui.text import count, format_date

NOT_SHOWN = (
    "Voluntary and self-reported: each person made their own statement and saw it first. It shows dates and counts. "
    "It does not show any setting, and nobody has looked at anybody's accounts."
)
SEVERAL = "Each line counts one fact, so one person may be counted in several."
COLUMNS = ("Person", "State", "Most important", "Three-monthly review", "Up to date", "To put right", "Exceptions",
           "Induction", "Handed in", "Next due")  # fmt: skip
UNLISTED = {Listed.NO: " (not on your list)", Listed.IN_QUESTION: " (is it somebody on your list?)"}


def cells(member: Member) -> tuple[str, ...]:
    """Write one person's line."""
    own = member.statement
    return (
        f"{member.school}: {own.label}" if member.school else own.label,
        "; ".join(WORDS[need] for need in member.needs),
        NOT_TOLD if own.high_done is None else f"{own.high_done} of {own.high_total}", review(own),
        f"{own.up_to_date} of {own.checklists}", str(own.open_actions), str(own.exceptions), str(own.induction),
        format_date(own.made), format_date(coming) if (coming := coming_after(own)) else NOT_TOLD,
    )  # fmt: skip


def review(own: Statement) -> str:
    """Say how far the three-monthly review is: 14 of 23, or complete 9 March 2026."""
    if own.round_complete_on:
        return f"complete {format_date(own.round_complete_on)}"
    return NOT_TOLD if own.round_total is None else f"{own.round_looked_at} of {own.round_total}"


def team_page(team: Team, today: date, *, short: bool = False, by_school: bool = False) -> Page:
    """Set out a team, or several schools with their totals; the short page has totals only."""
    whole = count_team(team)
    facts = (*list_facts(whole.roll, whole.people), *totals(whole), ("Statements handed in", _span(team)))
    blocks: list[Block] = [Facts(facts), Para(SEVERAL)]
    if schools := count_schools(team):
        blocks.append(school_table(count(len(schools), "school"), schools))
    if not short:
        blocks += _each_school(team) if by_school else [*list_blocks(team), *_people(team)]
        blocks += remarks(team)
    rest = (Para(NOT_SHOWN), *problem_blocks(team.problems, handed_on=True, schools=team.schools))
    return Page(f"Privacy checks: the team on {format_date(today)}", (*blocks, *rest))


def _each_school(team: Team) -> list[Block]:
    """Set out each school under its name, which then stands before no label."""
    blocks: list[Block] = []
    for name, part in team.by_school().items():
        blocks += [Heading(name or "In no school's folder"), *list_blocks(part, by_school=True)]
        blocks += _people(part, by_school=True)
    return [*blocks, Para(ASK)] if team.roll and team.roll.missing else blocks


def _people(team: Team, *, by_school: bool = False) -> tuple[Block, ...]:
    if not team.members:
        return (Para("Nobody has handed in yet."),)
    caption = f"{count(len(team.members), 'person', 'people')}, those in need first"
    rows = tuple(_line(team, member, by_school=by_school) for member in team.members)
    return (Table(caption, COLUMNS, rows),)


def _line(team: Team, member: Member, *, by_school: bool) -> tuple[str, ...]:
    listed = team.listed(member)
    label, *rest = cells(member._replace(school="") if by_school else member)
    return (f"{label}{UNLISTED.get(listed, '') if listed else ''}", *rest)


def _span(team: Team) -> str:
    days = sorted(member.statement.made for member in team.members)
    return f"{format_date(days[0])} to {format_date(days[-1])}" if days else NOT_TOLD
