"""The names by which a policy's file, or a school's changes, may name checks: one by one, and several together."""

from audit_tui.checklist import Check, Checklist
from audit_tui.errors import UsageError
from audit_tui.formats.page import Page, Para, Table
from audit_tui.library.library import Library
from audit_tui.library.references import References
from audit_tui.text import count

ABOUT = "These names may stand in covered_by of a clause, and in check of a change."
HEADS = ("Name", "Asks")


def references_page(library: Library, words: str = "") -> Page:
    """List the checks in which all the words occur, and the names that stand for several. Raises UsageError."""
    wanted = words.casefold().split()
    found = {
        f"{checklist.id}:{check.id}": check.ask
        for checklist in library.checklists.values()
        for check in checklist.checks
        if _has(_told(checklist, check), wanted)
    }
    if not found:
        raise UsageError(f'no check speaks of "{words}"', remedy="try one word, such as location or photo")
    several = tuple(
        (name, count(len(places), "check"))
        for name, places in References(library.checklists).places.items()
        if name not in found and (_has(name, wanted) or all(":".join(place) in found for place in places))
    )
    tables = (Table("For several", ("Name", "Stands for"), several), Table("For one", HEADS, tuple(found.items())))
    return Page("What a clause may name", (Para(ABOUT), *(table for table in tables if table.rows)))


def _has(told: str, words: list[str]) -> bool:
    return all(word in told.casefold() for word in words)


def _told(checklist: Checklist, check: Check) -> str:
    of_list = (checklist.id, checklist.title, *checklist.also)
    return " ".join((*of_list, check.id, check.area, check.like or "", check.ask, check.expect))
