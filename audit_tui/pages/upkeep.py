"""For whoever keeps the content: the steps to be looked at again, and a word about one that led nowhere."""

from collections.abc import Iterator
from datetime import date

from audit_tui import __version__, phrases
from audit_tui.checklist import OWN_KNOWLEDGE, Check, Checklist, Confidence
from audit_tui.formats.page import Block, Facts, Page, Para, Table
from audit_tui.library.library import Library
from audit_tui.pages.how import before_blocks, step_blocks
from audit_tui.text import count, format_date

HEADS = ("Check", "Looked at", "Because")
FRESH = "Every step was compared within six months, and none is doubtful."
NOT_THERE = "The way to this setting could not be found as it is written. Please look at it again."
OTHERWISE = "Something in this check is not as it is written. Please look at it again."
BLANK = "(please write it here)"
PRIVATE = "This says nothing of the person who writes it: no name, no account, no answer."


def stale_page(library: Library, today: date) -> Page:
    """List the checks whose steps are older than six months, from memory, or of low confidence, list by list."""
    blocks: list[Block] = [
        Table(f"{checklist.title}: {count(len(rows), 'check')}", HEADS, rows)
        for checklist in library.checklists.values()
        if (rows := tuple(_rows(checklist, today)))
    ]
    return Page(f"Steps to look at again, {format_date(today)}", tuple(blocks or [Para(FRESH)]))


def _rows(checklist: Checklist, today: date) -> Iterator[tuple[str, ...]]:
    for check in checklist.checks:
        if (check.steps.devices or check.source) and (reasons := _reasons(checklist, check, today)):
            day = _compared(checklist, check)
            yield f"{checklist.id}:{check.id}", day.isoformat() if day else "-", ", ".join(reasons)


def _compared(checklist: Checklist, check: Check) -> date | None:
    """Give the day of what a check was compared with; None where its source has none."""
    return check.checked or (None if check.source else checklist.steps_verified)


def _reasons(checklist: Checklist, check: Check, today: date) -> list[str]:
    day, is_ours = _compared(checklist, check), check.source == OWN_KNOWLEDGE
    told = {
        "over six months ago": day is not None and phrases.is_stale(day, today),
        "date not known": day is None and not is_ours,
        "never compared": is_ours,
        "low confidence": check.confidence is Confidence.LOW,
    }
    return [reason for reason, holds in told.items() if holds]


def wrong_page(checklist: Checklist, check: Check, today: date) -> Page:
    """Write what can be sent to whoever keeps the content about a check whose steps led nowhere."""
    facts = [("Check", f"{checklist.id}:{check.id}"), ("It asks", check.ask)]
    facts += [(phrases.DEVICES[device], phrases.spoken_path(check.steps.on(device))) for device in check.steps.devices]
    facts += [("How sure", told)] if (told := phrases.honesty(checklist, check, today)) else []
    facts += [("Version", f"audit-tui {__version__}"), ("Seen on", format_date(today))]
    asked = Para(NOT_THERE if check.steps.devices else OTHERWISE)
    blank = Facts((("What is there instead", BLANK), ("Phone and version of the app", BLANK)))
    blocks = (asked, Facts(tuple(facts)), *before_blocks(check), *step_blocks(check), blank, Para(PRIVATE))
    return Page(f"{checklist.title}: a step that is wrong", blocks, "")
