"""The report on a policy: each clause, the checks that cover it, and the clauses that need none."""

from datetime import date

from audit_tui.formats.page import Block, Page, Para, Table
from audit_tui.library.library import Library
from audit_tui.policy import Clause, Policy
from audit_tui.text import MONTHS, count, format_date, sentence

FOOT = "It shows what the checklists ask. It does not show what anybody has done."


def policies_page(library: Library, today: date) -> Page:
    """List the policies with their clauses counted, and which are past the review date they state."""
    rows = tuple(
        (policy.id, policy.school, format_date(policy.dated), _covered(library, policy), review_words(policy, today))
        for policy in library.policies.values()
    )
    return Page(
        "Policies",
        (Table(count(len(rows), "policy", "policies"), ("Id", "School", "Dated", "Covered", "Review"), rows),),
    )


def policy_page(library: Library, policy: Policy, today: date, *, short: bool = False) -> Page:
    """Set out one policy's clauses and what covers each; the short page leaves out what they ask."""
    blocks: list[Block] = [
        Para(f"{policy.title}, {format_date(policy.dated)}. {sentence(review_words(policy, today))}"),
        Para(f"Clauses covered by a check: {_covered(library, policy)} that call for one."),
    ]
    rows = tuple(
        (clause.ref, *(() if short else (str(clause.kind), clause.gist)), _covered_by(library, citation, clause))
        for citation, clause in policy.citations().items()
    )
    columns = ("Clause", "Covered by") if short else ("Clause", "Kind", "Asks", "Covered by")
    blocks.append(Table("Each clause", columns, rows))
    return Page(policy.school, tuple(blocks), FOOT)


def _covered_by(library: Library, citation: str, clause: Clause) -> str:
    return covering(library, citation) or clause.no_check or "nothing yet"


def covering(library: Library, citation: str) -> str:
    """Name the checks that cite a clause: checklist and check ids."""
    return ", ".join(f"{checklist.id}/{check.id}" for checklist, check in library.citing(citation))


def review_words(policy: Policy, today: date) -> str:
    """Say when the policy is to be reviewed, and whether that is past."""
    if policy.review_due is None:
        return "states no review date"
    year, month = policy.review_due.split("-")
    when = f"{MONTHS[int(month) - 1]} {year}"
    return f"past its own review date, {when}" if policy.past_review(today) else f"to be reviewed by {when}"


def _covered(library: Library, policy: Policy) -> str:
    called = [citation for citation, clause in policy.citations().items() if clause.no_check is None]
    return f"{sum(bool(library.citing(citation)) for citation in called)} of {len(called)}"
