"""Boards of people who answered this and that, and the statements that are made of them."""

from collections.abc import Mapping
from datetime import date, timedelta

from audit_tui.library.library import Library
from audit_tui.record import Result
from audit_tui.schedule.board import Board, build_board, build_checklist_status
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.team.make import make_statement
from audit_tui.team.statement import Statement

from .conftest import TODAY
from .models import an_answer_of

DAY = timedelta(days=1)
ASKED = ("chirp:private", "chirp:location", "chirp:old-posts", "rules:read")
Given = Mapping[str, tuple[date, Result]]


def all_right(on: date = TODAY) -> dict[str, tuple[date, Result]]:
    """Everything that comes round, answered on one day."""
    return dict.fromkeys(ASKED, (on, Result.PASS))


def stand(library: Library, given: Given, today: date, joined: date | None = None) -> Board:
    """Give the board of somebody who began on TODAY, has Chirp, and gave these answers up to today."""
    calendar = PersonalCalendar(joined=joined, began=TODAY)
    statuses = []
    for checklist in library.checklists.values():
        answers = {}
        for check in checklist.checks:
            on, result = given.get(f"{checklist.id}:{check.id}", (date.max, Result.PASS))
            if on <= today:
                waived = {"note": "n", "agreed_by": "head", "until": on + 30 * DAY} if result is Result.WAIVED else {}
                table = {"check": check.id, "on": on, "result": result, "expect": check.expect, "revision": 1}
                answers[check.id] = an_answer_of(table | waived)
        statuses.append(build_checklist_status(checklist, answers, today, calendar))
    return build_board(statuses, today, calendar)


def made(
    library: Library, number: int = 1, label: str = "Teacher A", on: date = TODAY, given: Given | None = None,
    *, unread: int = 0,
) -> Statement:  # fmt: skip
    """Give the statement of a person; without answers of their own, all was right on TODAY."""
    board = stand(library, all_right() if given is None else given, on)
    return make_statement(board, f"{number:016x}", label, unread=unread)
