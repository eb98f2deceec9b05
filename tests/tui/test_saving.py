"""Saving: beside the event loop, told where it fails, and tried again with the next key."""

from collections.abc import Iterator
from threading import Event

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable
from audit_tui.journal.journal import Journal
from audit_tui.record import Result, Review
from audit_tui.tui.screens.sitting import SittingScreen

from .conftest import Open
from .seen import SIZE, flat, kept, press, settled, text

ANSWERS = ("1 Already right", "2 I changed it", "3 Not right yet", "4 I could not find it", "5 Does not apply",
           "6 Exception agreed", "n Note", "s Skip", "q Stop", "? Help")  # fmt: skip


def full_disk(*_: object) -> bytes:
    raise OSError(28, "No space left on device")


def unreadable(*_: object) -> object:
    raise Unreadable("this folder cannot be read")


@pytest.fixture
def broken_disk() -> Iterator[pytest.MonkeyPatch]:
    """Let every write to the disk fail until it is undone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", full_disk)
        yield patch


@pytest.mark.parametrize("size", [SIZE, (60, 20), (40, 30)])
async def test_an_answer_that_cannot_be_kept_is_told_at_the_top_and_the_card_stays(
    opened: Open, audit: Audit, chirp: Checklist, broken_disk: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    app = opened(chirp)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "1")
        await pilot.pause(0.1)
        seen = flat(app)
        assert "Not done" in seen
        (told,) = app._notifications
        assert "Make some room on this disk and try again." in told.message
        for words in ANSWERS:
            assert words in seen
        assert kept(audit) == {}
        await press(pilot, "up")
        await pilot.pause(0.1)
        assert "Not done" not in text(app)
        broken_disk.undo()
        await press(pilot, "1")
        assert "check 2 of 3" in text(app)
    assert kept(audit) == {"private": Result.PASS}


async def test_the_next_answer_takes_the_word_of_the_failure_away(
    opened: Open, chirp: Checklist, broken_disk: pytest.MonkeyPatch
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "1")
        broken_disk.undo()
        await press(pilot, "1")
        await pilot.pause(0.1)
        assert "Not done" not in text(app)
        assert "check 2 of 3" in text(app)


async def test_an_answer_that_was_kept_stays_where_the_journal_cannot_be_read_afterwards(
    opened: Open, chirp: Checklist, monkeypatch: pytest.MonkeyPatch, audit: Audit
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        with monkeypatch.context() as broken:
            broken.setattr("audit_tui.journal.journal.list_folder", unreadable)
            await press(pilot, "1")
            assert "check 2 of 3" in text(app)
    assert kept(audit) == {"private": Result.PASS}


async def test_the_screen_goes_on_while_the_disk_is_slow(
    opened: Open, audit: Audit, chirp: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, gate, replace = Event(), Event(), Journal.replace

    def wait(self: Journal, review: Review, before: bytes, data: bytes) -> None:
        began.set()
        assert gate.wait(10)
        replace(self, review, before, data)

    monkeypatch.setattr(Journal, "replace", wait)
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1")
        await pilot.press("3")
        assert began.wait(10)
        await pilot.resize_terminal(60, 30)
        await pilot.press("1", "s", "b")
        screen = app.screen
        assert isinstance(screen, SittingScreen)
        assert screen.busy
        assert screen.size.width == 60
        assert "check 2 of 3" in text(app)
        gate.set()
        await settled(pilot)
        assert "check 3 of 3" in text(app)
    assert kept(audit) == {"private": Result.PASS, "location": Result.FAIL}
