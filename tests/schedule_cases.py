"""Checklists, answers and boards made to measure, for tests of the clock."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from audit_tui.checklist import Check, Checklist
from audit_tui.record import Answer, Evidence, Result
from audit_tui.schedule.board import Board, build_board, build_checklist_status
from audit_tui.schedule.occasions import PersonalCalendar

from .models import an_answer_of, model_of

DAY = timedelta(days=1)
Answers = Mapping[tuple[str, str], Answer]


def a_check(check_id: str, severity: str = "medium", **more: object) -> Check:
    given: dict[str, Any] = {"id": check_id, "area": "sign-in", "severity": severity, "ask": f"Is {check_id} right?",
             "expect": "On", "why": "So that it is.", "how": ("Look.",)}  # fmt: skip
    return model_of(Check, given | more)


def a_checklist(checklist_id: str, checks: Sequence[Check], **more: object) -> Checklist:
    given: dict[str, Any] = {"id": checklist_id, "title": checklist_id.capitalize(), "kind": "platform",
             "steps_verified": date(2026, 1, 1), "verified_against": "guides", "check": tuple(checks)}  # fmt: skip
    return model_of(Checklist, given | more)


def an_answer(check: Check, on: date, result: Result = Result.PASS, **more: object) -> Answer:
    given: dict[str, Any] = {
        "check": check.id,
        "on": on,
        "result": result,
        "expect": check.expect,
        "revision": check.revision,
    }
    return an_answer_of(given | more)


def an_entry(number: int, on: date, *, over: bool = False) -> Evidence:
    at = datetime.combine(on, time(10, number % 60), UTC)
    return Evidence(id=f"{number:016x}", at=at, on=on, what="seen", over=over)


def a_board(
    lists: Sequence[Checklist], answers: Answers, today: date, calendar: PersonalCalendar, phone: str | None = None
) -> Board:
    statuses = [
        build_checklist_status(
            one, {check.id: answers[one.id, check.id] for check in one.checks if (one.id, check.id) in answers},
            today, calendar,
        )
        for one in lists
    ]  # fmt: skip
    return build_board(statuses, today, calendar, phone)
