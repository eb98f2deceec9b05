"""The names by which a policy's file, or a school's changes, may name checks: one by one, and several together."""

import re

from audit_tui.checklist import Check, Checklist
from audit_tui.errors import UsageError
from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Table
from audit_tui.library.library import Library
from audit_tui.library.references import References
from audit_tui.text import count

ABOUT = "These names may stand in covered_by of a clause, and in check of a change."


def references_page(library: Library, words: str = "") -> Page:
    """List the checks in which all the words occur, and the names that stand for several. Raises UsageError."""
    wanted = [word.removesuffix("s") for word in words.casefold().split()]
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
    blocks: list[Block] = [Para(ABOUT)]
    blocks += [Table("For several", ("Name", "Stands for"), several)] if several else []
    return Page("What a clause may name", (*blocks, Heading("For one"), Facts(tuple(found.items()))))


def _has(told: str, words: list[str]) -> bool:
    """Tell whether each word is there, or one that begins so: friend in friends, but not head in threads."""
    return all(re.search(rf"\b{re.escape(word)}", told) for word in words)


def _told(checklist: Checklist, check: Check) -> str:
    of_list = (checklist.id, checklist.title, *checklist.also)
    return " ".join((*of_list, check.id, check.area, check.like or "", check.ask, check.expect)).casefold()
