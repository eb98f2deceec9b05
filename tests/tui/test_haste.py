"""A key acts on the card that was seen when it was pressed: held down, pasted or typed ahead, it ticks nothing."""

import asyncio
from collections.abc import Iterable

import pytest
from textual import events
from textual.pilot import Pilot

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import Result
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.sitting import SittingScreen
from audit_tui.tui.widgets.haste import Haste

from .conftest import Open
from .seen import SIZE, flat, kept, press, settled, sitting_screen, text, typed_ahead

ONLY_THE_FIRST = {"private": Result.PASS}
MOMENT = 0.001


class Seconds:
    """A clock for haste that stands still until it is moved."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("seen", "keys", "too_soon"),
    [
        (0, [("1", Haste.SEEN)], False),
        (0, [("1", Haste.SEEN - MOMENT)], True),
        (0, [("2", 0.0), ("1", Haste.SEEN)], False),
        (0, [("1", 0.0), ("1", Haste.AGAIN)], False),
        (0, [("1", 0.0), ("1", Haste.AGAIN - MOMENT)], True),
        (-10, [("s", 0.0), ("1", Haste.GAP)], False),
        (-10, [("s", 0.0), ("1", Haste.GAP - MOMENT)], True),
        (0, [("1", -1.0)], True),
        (0, [], True),
    ],
)
def test_a_key_counts_from_the_moment_on_which_it_can_have_been_meant(
    real_haste: type[Haste], seen: float, keys: Iterable[tuple[str, float]], *, too_soon: bool
) -> None:
    haste = real_haste(Seconds(seen))
    haste.seen()
    for key, at in keys:
        haste.pressed(key, at)
    assert haste.too_soon() is too_soon


def test_a_card_that_is_covered_takes_no_answer(real_haste: type[Haste]) -> None:
    haste = real_haste(Seconds(0))
    haste.seen()
    haste.covered()
    haste.pressed("1", 1000.0)
    assert haste.too_soon()


def test_the_waits_are_those_of_people_and_keyboards(real_haste: type[Haste]) -> None:
    """A held key is repeated after a second at most, then every 50 milliseconds or sooner."""
    assert real_haste.AGAIN == 1.0
    assert 0.05 < real_haste.GAP <= 0.2
    assert real_haste.SEEN < 1.0


async def press_at(pilot: Pilot[None], *keys: tuple[str, float]) -> None:
    """Press keys so many seconds after the card on the screen was seen, each after what the one before it did."""
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SittingScreen)
    seconds = screen.haste.clock = Seconds(0)
    screen.haste.seen()
    for key, at in keys:
        event = events.Key(key, key)
        seconds.now = event.time = at
        pilot.app.post_message(event)
        await settled(pilot)


@pytest.mark.usefixtures("real_haste")
async def test_a_considered_key_answers(opened: Open, audit: Audit, chirp: Checklist) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press_at(pilot, ("1", 2.0), ("3", 4.0), ("3", 6.0))
    assert kept(audit) == {**ONLY_THE_FIRST, "location": Result.FAIL, "old-posts": Result.FAIL}


@pytest.mark.usefixtures("real_haste")
async def test_a_key_held_down_for_a_second_answers_one_card(opened: Open, audit: Audit, chirp: Checklist) -> None:
    repeats = [("1", 2.66 + n / 30) for n in range(29)]
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press_at(pilot, ("1", 2.0), *repeats)
        assert "check 2 of 3" in text(pilot.app)
    assert kept(audit) == ONLY_THE_FIRST


@pytest.mark.parametrize("keys", ["13", "1" * 30, "1234512345"])
async def test_keys_typed_ahead_answer_the_card_that_was_seen_and_no_other(
    opened: Open, audit: Audit, chirp: Checklist, keys: str
) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await typed_ahead(pilot, *keys)
    assert kept(audit) == ONLY_THE_FIRST


@pytest.mark.usefixtures("real_haste")
async def test_digits_that_come_as_keys_right_after_the_card_answer_nothing(
    opened: Open, audit: Audit, chirp: Checklist
) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await typed_ahead(pilot, *"31122030")
        assert "check 1 of 3" in text(pilot.app)
    assert kept(audit) == {}


@pytest.mark.usefixtures("real_haste")
async def test_a_key_that_was_too_quick_is_told_so(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press_at(pilot, ("1", 0.1))
        assert "That was quick: read the check, then" in text(app)
        assert "press again." in text(app)
        await press_at(pilot, ("1", 2.0))
        assert "That was quick" not in flat(app)
    assert kept(audit) == ONLY_THE_FIRST


@pytest.mark.usefixtures("real_haste")
async def test_the_next_card_takes_no_answer_before_it_was_drawn(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        screen = sitting_screen(app)
        screen.haste.clock = Seconds(0)
        screen.haste.seen()
        screen.show_check(1)
        screen.haste.pressed("1", 1000.0)
        assert screen.haste.too_soon()


async def test_a_paste_answers_nothing(opened: Open, audit: Audit, chirp: Checklist) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await settled(pilot)
        pilot.app.post_message(events.Paste("123456"))
        await settled(pilot)
    assert kept(audit) == {}


@pytest.mark.parametrize("keys", [("q", "q"), ("q", "1"), ("q", "n"), ("l", "l"), ("l", "enter", "enter"), ("n", "n"),
                                  ("s", "question_mark"), ("1", "q"), ("x", "x"), ("6", "6")])  # fmt: skip
async def test_keys_typed_ahead_crash_nothing(opened: Open, audit: Audit, chirp: Checklist, keys: tuple[str]) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await typed_ahead(pilot, *keys)
        assert sum(isinstance(screen, SittingScreen) for screen in app.screen_stack) <= 1
        assert len(app.screen_stack) <= 3
    assert kept(audit) in ({}, ONLY_THE_FIRST)


async def test_a_key_after_stopping_answers_nothing(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await typed_ahead(pilot, "q", "1")
        assert isinstance(app.screen, BoardScreen)
    assert kept(audit) == {}


async def test_enter_twice_on_the_board_opens_one_sitting(opened: Open) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await typed_ahead(pilot, "enter", "enter")
        assert sitting_screen(app) is app.screen


async def test_enter_twice_in_the_list_goes_to_one_check(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l", "end")
        await typed_ahead(pilot, "enter", "enter")
        assert sitting_screen(app) is app.screen
        assert "check 3 of 3" in text(app)


async def test_help_opened_while_the_last_check_is_skipped_stays(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s", "s")
        await typed_ahead(pilot, "s", "question_mark")
        assert "Keys here" in text(app)
        await press(pilot, "q")
        assert sitting_screen(app) is app.screen


@pytest.mark.usefixtures("real_haste")
async def test_a_double_click_answers_one_card(opened: Open, audit: Audit, chirp: Checklist) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await asyncio.sleep(Haste.SEEN)
        await pilot.click("AnswerBar", offset=(4, 1), times=2)
        await settled(pilot)
    assert kept(audit) == ONLY_THE_FIRST
