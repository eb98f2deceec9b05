"""The reports on what is asked: the checklists there are, and one of them whole."""

from datetime import date

from audit_tui import phrases
from audit_tui.cadence import Cadence
from audit_tui.checklist import Check, Checklist, Kind
from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Table
from audit_tui.library.library import Library
from audit_tui.pages.how import way_blocks
from audit_tui.phrases.asked import asked_by
from audit_tui.schedule.minutes import estimate_all
from audit_tui.text import count

KINDS = {Kind.PLATFORM: "Platforms", Kind.DEVICE: "Devices", Kind.ROUTINE: "Routines"}


def library_page(library: Library, held: tuple[Checklist, ...]) -> Page:
    """List every checklist with its id, other names and size, and whether it is asked of this person."""
    blocks: list[Block] = []
    for kind, heading in KINDS.items():
        listed = [checklist for checklist in library.checklists.values() if checklist.kind is kind]
        if listed:
            rows = tuple(
                (item.id, item.title, str(len(item.checks)), "yes" if item in held else "no") for item in listed
            )
            blocks.append(
                Table(f"{heading}: {count(len(rows), 'checklist')}", ("Id", "Title", "Checks", "Yours"), rows)
            )
    names = tuple((item.title, ", ".join(item.also)) for item in library.checklists.values() if item.also)
    if names:
        blocks += [Heading("Also found as"), Facts(names)]
    return Page("Checklists", tuple(blocks))


def checklist_page(
    checklist: Checklist, library: Library, today: date, first: Check | None = None, *, cadence: Cadence | None = None
) -> Page:
    """Set out one checklist whole, every check with its steps, reasons and clauses; one may be asked for first.

    `cadence` is how often the list comes round here, if not as it says itself.
    """
    minutes = estimate_all(((check, False) for check in checklist.checks), None)
    size = f"{count(len(checklist.checks), 'check')}, {phrases.about(minutes)}, {cadence or checklist.cadence}."
    blocks: list[Block] = [Para(checklist.about)] if checklist.about else []
    blocks.append(Para(size))
    for number, check in sorted(enumerate(checklist.checks, start=1), key=lambda each: each[1] is not first):
        blocks += check_blocks(checklist, check, library, today, f"{number}. {check.ask}")
    return Page(checklist.title, tuple(blocks))


def check_blocks(checklist: Checklist, check: Check, library: Library, today: date, heading: str) -> list[Block]:
    """Set out one check: what it should be, where to choose it, what to do there, and where it comes from."""
    blocks: list[Block] = [Heading(heading), *way_blocks(check)]
    rest = [("To make sure", check.verify)] if check.verify else []
    rest += asked_by(check, library) or [("Asked by", phrases.GOOD_PRACTICE)]
    if told := phrases.honesty(checklist, check, today):
        rest.append(("How sure", told))
    return [*blocks, Facts(tuple(rest))] if rest else blocks
