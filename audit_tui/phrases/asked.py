"""Who asks for a check: a school's own policy before all others, which then are only named."""

from audit_tui.checklist import Check
from audit_tui.library.library import Library
from audit_tui.text import format_date

ASKED_BY = "Asked by"
OTHERS = "Asked by other policies"


def asked_by(check: Check, library: Library) -> tuple[tuple[str, str], ...]:
    """Say who asks for a check, each line as what it is and what it says; nothing where nobody does."""
    if not library.own:
        return tuple((ASKED_BY, _clause(library, citation)) for citation in check.clauses)
    own = [citation for citation in check.clauses if citation.partition(":")[0] in library.own]
    others = "; ".join(dict.fromkeys(_school(library, citation) for citation in check.clauses if citation not in own))
    told = tuple((ASKED_BY, _clause(library, citation)) for citation in own)
    return (*told, (OTHERS, others)) if others else told


def _clause(library: Library, citation: str) -> str:
    """Name a clause as a person would: the school, the clause, and what it asks."""
    found = library.clause(citation)
    if found is None:
        return citation
    policy, clause = found
    return f"{policy.school} ({format_date(policy.dated)}), {clause.ref}: {clause.gist}"


def _school(library: Library, citation: str) -> str:
    found = library.clause(citation)
    return found[0].school if found else citation
