"""How each person of a team stands on the day of printing, told from their statements alone."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from audit_tui.cadence import Unit
from audit_tui.schedule.dates import LATE, add_period
from audit_tui.team.received import Folder
from audit_tui.team.statement import Induction, Statement

OLD_MONTHS = 3


class Need(IntEnum):
    """One fact about a person on the day of printing, those in need first; several may hold."""

    OVERDUE = 0
    DUE = 1
    OLD = 2
    UNREAD = 3
    OPEN = 4
    UNDER_WAY = 5
    UP_TO_DATE = 6


WORDS = {
    Need.OVERDUE: "overdue",
    Need.DUE: "something due",
    Need.OLD: f"statement over {OLD_MONTHS} months old",
    Need.UNREAD: "some of their own files could not be read",
    Need.OPEN: "something to put right",
    Need.UNDER_WAY: "review under way",
    Need.UP_TO_DATE: "up to date",
}


class Member(NamedTuple):
    """One person on the team page, with every fact that holds."""

    school: str
    statement: Statement
    needs: tuple[Need, ...]

    @property
    def need(self) -> Need:
        """The most pressing fact."""
        return self.needs[0]


def judge(statement: Statement, today: date) -> tuple[Need, ...]:
    """Say which facts hold today, the most pressing first; an old statement lapses by its own dates."""
    overdue, due = _is_overdue(statement, today), _is_due(statement, today)
    facts = (
        (Need.OVERDUE, overdue),
        (Need.DUE, due and not overdue),
        (Need.OLD, add_period(statement.made, OLD_MONTHS, Unit.MONTH) < today),
        (Need.UNREAD, statement.unread > 0),
        (Need.OPEN, statement.open_actions > 0),
        (Need.UNDER_WAY, not due and not overdue and _is_under_way(statement)),
    )
    return tuple(need for need, holds in facts if holds) or (Need.UP_TO_DATE,)


def members(folder: Folder, today: date) -> tuple[Member, ...]:
    """Judge everybody, those in need first, then by school and label."""
    judged = (Member(one.school, one.statement, judge(one.statement, today)) for one in folder.received)
    return tuple(sorted(judged, key=lambda m: (m.needs, m.school.casefold(), m.statement.label.casefold())))


def _is_overdue(statement: Statement, today: date) -> bool:
    """Hold the statement against the board's own rule: due for more than four weeks."""
    told = statement.overdue > 0 or statement.induction is Induction.OVERDUE
    coming, since = coming_after(statement), statement.overdue_from
    return told or (since is not None and since <= today) or (coming is not None and (today - coming).days > LATE)


def _is_due(statement: Statement, today: date) -> bool:
    coming = coming_after(statement)
    return statement.due > 0 or (coming is not None and coming <= today)


def _is_under_way(statement: Statement) -> bool:
    """Tell whether something is left of the review, or was never looked at and has its day still to come."""
    return statement.later > 0 or (statement.round_looked_at or 0) < (statement.round_total or 0)


def coming_after(statement: Statement) -> date | None:
    """Give the day on which something comes round; 0.1.0 also wrote the day of what was open or new already."""
    due = statement.next_due
    return due if due is not None and due > statement.made else None
