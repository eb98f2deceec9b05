"""How to do it: what must be known first comes before the way, notes are no steps, other phones' lines are left out."""

from dataclasses import replace

import pytest

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.checklist import Check, Checklist, Device
from audit_tui.plain.card import card_lines, other_devices
from audit_tui.settings.choices import Phone

from .conftest import TODAY, Clock

HOW = (
    "On an iPhone: Settings, Face ID & Passcode.",
    "On Android: Settings, Device unlock.",
    "Note: six digits are enough.",
    "On a Samsung or an older Android: Lock screen first.",
    "Before you start: write the code down.",
    "Choose a code.",
)
ONLY_ANDROID = ("On Android: Settings, Device unlock.", "On a computer look there too.")


@pytest.fixture
def check(chirp: Checklist) -> Check:
    return replace(chirp.checks[0], how=HOW)


@pytest.mark.parametrize(
    ("device", "told"),
    [
        (Device.IPHONE, [(1, 0), (0, 2), (2, 5)]),
        (Device.ANDROID, [(1, 1), (0, 2), (2, 3), (3, 5)]),
        (Device.SAMSUNG, [(0, 2), (1, 3), (2, 5)]),
        (Device.WEB, [(1, 0), (2, 1), (0, 2), (3, 3), (4, 5)]),
        (Device.ANY, [(1, 0), (2, 1), (0, 2), (3, 3), (4, 5)]),
    ],
)
def test_each_phone_has_its_own_lines_and_only_steps_are_counted(
    check: Check, device: Device, told: list[tuple[int, int]]
) -> None:
    assert phrases.numbered_steps(check, device) == tuple((number, HOW[place]) for number, place in told)
    assert phrases.before_the_way(check) == (HOW[4],)


def test_a_samsung_that_is_shown_the_labels_of_android_hears_its_own_lines(check: Check) -> None:
    own = phrases.numbered_steps(check, Device.ANDROID, Phone.SAMSUNG)
    assert own == phrases.numbered_steps(check, Device.SAMSUNG)
    assert phrases.numbered_steps(check, Device.IPHONE, Phone.SAMSUNG) == phrases.numbered_steps(check, Device.IPHONE)


def test_a_samsung_has_what_is_for_android_where_nothing_is_its_own(check: Check) -> None:
    check = replace(check, how=ONLY_ANDROID)
    assert [line for _, line in phrases.numbered_steps(check, Device.SAMSUNG)] == [*ONLY_ANDROID]
    assert [line for _, line in phrases.numbered_steps(check, Device.IPHONE)] == [ONLY_ANDROID[1]]


def test_what_must_be_known_first_is_spoken_before_the_way(
    fresh: Audit, chirp: Checklist, check: Check, clock: Clock
) -> None:
    sitting = fresh.sitting(replace(chirp, checks=(check,)), clock())
    lines = list(card_lines(sitting, 0, Phone.IPHONE, TODAY))
    way = next(line for line in lines if line.startswith("On an iPhone: Profile"))
    assert lines.index(HOW[4]) == lines.index(way) - 1
    assert lines[lines.index(way) + 1 :][:3] == [f"Step 1: {HOW[0]}", HOW[2], f"Step 2: {HOW[5]}"]
    assert {*HOW} <= {*other_devices(check)}


def test_a_single_step_has_no_number(fresh: Audit, chirp: Checklist, check: Check, clock: Clock) -> None:
    check = replace(check, how=("Note: it may take a day.", "Choose a code."))
    lines = list(card_lines(fresh.sitting(replace(chirp, checks=(check,)), clock()), 0, Phone.IPHONE, TODAY))
    assert {"Note: it may take a day.", "Choose a code."} <= {*lines}


def test_the_same_page_is_said_only_where_the_last_way_was_for_the_same_device(
    fresh: Audit, chirp: Checklist, clock: Clock
) -> None:
    fresh.person.choose("phone", "iphone")
    both = {"web": ("Settings", "Privacy", "A"), "iphone": ("Profile", "Settings", "A")}
    first = replace(chirp.checks[0], steps=replace(chirp.checks[0].steps, android=(), **both))
    second = replace(chirp.checks[1], steps=replace(chirp.checks[1].steps, web=("Settings", "Privacy", "B"), iphone=()))
    sitting = fresh.sitting(replace(chirp, checks=(first, second)), clock())
    assert [each.same_page for each in sitting.asked] == [False, False]
    alike = replace(second, steps=replace(second.steps, iphone=("Profile", "Settings", "B")))
    sitting = fresh.sitting(replace(chirp, checks=(first, alike)), clock())
    assert [each.same_page for each in sitting.asked] == [False, True]
