"""How each person of a team stands on the day of printing, told from their statements alone."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from audit_tui.cadence import Unit
from audit_tui.schedule.dates import add_period
from audit_tui.team.folder import Folder
from audit_tui.team.statement import Induction, Statement

OLD_MONTHS = 3


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
    if add_period(statement.made, OLD_MONTHS, Unit.MONTH) < today:
        return Need.OLD
    return Need.OPEN if statement.open_actions else Need.UP_TO_DATE


def members(folder: Folder, today: date) -> tuple[Member, ...]:
    """Judge everybody, those in need first, then by school and label."""
    judged = (Member(one.school, one.statement, judge(one.statement, today)) for one in folder.received)
    return tuple(sorted(judged, key=lambda m: (m.need, m.school.casefold(), m.statement.label.casefold())))
