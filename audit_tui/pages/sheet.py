"""A blank sheet of a checklist, to fill in by hand."""

from audit_tui import phrases
from audit_tui.checklist import Checklist
from audit_tui.formats.page import Block, Boxes, Facts, Heading, Page, Para
from audit_tui.pages.how import way_blocks
from audit_tui.schedule.minutes import estimate_all
from audit_tui.text import count

ANSWERS = ("Right", "Changed", "Not yet", "Not found", "Does not apply", "Exception")
HEAD = "Name or initials: ________________   Date: ____________   Next due: ____________"

FOOT = "For yourself. If you hand something in, dates and counts are enough."


def sheet_page(checklist: Checklist, *, short: bool = False) -> Page:
    """Set a checklist out with boxes to tick; the short one leaves out reasons and steps."""
    minutes = estimate_all(((check, False) for check in checklist.checks), None)
    size = f"{count(len(checklist.checks), 'check')}, {phrases.about(minutes)}, {checklist.cadence}."
    blocks: list[Block] = [Para(HEAD), Para(size)]
    for number, check in enumerate(checklist.checks, start=1):
        blocks.append(Heading(f"{number}. {check.ask}"))
        blocks += [Facts((("Should be", check.expect),))] if short else way_blocks(check)
        blocks.append(Boxes(ANSWERS))
    return Page(f"{checklist.title}: to fill in", tuple(blocks), FOOT)
