"""An agreed exception: asked for in full, and kept or refused with everything that was typed still there."""

from datetime import date

import pytest
from textual.widgets import Input

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import LONGEST_WAIVER, Result

from ..conftest import TODAY, Clock
from .conftest import Open
from .seen import SIZE, flat, in_box, kept, press, sitting_screen, text, typed_ahead

FILLED = ("6", *"club", "enter", *"head", "enter", "enter")


async def test_an_exception_is_asked_for_in_full(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "6", "enter", "enter", "enter")
        assert "Say why." in in_box(app)
        await press(pilot, *"club", "enter", "enter", "enter")
        assert "Say which role agreed it." in in_box(app)
        await press(pilot, *"head")
        assert "Say which role" not in in_box(app)
        await press(pilot, "enter")
        assert app.screen.query_one("#until", Input).has_focus
        assert kept(audit) == {}
        await press(pilot, "enter")
        given = sitting_screen(app).sitting.given(0)
        assert given is not None
        assert (given.note, given.agreed_by, given.until) == ("club", "head", date(2026, 6, 2))
        await press(pilot, "b", "6", "escape")
        assert sitting_screen(app).sitting.given(0) == given
    assert kept(audit) == {"private": Result.WAIVED}


async def test_keys_typed_ahead_land_in_the_fields_they_were_meant_for(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "6")
        await typed_ahead(pilot, *"film", "enter", *"head", "enter", *"24/12/2026", "enter")
        given = sitting_screen(app).sitting.given(0)
    assert given is not None
    assert (given.note, given.agreed_by, given.until) == ("film", "head", date(2026, 12, 24))


async def test_what_is_wrong_is_told_however_fast_it_was_typed(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "6")
        await typed_ahead(pilot, *"film", "enter", *"head", "enter", *"soon", "enter")
        assert "Write a day of the calendar as" in in_box(app)


async def retyped(opened: Open, chirp: Checklist, day: str) -> tuple[str, list[str]]:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "6", "tab", "tab", *["backspace"] * 20, *day, "shift+tab", "shift+tab", *FILLED[1:])
        return in_box(app), [field.value for field in app.screen.query(Input)]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("soon", "Write a day of the calendar as"),
        ("1/3/2026", "Choose a day from today to a year from now."),
        ("4/3/2027", "Choose a day from today to a year from now."),
    ],
)
async def test_a_last_day_that_is_not_sound_is_said_with_everything_still_there(
    opened: Open, audit: Audit, chirp: Checklist, day: str, said: str
) -> None:
    words, values = await retyped(opened, chirp, day)
    assert said in words
    assert values == ["club", "head", day]
    assert kept(audit) == {}


@pytest.mark.parametrize("day", ["2/3/2026", "3/3/2027"])
async def test_the_last_day_may_be_today_or_a_year_from_now(
    opened: Open, audit: Audit, chirp: Checklist, day: str
) -> None:
    assert (date(2027, 3, 3) - TODAY).days == LONGEST_WAIVER
    await retyped(opened, chirp, day)
    assert kept(audit) == {"private": Result.WAIVED}


async def test_an_exception_that_cannot_be_kept_stays_in_its_fields(
    opened: Open, audit: Audit, chirp: Checklist
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        audit.paths.journal.write_text("in the way")
        await press(pilot, *FILLED)
        assert "Not kept." in in_box(app)
        assert [field.value for field in app.screen.query(Input)] == ["club", "head", "2 June 2026"]
        audit.paths.journal.unlink()
        await press(pilot, "enter")
        assert "check 2 of 3" in text(app)
    assert kept(audit) == {"private": Result.WAIVED}


@pytest.mark.parametrize(("day", "ended"), [(1, False), (2, True)])
async def test_an_exception_is_said_to_end_only_on_its_last_day(
    opened: Open, clock: Clock, chirp: Checklist, day: int, *, ended: bool
) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press(pilot, *FILLED, "1", "1")
    clock.day = date(2026, 6, day)
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l", "home", "enter")
        seen = flat(app)
    assert "Last time: exception agreed until 2 June 2026, by head, 2 March 2026" in seen
    assert ("Asked again: the agreed exception ends today" in seen) is ended
