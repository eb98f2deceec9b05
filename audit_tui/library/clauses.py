"""The clauses that checks name: those that a school's policy maps onto them, and those that nobody has any more."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from audit_tui.checklist import Check, Checklist
from audit_tui.errors import Unreadable, UserError
from audit_tui.library.references import Place, References, near
from audit_tui.policy import Policy
from audit_tui.text import count, join_words

Found = tuple[Path, Policy]
MOST_NAMED = 3
MAP_THEM = "if a clause of it asks for one of them, name that check there in covered_by"


def mapped(
    policies: Mapping[str, Found], references: References, used: Mapping[str, Checklist]
) -> tuple[dict[Place, list[str]], list[UserError]]:
    """Give the clauses that policies map onto each check, and every name in `covered_by` that leads nowhere."""
    onto: defaultdict[Place, list[str]] = defaultdict(list)
    problems: list[UserError] = []
    for path, policy in policies.values():
        problems += _twins(path, policy)
        for number, clause in enumerate(policy.clauses, start=1):
            for name in clause.covered_by:
                found = references.find(name)
                places = [place for place in found.places if _is_asked(place, used)]
                for place in places:
                    onto[place].append(policy.citation(clause))
                if found.fault or not places:
                    fault = found.fault or f'"{name}" is switched off here, so it covers nothing'
                    key = f"clause {number} ({clause.ref}), covered_by"
                    problems.append(Unreadable(fault, path=path, key=key, remedy=found.remedy))
    return onto, problems


def _twins(path: Path, policy: Policy) -> Iterator[UserError]:
    """Tell of each clause that has the number of an earlier one: no check can say which of the two asks for it."""
    first: dict[str, int] = {}
    for number, clause in enumerate(policy.clauses, start=1):
        if first.setdefault(clause.ref, number) != number:
            fault = f'clause {first[clause.ref]} has the number "{clause.ref}" too, so the two are shown as one'
            remedy = f'give each its own, such as "{clause.ref} a" and "{clause.ref} b"'
            yield Unreadable(fault, path=path, key=f"clause {number} ({clause.ref}), ref", remedy=remedy)


def _is_asked(place: Place, used: Mapping[str, Checklist]) -> bool:
    return place[0] in used and any(check.id == place[1] for check in used[place[0]].checks)


def naming(checklist: Checklist, onto: Mapping[Place, list[str]], known: Collection[str]) -> Checklist:
    """Give a checklist whose checks name the clauses mapped onto them, before those of their own that are known."""
    checks = tuple(_naming(check, onto.get((checklist.id, check.id), ()), known) for check in checklist.checks)
    return checklist if checks == checklist.checks else replace(checklist, checks=checks)


def _naming(check: Check, mapped_on: Collection[str], known: Collection[str]) -> Check:
    own = (citation for citation in check.clauses if citation in known)
    clauses = tuple(dict.fromkeys((*mapped_on, *own)))
    return check if clauses == check.clauses else replace(check, clauses=clauses)


def dead_ends(path: Path, checklist: Checklist, known: Collection[str]) -> Iterator[UserError]:
    """Tell of each clause that a file names and no policy has."""
    for number, check in enumerate(checklist.checks, start=1):
        for citation in check.clauses:
            if citation not in known:
                fault = f'no policy has the clause "{citation}", so it is not shown'
                key = f"check {number} ({check.id}), clauses"
                yield Unreadable(fault, path=path, key=key, remedy=near(citation, known))


def lost(
    found: Found, built_in: Collection[Checklist], used: Mapping[str, Checklist], known: Collection[str]
) -> Iterator[UserError]:
    """Tell of the clauses that a school's copy of a policy lacks, where checks named them that it now asks no more."""
    path, policy = found
    ours = f"{policy.id}:"
    gone = [
        citation
        for checklist in built_in
        for check in _not_mapped(used.get(checklist.id), checklist, ours)
        for citation in check.clauses
        if citation.startswith(ours) and citation not in known
    ]
    if gone:
        refs = [f'"{citation.removeprefix(ours)}"' for citation in dict.fromkeys(gone)]
        more = [f"{len(refs) - MOST_NAMED} more"] if len(refs) > MOST_NAMED else []
        which = join_words([*refs[:MOST_NAMED], *more])
        told = f"built-in checks name {count(len(refs), 'clause')} that this file lacks: {which}"
        yield Unreadable(told, path=path, key="clause", remedy=MAP_THEM)


def _not_mapped(now: Checklist | None, before: Checklist, ours: str) -> Iterator[Check]:
    """Give the checks, as they were, that are still asked and that no clause of a policy names in `covered_by`."""
    asked = {check.id: check.clauses for check in now.checks} if now else {}
    for check in before.checks:
        new = {citation for citation in asked.get(check.id, ()) if citation.startswith(ours)}.difference(check.clauses)
        if check.id in asked and not new:
            yield check
