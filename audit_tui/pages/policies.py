"""The report on a policy: the clauses that nothing covers yet, those that checks cover, and those that need none."""

from collections.abc import Sequence
from datetime import date

from audit_tui.checklist import Check, Checklist
from audit_tui.formats.page import Block, Page, Para, Table
from audit_tui.library.coverage import Coverage, coverage
from audit_tui.library.library import Library
from audit_tui.policy import Clause, Policy
from audit_tui.text import MONTHS, count, format_date, join_words, sentence

FOOT = "It shows what the checklists ask. It does not show what anybody has done."
MAP_THEM = "In the policy's file, name a check in covered_by, or say in no_check why none is needed."
HEADS = ("Id", "School", "Dated", "Covered", "Review")
MOST_TOLD = 3


def policies_page(library: Library, today: date) -> Page:
    """List the policies, the school's own first, with their clauses counted, and which are past their review date."""
    policies = sorted(library.policies.values(), key=lambda policy: policy.id not in library.own)
    rows = tuple(
        (policy.id, policy.school, format_date(policy.dated), _share(library, policy), review_words(policy, today))
        for policy in policies
    )
    return Page("Policies", (Table(count(len(rows), "policy", "policies"), HEADS, rows),))


def policy_page(library: Library, policy: Policy, today: date, *, short: bool = False) -> Page:
    """Set out one policy's clauses and what covers each; the short page leaves out what they ask."""
    found = coverage(library, policy)
    blocks: list[Block] = [
        Para(f"{policy.title}, {format_date(policy.dated)}. {sentence(review_words(policy, today))}"),
        Para(coverage_words(found)),
    ]
    if found.bare:
        blocks.append(_table("Covered by nothing yet", [(clause, ()) for clause in found.bare], short=short))
        blocks += [Para(MAP_THEM)] if policy.id in library.own else []
    if found.covered:
        rows = [(clause, (covering(checks),)) for clause, checks in found.covered]
        blocks.append(_table("Covered by a check", rows, "Covered by", short=short))
    if found.needless:
        needless = [(clause, (clause.no_check or "",)) for clause in found.needless]
        blocks.append(_table("Needs no check", needless, "Because", short=short))
    return Page(policy.school, tuple(blocks), FOOT)


def coverage_words(found: Coverage) -> str:
    """Count the clauses that checks cover, that need none, and that nothing covers yet."""
    covered, needless, bare = map(len, found)
    need = "needs" if needless == 1 else "need"
    total = count(covered + needless + bare, "clause")
    return f"{total}: {covered} covered by a check, {needless} {need} none, {bare} covered by nothing yet."


def covering(checks: tuple[tuple[Checklist, Check], ...]) -> str:
    """Name the checks that cover a clause as staff see them, by list and question; of many, one of the gravest."""
    if len(checks) <= MOST_TOLD:
        return " ".join(map(_asked, checks))
    titles = [*dict.fromkeys(checklist.title for checklist, _ in checks)]
    where = join_words(titles) if len(titles) <= MOST_TOLD else count(len(titles), "checklist")
    return f"{len(checks)} checks in {where}, such as {_asked(min(checks, key=lambda each: each[1].severity.rank))}"


def _asked(covering_one: tuple[Checklist, Check]) -> str:
    checklist, check = covering_one
    return f"{checklist.title}: {check.ask}"


def review_words(policy: Policy, today: date) -> str:
    """Say when the policy is to be reviewed, and whether that is past."""
    if policy.review_due is None:
        return "states no review date"
    year, month = policy.review_due.split("-")
    when = f"{MONTHS[int(month) - 1]} {year}"
    return f"past its own review date, {when}" if policy.past_review(today) else f"to be reviewed by {when}"


def _table(caption: str, rows: Sequence[tuple[Clause, tuple[str, ...]]], *more: str, short: bool) -> Table:
    heads = ("Clause", *(() if short else ("Asks",)), *more)
    cells = tuple((clause.ref, *(() if short else (clause.gist.removesuffix("."),)), *told) for clause, told in rows)
    return Table(f"{caption}: {count(len(rows), 'clause')}", heads, cells)


def _share(library: Library, policy: Policy) -> str:
    found = coverage(library, policy)
    return f"{len(found.covered)} of {len(found.covered) + len(found.bare)}"
