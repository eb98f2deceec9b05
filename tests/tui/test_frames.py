"""What opening a place and pressing a key cost, counted: frames, characters, files flushed. No clock is looked at."""

import asyncio
import os
import re
from datetime import timedelta

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

from audit_tui.audit import Audit
from audit_tui.record import Result
from audit_tui.tui.app import AuditApp
from audit_tui.tui.themes import DARK, LIGHT
from audit_tui.tui.widgets.key_line import KeyLine
from audit_tui.tui.widgets.row_list import RowList

from ..conftest import TODAY, Clock
from .conftest import Open
from .painted import count_calls, watch_frames
from .records import answered
from .seen import SIZE, press, settled, text

WIDE = (120, 40)


def words(frame: str) -> str:
    """Give what a frame writes, without what moves the cursor and sets colours, and without the scroll bar."""
    return " ".join(re.sub(r"\x1b\[[0-9;]*[A-Za-z]|[▁-█]", " ", frame).split())


@pytest.fixture
def lived_in(shipped: Audit, clock: Clock) -> Audit:
    """Hold every checklist that ships: more than one screen of them."""
    shipped.person.hold(TODAY, accounts=[each.id for each in shipped.person.choosable()], instead_of=())
    lists = shipped.person.library.checklists
    answered(shipped, lists["phone"], clock, Result.PASS, Result.FAIL, on=TODAY - timedelta(days=100))
    return shipped


@pytest.mark.parametrize("size", [WIDE, SIZE])
async def test_the_first_frame_of_the_board_is_the_whole_of_it(
    lived_in: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    frames = watch_frames(monkeypatch)
    app = AuditApp(lived_in, clock)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert words(text(app)) == words(frames[0])
        for part in ("Ten minutes now", "Phone", "Enter Start", "Quit", "Ctrl+P"):
            assert part in words(frames[0])


async def test_the_first_frame_of_a_card_is_the_whole_of_it(
    audit: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        frames = watch_frames(monkeypatch)
        await press(pilot, "enter")
        assert words(text(app)) == words(frames[0])
        for part in ("check 1 of 4", "Should be: ", "6 Exception agreed", "n Note", "? Help"):
            assert part in words(frames[0])


async def arrow(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)
    await settled(pilot)


async def test_an_arrow_key_paints_one_frame_of_two_rows_and_what_there_is_to_say_of_the_new_one(
    lived_in: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AuditApp(lived_in, clock)
    async with app.run_test(size=WIDE) as pilot:
        await arrow(pilot, "down")  # from the line for now to a checklist, which has a key more
        await arrow(pilot, "down")
        frames = watch_frames(monkeypatch)
        listed = count_calls(monkeypatch, KeyLine, "_piece")
        for key in ("down", "j", "up"):
            frames.clear()
            await arrow(pilot, key)
            assert len(frames) == 1
            assert sum(map(len, frames)) < 12 * WIDE[0]
            row = app.screen.query_one(RowList).current
            assert row
            assert words(frames[0]).count(row.title) == 1
            assert "0 of " in words(frames[0]).rpartition(row.title)[2]  # what there is to say of it
        assert listed == []


async def test_no_stylesheet_is_read_again(lived_in: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    again = count_calls(monkeypatch, Stylesheet, "reparse")
    app = AuditApp(lived_in, clock)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "h", "p", "n", "escape", "q", "enter", "n", "escape", "q")
        assert again == []
        await press(pilot, "t")
        assert len(again) == 1


async def test_an_answer_flushes_its_file_and_its_folder_and_nothing_else(
    opened: Open, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed = count_calls(monkeypatch, os, "fsync")
    app = opened(audit.person.library.checklists["chirp"])
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, "1")
        assert len(flushed) == 3  # the folder above, which has a new one in it
        flushed.clear()
        await press(pilot, "3")
        assert len(flushed) == 2


async def test_an_answer_goes_to_the_disk_and_looks_for_the_next_check_in_one_go(
    opened: Open, audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(audit.person.library.checklists["chirp"])
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        aside = count_calls(monkeypatch, asyncio, "to_thread")
        await press(pilot, "1")
        assert "check 2 of" in text(app)
        assert len(aside) == 1


async def test_the_keys_of_a_card_are_listed_once_before_its_first_frame(
    audit: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        board = app.screen.query_one(KeyLine)
        listed = count_calls(monkeypatch, KeyLine, "_offered")
        before: list[int] = []
        monkeypatch.setattr(App, "_display", lambda *_: before.append(sum(line is not board for (line,) in listed)))
        await press(pilot, "enter")
        assert before[0] == 1


@pytest.mark.parametrize("chosen", ["audit-light", "audit-dark", "textual-dark", "no such"])
async def test_the_theme_is_known_before_anything_is_styled(audit: Audit, clock: Clock, chosen: str) -> None:
    audit.person.choose("theme", chosen)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        theme = LIGHT if chosen == "audit-light" else DARK
        assert app.theme == theme.name
        assert app.has_class("-dark-mode") is theme.dark
        assert app.has_class("-light-mode") is not theme.dark
        assert app.screen.styles.background.hex.lower() == theme.background


async def test_a_new_screen_is_styled_once_and_one_that_was_covered_not_at_all(
    lived_in: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AuditApp(lived_in, clock)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        styled = count_calls(monkeypatch, Stylesheet, "apply")
        await press(pilot, "p")
        trips = app.screen
        assert sum(trips in call for call in styled) == 1
        assert sum(trips.query_one(RowList) in call for call in styled) <= 2  # once more for the focus
        styled.clear()
        await press(pilot, "q")
        assert sum(app.screen in call for call in styled) == 0
