"""The clauses that checks cite: dead ends are found, and what a shorter copy of a policy leaves out is not shown."""

from collections.abc import Collection
from dataclasses import replace

from audit_tui.checklist import Check, Checklist


def dead_end(checklist: Checklist, known: Collection[str]) -> tuple[str, str] | None:
    """Find the first citation of a clause that is not known; give its place in the file and what is wrong."""
    for number, check in enumerate(checklist.checks, start=1):
        for citation in check.clauses:
            if citation not in known:
                return f"check {number} ({check.id}), clauses", f'no policy has the clause "{citation}"'
    return None


def without_dead_ends(checklist: Checklist, known: Collection[str]) -> Checklist:
    """Give a checklist that cites only clauses that are known."""
    if dead_end(checklist, known) is None:
        return checklist
    return replace(checklist, checks=tuple(_citing_only(check, known) for check in checklist.checks))


def _citing_only(check: Check, known: Collection[str]) -> Check:
    return replace(check, clauses=tuple(each for each in check.clauses if each in known))
