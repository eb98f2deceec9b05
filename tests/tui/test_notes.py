"""Notes: kept by themselves, with or without an answer, and never thrown away by a key."""

from datetime import datetime
from threading import Event

import pytest
from textual import events
from textual.widgets import TextArea

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import NOTE_LIMIT, Result
from audit_tui.sitting.sitting import Sitting
from audit_tui.tui.screens import note
from audit_tui.tui.screens.note import NoteScreen
from audit_tui.tui.screens.sitting import SittingScreen

from ..conftest import Clock
from .conftest import Open
from .seen import SIZE, in_box, kept, press, settled, sitting_screen, text


def noted(audit: Audit, chirp: Checklist, clock: Clock, position: int = 0) -> str:
    """Give the note that a new sitting finds."""
    return audit.sitting(chirp, clock()).note(position)


async def test_a_note_is_kept_by_itself_after_the_last_key(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert note.PAUSE == 2.0
    monkeypatch.setattr(note, "PAUSE", 0.01)
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", *"see 12")
        await pilot.pause(0.05)
        await settled(pilot)
        assert isinstance(app.screen, NoteScreen)
        assert "Kept." in text(app)
        assert noted(audit, chirp, clock) == "see 12"
    assert kept(audit) == {}


async def test_a_note_is_not_written_at_every_key(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:  # fmt: skip
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press(pilot, "n", *"abc")
        assert noted(audit, chirp, clock) == ""


@pytest.mark.parametrize("leave", ["escape", "tab", "ctrl+s"])
@pytest.mark.parametrize("then", ["s", "b", "3", "q"])
async def test_a_note_is_kept_when_its_field_is_left(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock, leave: str, then: str
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", *"see 12", leave)
        assert isinstance(app.screen, SittingScreen)
        assert "Your note: see 12" in text(app)
        await press(pilot, then)
    assert noted(audit, chirp, clock) == "see 12"
    assert kept(audit) == ({"private": Result.FAIL} if then == "3" else {})


async def test_a_note_is_there_when_it_is_opened_again_and_can_be_mended(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press(pilot, "n", *"see 12", "escape", "s", "b", "n", "3", "escape", "q")
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        assert app.screen.query_one(TextArea).text == "see 123"
        await press(pilot, *["backspace"] * 7, "escape")
        assert "Your note" not in text(app)
    assert noted(audit, chirp, clock) == ""


async def test_a_note_under_way_is_kept_when_the_program_is_left(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press(pilot, "n", *"see 12")
        await pilot.press("ctrl+q")
    assert noted(audit, chirp, clock) == "see 12"


async def test_a_note_too_long_is_refused_with_the_text_still_there(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        pilot.app.post_message(events.Paste("a" * (NOTE_LIMIT + 1)))
        await press(pilot, "escape")
        assert isinstance(app.screen, NoteScreen)
        assert "Not kept. The note has 1,001 letters and at most 1,000 can be kept" in in_box(app)
        assert len(app.screen.query_one(TextArea).text) == NOTE_LIMIT + 1
        await press(pilot, "backspace", "escape")
        assert isinstance(app.screen, SittingScreen)
    assert len(noted(audit, chirp, clock)) == NOTE_LIMIT


async def test_a_note_of_several_lines_is_kept_whole(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press(pilot, "n", "a", "enter", "b", "escape")
    assert noted(audit, chirp, clock) == "a\nb"


async def test_what_is_typed_while_the_note_is_being_kept_is_kept_too(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, gate = Sitting.remark, Event()

    def wait(self: Sitting, position: int, words: str, now: datetime) -> None:
        gate.wait(10)
        slow(self, position, words, now)

    monkeypatch.setattr(Sitting, "remark", wait)
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", "a")
        await pilot.press("escape", "b", "escape")
        gate.set()
        await settled(pilot)
        assert sitting_screen(app) is app.screen
    assert noted(audit, chirp, clock) == "ab"


async def test_clearing_the_note_of_an_exception_leaves_the_exception(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", *"club", "escape", "6", "enter", *"head", "enter", "enter", "b")
        await press(pilot, "n", *["backspace"] * 4, "escape")
        assert isinstance(app.screen, SittingScreen)
    (review,) = audit.history("chirp", clock.day)[0]
    assert [(answer.result, answer.note) for answer in review.answers] == [(Result.WAIVED, "club")]
    assert noted(audit, chirp, clock) == ""
