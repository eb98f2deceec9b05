"""Wherever a check's how is shown, steps alone are numbered, and what must be known first stands before the way."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist, Device
from audit_tui.formats.html import to_html
from audit_tui.formats.markdown import to_markdown
from audit_tui.formats.page import Facts, Page, Para, Points
from audit_tui.formats.text import spoken_lines, to_text
from audit_tui.library.library import Library
from audit_tui.pages.checklists import checklist_page
from audit_tui.pages.how import way_blocks
from audit_tui.pages.sheet import sheet_page
from audit_tui.pages.upkeep import wrong_page
from audit_tui.plain.card import card_lines, other_devices
from audit_tui.settings.choices import Phone
from audit_tui.sitting.sitting import Sitting
from audit_tui.tui.widgets.check_card import card_text

from .conftest import TODAY, Clock
from .kept_homes import home
from .shipped import LIBRARY

NUMBERED = re.compile(r"^\W*(?:Step )?\d+[.:]\W*(?:Note:|Before you start)", re.MULTILINE)
LISTED = re.compile(r"<li>\s*(?:Note:|Before you start)")
SHIPPED = [*LIBRARY.checklists.values()]


def outputs(page: Page) -> Iterator[str]:
    yield to_text(page)
    yield to_markdown(page)
    yield to_html(page, TODAY)
    yield "\n".join(spoken_lines(page))


def pages(library: Library, checklist: Checklist, today: date) -> Iterator[Page]:
    yield checklist_page(checklist, library, today)
    yield sheet_page(checklist)


@pytest.mark.parametrize("checklist", SHIPPED, ids=lambda checklist: checklist.id)
def test_on_no_page_and_no_card_is_a_note_a_step(checklist: Checklist, tmp_path: Path, clock: Clock) -> None:
    audit = Audit(home(tmp_path, "new"))
    told = [text for page in pages(LIBRARY, checklist, TODAY) for text in outputs(page)]
    sitting = audit.sitting(checklist, clock())
    for position, asked in enumerate(sitting.asked):
        check = asked.status.check
        told += ["\n".join(card_lines(sitting, position, phone, TODAY)) for phone in Phone]
        told += ["\n".join(other_devices(check)), to_text(wrong_page(checklist, check, TODAY))]
        told += [card(audit, sitting, position, device) for device in (*check.steps.devices, Device.ANY)]
    for text in told:
        assert not NUMBERED.search(text)
        assert not LISTED.search(text)


def card(audit: Audit, sitting: Sitting, position: int, device: Device) -> str:
    return "".join(text for text, _ in card_text(sitting, position, device, audit.person.library, TODAY))


def test_a_page_counts_on_after_a_note_and_warns_before_the_way(chirp: Checklist) -> None:
    how = ("Choose a code.", "Note: six digits are enough.", "Before you start: write it down.", "Turn it on.")
    check = replace(chirp.checks[0], how=how)
    known, before, way, *steps = way_blocks(check)
    assert isinstance(known, Facts)
    assert isinstance(way, Facts)
    assert [name for name, _ in known.pairs] == ["Should be", "Why"]
    assert before == Para(how[2])
    assert way.pairs
    first, second = Points(how[:1], numbered=True), Points(how[3:], numbered=True, first=2)
    assert steps == [first, Para(how[1]), second]
    page = Page("A page", tuple(steps))
    assert "1. Choose a code.\n\nNote: six digits are enough.\n\n2. Turn it on." in to_text(page)
    assert "\n2. Turn it on" in to_markdown(page)
    assert '<ol start="2"' in to_html(page, TODAY)


def test_a_page_leaves_no_line_out(chirp: Checklist) -> None:
    for checklist in [*SHIPPED, chirp]:
        for check in checklist.checks:
            blocks = way_blocks(check)
            told = [block.text for block in blocks if isinstance(block, Para)]
            told += [item for block in blocks if isinstance(block, Points) for item in block.items]
            assert sorted(told) == sorted(check.how)
