"""Records of version 0.1.0: their answers and entries have no moment of their own, and their entries no number."""

from datetime import date, datetime
from typing import Any

from audit_tui.record import derived_id, noon


def brought_up_to_date(table: dict[str, Any]) -> dict[str, Any]:
    """Give a record's table with a moment for each answer and entry, and a number for each entry.

    They take the moment of their review, or noon of their day where it has none. What is odd is left as it is.
    """
    moment = table.get("recorded")
    table = dict(table)
    if isinstance(answers := table.get("answer"), list):
        table["answer"] = [_dated(answer, moment) for answer in answers]
    if isinstance(entries := table.get("evidence"), list) and isinstance(moment, datetime):
        table["evidence"] = [
            {"id": derived_id(table.get("id"), number), **_dated(entry, moment)} if isinstance(entry, dict) else entry
            for number, entry in enumerate(entries)
        ]
    return table


def _dated(part: Any, moment: object) -> Any:  # noqa: ANN401 - not checked yet
    if not isinstance(part, dict) or "at" in part:
        return part
    if isinstance(moment, datetime):
        return {**part, "at": moment}
    return {**part, "at": noon(part["on"])} if type(part.get("on")) is date else part
