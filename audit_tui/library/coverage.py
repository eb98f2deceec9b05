"""Which clauses of a policy checks cover, which need none, and which nothing covers yet."""

from typing import NamedTuple

from audit_tui.checklist import Check, Checklist
from audit_tui.library.library import Library
from audit_tui.policy import Clause, Policy


class Coverage(NamedTuple):
    """The clauses of one policy, told apart, in its own order."""

    covered: tuple[tuple[Clause, tuple[tuple[Checklist, Check], ...]], ...]
    needless: tuple[Clause, ...]
    bare: tuple[Clause, ...]


def coverage(library: Library, policy: Policy) -> Coverage:
    """Tell a policy's clauses apart: a check that names a clause covers it, whatever the policy says of it."""
    citing = [(clause, library.citing(policy.citation(clause))) for clause in policy.clauses]
    left = [clause for clause, checks in citing if not checks]
    return Coverage(
        tuple((clause, checks) for clause, checks in citing if checks),
        tuple(clause for clause in left if clause.no_check is not None),
        tuple(clause for clause in left if clause.no_check is None),
    )
