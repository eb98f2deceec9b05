"""Reports as data for other programs: JSON with stable keys, ISO dates and XCCDF results."""

import json
from datetime import date
from typing import Any

from audit_tui import phrases
from audit_tui.errors import UserError
from audit_tui.library.library import Library
from audit_tui.policy import Policy
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.due import CheckStatus
from audit_tui.team.status import WORDS, Member, Need

NOT_CHECKED = "notchecked"
NOT_TOLD = {"schema_", "kind", "id", "purpose", "platforms", "end"}


def board_json(board: Board, problems: tuple[UserError, ...], *, checks: bool = False) -> str:
    """Write the board; with `checks`, every check with its latest result too."""
    return _written({
        "schema": 1,
        "today": board.today,
        "headline": phrases.headline(board),
        "due": len(board.due),
        "checklists": [_row(row, checks=checks) for row in board.rows],
        "problems": [str(problem) for problem in problems],
    })  # fmt: skip


def policy_json(library: Library, policies: tuple[Policy, ...], today: date) -> str:
    """Write policies with each clause and the checks that cite it."""
    return _written({"schema": 1, "today": today, "policies": [_policy(library, policy, today) for policy in policies]})


def team_json(team: tuple[Member, ...], problems: tuple[UserError, ...], today: date) -> str:
    """Write the team, judged on one day."""
    people = [
        {"school": member.school, **_need(member.need), "facts": list(map(_need, member.needs))}
        | member.statement.model_dump(exclude=NOT_TOLD)
        for member in team
    ]
    return _written({"schema": 1, "today": today, "people": people, "problems": [str(problem) for problem in problems]})


def _need(need: Need) -> dict[str, str]:
    return {"need": need.name.lower().replace("_", "-"), "words": WORDS[need]}


def _row(row: ChecklistStatus, *, checks: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": row.checklist.id,
        "title": row.checklist.title,
        "state": row.state.name.lower().replace("_", "-"),
        "words": phrases.state(row),
        "due": len(row.due_now),
        "done": row.done,
        "asked": row.asked,
        "open": len(row.open_actions),
        "overdue_days": row.overdue_days,
        "last_done": row.last_done,
        "next_due": row.next_due,
    }
    return told | {"checks": [_item(item) for item in row.items]} if checks else told


def _item(item: CheckStatus) -> dict[str, Any]:
    answer = item.answer
    return {
        "id": item.check.id,
        "result": str(answer.result) if answer else NOT_CHECKED,
        "answered": answer.on if answer else None,
        "due": item.due,
        "by_rule": item.by_rule,
        "reason": str(item.reason),
    }


def _policy(library: Library, policy: Policy, today: date) -> dict[str, Any]:
    return {
        "id": policy.id,
        "school": policy.school,
        "dated": policy.dated,
        "review_due": policy.review_due,
        "past_review": policy.past_review(today),
        "clauses": [
            {
                "ref": clause.ref,
                "kind": str(clause.kind),
                "gist": clause.gist,
                "checks": [f"{checklist.id}/{check.id}" for checklist, check in library.citing(citation)],
                "no_check": clause.no_check,
            }
            for citation, clause in policy.citations().items()
        ],
    }


def _written(table: dict[str, Any]) -> str:
    return json.dumps(table, default=date.isoformat, ensure_ascii=False, indent=2) + "\n"
