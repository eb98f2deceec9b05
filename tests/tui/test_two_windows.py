"""Two windows on the same files: neither asks what the other was told, and neither undoes the other's work."""

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput
from audit_tui.tui.screens.end import EndScreen

from ..conftest import TODAY, Clock
from .conftest import Open
from .seen import SIZE, flat, kept, press, settled, sitting_screen, text


def say(audit: Audit, checklist: Checklist, clock: Clock, result: Result, *positions: int) -> None:
    """Answer these checks in a window of its own."""
    sitting = Audit(audit.paths).sitting(checklist, clock())
    for position in positions:
        sitting.answer(position, AnswerInput(result), clock())


async def test_what_another_window_answered_meanwhile_is_passed_over(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        say(audit, chirp, clock, Result.FIXED, 1)
        await press(pilot, "3")
        assert "check 3 of 3" in text(app)
        await press(pilot, "b")
        assert "Answered in another window: changed to be right, 2 March 2026" in flat(app)
        await press(pilot, "l")
        assert "changed to be right" in text(app)
        await press(pilot, "end", "enter", "1")
        assert isinstance(app.screen, EndScreen)
        assert "2 of 3 looked at" in flat(app)
        assert "1 check answered in another window meanwhile." in flat(app)
    assert kept(audit) == {"private": Result.FAIL, "location": Result.FIXED, "old-posts": Result.PASS}


async def test_the_end_says_it_where_the_other_window_answered_all_that_was_left(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        say(audit, chirp, clock, Result.PASS, 1, 2)
        await press(pilot, "s")
        assert isinstance(app.screen, EndScreen)
        assert "0 of 3 looked at. You can close this now. 2 checks answered in another window meanwhile." in flat(app)


async def test_a_check_answered_elsewhere_can_still_be_answered_here(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await settled(pilot)
        say(audit, chirp, clock, Result.FAIL, 1)
        await press(pilot, "1", "b", "2")
    assert kept(audit) == {"private": Result.PASS, "location": Result.FIXED}


async def test_an_answer_withdrawn_in_another_window_is_taken_back_here_without_harm(
    opened: Open, audit: Audit, chirp: Checklist
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "3")
        other = Audit(audit.paths)
        (review,) = other.history("chirp", TODAY)[0]
        other.withdraw(review, TODAY, "private")
        await press(pilot, "l", "home", "enter", "x")
        assert sitting_screen(app).sitting.given(0) is None
        assert kept(audit) == {"location": Result.FAIL}
        await press(pilot, "2")
    assert kept(audit) == {"private": Result.FIXED, "location": Result.FAIL}


async def test_taking_back_works_where_another_hand_changed_the_file(
    opened: Open, audit: Audit, chirp: Checklist
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "3")
        (file,) = audit.paths.journal.iterdir()
        file.write_text(file.read_text() + "\n")
        await press(pilot, "l", "home", "enter", "x")
        assert sitting_screen(app).sitting.given(0) is None
    assert kept(audit) == {"location": Result.FAIL}
