"""The end of a sitting: one calm page of what came of it, and a key that takes all of it back."""

from datetime import date

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import Result
from audit_tui.settings.choices import Phone
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.end import EndScreen

from ..conftest import TODAY, Clock
from .conftest import Open
from .seen import SIZE, flat, kept, press, settled, sitting_screen, text, typed_ahead


async def test_the_end_says_what_came_of_it_and_when_to_look_again(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "2", "4")
        seen = flat(app)
    assert "That was one minute" in seen
    assert (
        "3 of 3 looked at, 1 already right, 1 put right, 1 still to do. All of it is kept. You can close this now."
        in seen
    )
    assert "You put right ------------- - Chirp: Is the place left off your posts?" in seen
    assert "Still to do ----------- - Chirp: Have you looked through your old posts? (could not be found)" in seen


async def test_what_does_not_apply_and_exceptions_are_not_already_right(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "6", *"club", "enter", *"head", "enter", "enter", "3")
        seen = flat(app)
    assert "0 already right, 0 put right, 1 still to do, 1 does not apply, 1 exception agreed. All" in seen
    assert "Chirp: Have you looked through your old posts?" in seen
    assert "could not be found" not in seen


async def test_two_that_do_not_apply_are_two(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "5", "q")
        assert "2 do not apply. All of it is kept." in flat(app)


async def test_that_one_can_close_this_is_in_sight_however_much_is_still_to_do(shipped: Audit, clock: Clock) -> None:
    shipped.person.hold(TODAY, accounts=["facebook"], phone=Phone.IPHONE)
    checklist = shipped.person.library.checklists["facebook"]
    app = AuditApp(shipped, clock, first=checklist)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *"3333333333", "q")
        assert isinstance(app.screen, EndScreen)
        assert "You can close this now." in text(app)


async def test_a_sitting_with_only_a_note_says_that_it_is_kept(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", *"ask", "escape", "q")
        assert isinstance(app.screen, EndScreen)
        assert "0 of 3 looked at. Your note is kept." in flat(app)
        assert "Take this sitting back" not in text(app)
        await press(pilot, "x")
        assert isinstance(app.screen, EndScreen)
        await press(pilot, "b", "s", "n", *"too", "escape", "q")
        assert "0 of 3 looked at. Your notes are kept." in flat(app)


async def test_a_sitting_whose_note_was_cleared_again_ends_at_once(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n", "a", "escape", "n", "backspace", "escape", "q")
        assert isinstance(app.screen, BoardScreen)


async def test_the_day_to_look_again_is_said_once_nothing_is_due(opened: Open) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "1", "1", "5", "1")
        assert "Nothing is due until 2 June 2026." in flat(app)
        assert "Still to do" not in text(app)
        assert "You put right" not in text(app)


async def test_after_an_early_stop_nothing_is_said_to_be_due_today(fresh: Audit, clock: Clock) -> None:
    fresh.person.hold(TODAY, accounts=["chirp"], phone=Phone.IPHONE)
    clock.day = date(2026, 5, 1)
    app = AuditApp(fresh, clock, first=fresh.person.library.checklists["chirp"])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "q")
        seen = flat(app)
    assert "1 of 3 looked at" in seen
    assert "3 checks left for today or any other day." in seen
    assert "ext due" not in seen
    assert "until 1 May" not in seen
    assert "You can close this now." in seen


async def test_one_goes_back_from_the_end_to_the_check_one_stopped_at(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "q", "b")
        assert sitting_screen(app) is app.screen
        assert "check 2 of 3" in text(app)
        await press(pilot, "q", "escape")
        assert isinstance(app.screen, BoardScreen)


async def test_x_takes_one_answer_back_for_good(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "3", "b", "x")
        assert "check 2 of 3" in text(app)
        assert "Your answer now" not in text(app)
        assert kept(audit) == {"private": Result.PASS}
        await press(pilot, "q", "q")
    assert kept(Audit(audit.paths)) == {"private": Result.PASS}


async def test_the_last_answer_taken_back_leaves_no_file(opened: Open, audit: Audit, chirp: Checklist) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press(pilot, "1", "b", "x", "q")
        assert isinstance(pilot.app.screen, BoardScreen)
    assert list(audit.paths.journal.iterdir()) == []


async def test_x_at_the_end_takes_the_whole_sitting_back_after_a_yes(
    opened: Open, audit: Audit, chirp: Checklist
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "3", "q", "x")
        assert "Take back every answer of this sitting?" in flat(app)
        await press(pilot, "enter", "n")
        assert isinstance(app.screen, EndScreen)
        assert len(kept(audit)) == 2
        await press(pilot, "x", "y")
        assert isinstance(app.screen, BoardScreen)
    assert kept(audit) == {}


async def test_keys_typed_ahead_at_the_end_crash_nothing(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "q")
        await typed_ahead(pilot, "x", "x", "y", "y")
        await settled(pilot)
        assert len(app.screen_stack) <= 4
    assert kept(audit) in ({}, {"private": Result.PASS})


async def test_a_sitting_that_cannot_be_taken_back_says_so_and_stays(
    opened: Open, audit: Audit, chirp: Checklist
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "1", "q")
        (file,) = audit.paths.journal.iterdir()
        file.unlink()
        audit.paths.journal.rmdir()
        audit.paths.journal.write_text("in the way")
        await press(pilot, "x", "y")
        assert isinstance(app.screen, EndScreen)
        assert "Not done" in text(app)
