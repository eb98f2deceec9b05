"""What a person's own boards say, counted check by check by code that shares none with the room `team`."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from audit_tui.cadence import Trigger
from audit_tui.checklist import Severity
from audit_tui.record import Result
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.due import CheckStatus, Reason

from .team_generated import PRINTED, Person

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


class Told(NamedTuple):
    """What one person's own boards say: the facts of the day of printing, and the line of the day of handing in."""

    person: Person
    facts: tuple[str, ...]
    line: tuple[str, ...]
    most: tuple[int, int]
    complete: bool | None


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
