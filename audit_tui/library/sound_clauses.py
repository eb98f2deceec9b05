"""A policy in which single clauses are badly written: the others are used, and the lead is told of those."""

from pathlib import Path
from typing import Any

from audit_tui.errors import Unreadable
from audit_tui.files.read import validate
from audit_tui.policy import Clause, Policy

MOST_LEFT_OUT = 20
MEANWHILE = "until then this clause is left out"

Table = dict[str, Any]


def sound_clauses(table: Table, path: Path, source: bytes) -> tuple[Table, list[Unreadable]]:
    """Give a policy's table without the clauses that cannot be used, and what is wrong with each of those.

    Where none can be used, or too many cannot, the table is given as it was, to be refused whole.
    """
    clauses = table.get("clause")
    if not isinstance(clauses, list):
        return table, []
    wrong = [number for number, clause in enumerate(clauses) if _fault(Clause, clause, path)]
    left_out = {*wrong}
    sound = [clause for number, clause in enumerate(clauses) if number not in left_out]
    if not sound or len(wrong) > MOST_LEFT_OUT:
        return table, []
    less = {**table, "clause": sound}
    told = (_fault(Policy, _only_wrong(less, clauses, number), path, source) for number in wrong)
    faults = [fault for fault in told if fault]
    for fault in faults:
        fault.remedy = fault.remedy or MEANWHILE
    return less, faults


def _only_wrong(less: Table, clauses: list[Any], number: int) -> Table:
    """Give the table with one wrong clause at its own place, so that it is told by its number and its line."""
    return {**less, "clause": [*[less["clause"][0]] * number, clauses[number]]}


def _fault(model: type[Clause | Policy], table: Any, path: Path, source: bytes = b"") -> Unreadable | None:  # noqa: ANN401 - not checked yet
    try:
        validate(model, table, path, source)
    except Unreadable as fault:
        return fault
    return None
