"""Reports as data for other programs: JSON with stable keys, ISO dates and XCCDF results."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from audit_tui import phrases
from audit_tui.errors import UserError
from audit_tui.exports.numbers import parts
from audit_tui.library.library import Library
from audit_tui.policy import Policy
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.due import CheckStatus
from audit_tui.schedule.plan import Plan
from audit_tui.schedule.round import Round
from audit_tui.team.status import WORDS, Need
from audit_tui.team.team import Team

NOT_CHECKED = "notchecked"
NOT_TOLD = {"schema_", "kind", "id", "purpose", "platforms", "end"}


def board_json(board: Board, problems: tuple[UserError, ...], *, checks: bool = False) -> str:
    """Write the board; with `checks`, every check with its latest result too."""
    return _written({
        "schema": 1,
        "today": board.today,
        "headline": phrases.headline(board),
        "due": len(board.due),
        "round": _round(board.round) if board.round else None,
        "high": dict(zip(("done", "total"), board.high, strict=True)),
        "checklists": [_checklist(status, checks=checks) for status in board.lists],
        "problems": [str(problem) for problem in problems],
    })  # fmt: skip


def plan_json(plan: Plan) -> str:
    """Write the plan of a sitting: which checks, in which order, and how long each takes."""
    return _written({
        "schema": 1,
        "minutes": plan.minutes,
        "checks": [
            {
                "checklist": planned.checklist.id,
                "check": planned.status.check.id,
                "severity": str(planned.status.check.severity),
                "minutes": planned.minutes,
            }
            for planned in plan.checks
        ],
    })  # fmt: skip


def policy_json(library: Library, policies: tuple[Policy, ...], today: date) -> str:
    """Write policies with each clause and the checks that cite it."""
    return _written({"schema": 1, "today": today, "policies": [_policy(library, policy, today) for policy in policies]})


def team_json(team: Team, today: date, *, short: bool = False) -> str:
    """Write the team, judged on one day; `listed` and `awaited` are told where there is a list.

    The short one has a line of numbers for each school, and nobody.
    """
    told = {"schools": parts(team).tables()} if short else {"people": _people(team), "awaited": _awaited(team)}
    return _written({"schema": 1, "today": today, **told, "problems": [str(problem) for problem in team.problems]})


def _people(team: Team) -> list[dict[str, Any]]:
    return [
        {
            "school": member.school,
            **_need(member.need),
            "facts": list(map(_need, member.needs)),
            "listed": team.listed(member),
        }
        | {name: value for name, value in asdict(member.statement).items() if name not in NOT_TOLD}
        for member in team.members
    ]


def _awaited(team: Team) -> list[dict[str, Any]]:
    return [one._asdict() for one in team.awaited]


def _need(need: Need) -> dict[str, str]:
    return {"need": need.name.lower().replace("_", "-"), "words": WORDS[need]}


def _round(found: Round) -> dict[str, Any]:
    return {
        "opened": found.opened,
        "total": found.total,
        "looked_at": found.looked_at,
        "to_put_right": found.to_put_right,
        "complete_on": found.complete_on,
        "next_from": found.next_from,
    }


def _checklist(status: ChecklistStatus, *, checks: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": status.checklist.id,
        "title": status.checklist.title,
        "state": status.state.name.lower().replace("_", "-"),
        "words": phrases.state(status),
        "due": len(status.due_now),
        "done": status.done,
        "asked": status.asked,
        "open": len(status.open_actions),
        "overdue_days": status.overdue_days,
        "last_done": status.last_done,
        "next_due": status.next_due,
    }
    return told | {"checks": [_check(each) for each in status.checks]} if checks else told


def _check(status: CheckStatus) -> dict[str, Any]:
    answer = status.answer
    return {
        "id": status.check.id,
        "result": str(answer.result) if answer else NOT_CHECKED,
        "answered": answer.on if answer else None,
        "due": status.due,
        "by_rule": status.by_rule,
        "reason": str(status.reason),
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
                "checks": [
                    f"{checklist.id}/{check.id}" for checklist, check in library.citing(policy.citation(clause))
                ],
                "no_check": clause.no_check,
            }
            for clause in policy.clauses
        ],
    }


def _written(table: dict[str, Any]) -> str:
    return json.dumps(table, default=date.isoformat, ensure_ascii=False, indent=2) + "\n"
