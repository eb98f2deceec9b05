"""A trust in numbers as data: one line a school, and in it nothing of any person."""

import json
from datetime import date

from audit_tui.exports.numbers import schools
from audit_tui.exports.team_csv import to_csv
from audit_tui.team.counts import Counts, RollUp
from audit_tui.team.status import Need

Row = dict[str, str | int]
ROLL = ("listed", "handed_in_of_listed", "in_question", "not_handed_in", "not_listed")


def roll_up_json(found: RollUp, today: date) -> str:
    """Write the schools with every figure, those left out for being small or empty, and the totals without them."""
    told = {
        "schema": 1,
        "today": today.isoformat(),
        "schools": [_counts(one) for one in found.schools],
        "small": list(found.small),
        "empty": list(found.empty),
        "total": _counts(found.total),
        "elsewhere": found.elsewhere,
        "unread": found.unread,
    }
    return f"{json.dumps(told, indent=2, ensure_ascii=False)}\n"


def roll_up_csv(found: RollUp) -> str:
    """Write a line for each school, one figure a column; a small school has its name alone, an empty one a 0."""
    return to_csv(schools(found.schools, found.small, found.empty))


def _counts(counts: Counts) -> Row:
    needs = {need.name.lower(): counts.needs[need] for need in Need}
    told: Row = {
        "school": counts.school,
        "handed_in": counts.people,
        **needs,
        "most_important_done": counts.most.held,
        "most_important_told": counts.most.told,
        "review_complete": counts.reviews.held,
        "review_told": counts.reviews.told,
    }
    if counts.roll:
        told |= zip(ROLL, counts.roll, strict=True)
    return told
