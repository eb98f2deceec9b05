"""The evidence log of an incident: every entry is kept, none is lost by a key, and it lasts until it is over."""

import string

import pytest
from textual import events
from textual.widgets import Input

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import NOTE_LIMIT, Evidence
from audit_tui.schedule.board import State
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.end import EndScreen
from audit_tui.tui.screens.form import FormScreen

from ..conftest import TODAY, Clock
from .conftest import Open
from .records import logged
from .seen import SIZE, flat, in_box, press, settled, sitting_screen, text, typed_ahead

ENTRY = (*"calls", "enter", "enter", "enter", "enter")
KEYS = (*string.ascii_lowercase, *string.digits, *string.ascii_uppercase, *[f"f{n}" for n in range(2, 13)], "enter",
        "delete", "backspace", "tab", "left", "right", "home", "end", "escape", "ctrl+z", "ctrl+x", "ctrl+d")  # fmt: skip


def log(audit: Audit, trouble: Checklist) -> list[Evidence]:
    entries, problems = audit.evidence(trouble, TODAY)
    assert problems == []
    return entries


async def test_an_entry_counts_without_any_answer(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *"calls", "enter", *"monday", "enter", *"phone", "enter", *"head", "enter")
        assert sitting_screen(app) is app.screen
        await press(pilot, "q")
        assert isinstance(app.screen, EndScreen)
        seen = flat(app)
        assert "0 of 2 looked at. You can close this now. 1 entry kept in the evidence log." in seen
        assert "If you are attacked online: under way since 2 March 2026, 1 entry, 0 of 2 done." in seen
        assert "left for today" not in seen
        assert "in all" not in seen
        assert "Take this sitting back" not in seen
        await press(pilot, "enter")
        assert "under way since 2 March 2026, 1 entry" in flat(app)
    (entry,) = log(audit, trouble)
    assert (entry.what, entry.when, entry.where, entry.told) == ("calls", "monday", "phone", "head")


async def test_no_key_deletes_an_entry(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *ENTRY)
        await pilot.press(*KEYS)
        await settled(pilot)
    assert "calls" in [entry.what for entry in log(audit, trouble)]


async def test_taking_the_whole_sitting_back_leaves_the_log(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *ENTRY, "1", "q", "x", "y")
        assert isinstance(app.screen, BoardScreen)
    assert len(log(audit, trouble)) == 1
    assert audit.status(trouble, TODAY).answered == 0


async def test_two_equal_entries_are_two(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *ENTRY, "e", *ENTRY, "q")
        assert "2 entries kept in the evidence log." in flat(app)
    assert [entry.what for entry in log(audit, trouble)] == ["calls", "calls"]


async def test_enter_pressed_twice_keeps_an_entry_once(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *ENTRY[:-1])
        assert isinstance(app.screen, FormScreen)
        await typed_ahead(pilot, "enter", "enter")
    assert len(log(audit, trouble)) == 1


async def test_an_entry_needs_to_say_what_happened(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "tab", *"monday", "enter", "enter", "enter")
        assert "Say what happened." in in_box(app)
        assert app.screen.query_one("#when", Input).value == "monday"
        assert app.screen.query_one("#what", Input).has_focus
    assert log(audit, trouble) == []


async def test_escape_keeps_what_was_typed(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "e")
        assert "Esc Keep and go back" in in_box(app)
        assert "Never mind" not in in_box(app)
        await press(pilot, *"calls", "enter", *"monday", "escape")
        assert sitting_screen(app) is app.screen
        assert "Kept in the evidence log." in text(app)
    assert [(entry.what, entry.when) for entry in log(audit, trouble)] == [("calls", "monday")]


async def test_keys_typed_ahead_of_escape_are_kept(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await typed_ahead(pilot, *"calls", "enter", *"monday", "escape")
    assert [(entry.what, entry.when) for entry in log(audit, trouble)] == [("calls", "monday")]


async def test_escape_says_once_what_is_missing(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "tab", *"mon", "escape")
        assert "Say what happened. Esc once more leaves without it." in in_box(app)
        await press(pilot, "tab", *"day", "escape")
        assert app.screen.query_one("#when", Input).value == "monday"
        await press(pilot, "escape")
        assert sitting_screen(app) is app.screen
    assert log(audit, trouble) == []


async def test_escape_with_nothing_typed_goes_back_at_once(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "escape")
        assert sitting_screen(app) is app.screen
    assert log(audit, trouble) == []


async def test_an_entry_under_way_is_kept_once_when_the_program_is_left(
    opened: Open, audit: Audit, trouble: Checklist
) -> None:
    async with opened(trouble).run_test(size=SIZE) as pilot:
        await press(pilot, "e", *ENTRY, "e", *"letter")
        await pilot.press("ctrl+q")
    assert [entry.what for entry in log(audit, trouble)] == ["calls", "letter"]


async def test_an_entry_without_what_happened_is_no_trouble_when_the_program_is_left(
    opened: Open, audit: Audit, trouble: Checklist
) -> None:
    async with opened(trouble).run_test(size=SIZE) as pilot:
        await press(pilot, "e", "tab", *"monday")
        await pilot.press("ctrl+q")
    assert log(audit, trouble) == []


async def test_an_entry_too_long_is_refused_with_every_field_still_filled(
    opened: Open, audit: Audit, trouble: Checklist
) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *"calls", "enter", *"monday", "enter", *"phone", "enter")
        app.post_message(events.Paste("a" * (NOTE_LIMIT + 1)))
        await press(pilot, "enter")
        assert "Not kept. Whom you told has 1,001 letters" in in_box(app)
        values = [field.value for field in app.screen.query(Input)]
        assert values == ["calls", "monday", "phone", "a" * (NOTE_LIMIT + 1)]
        await press(pilot, "backspace", "enter")
        assert sitting_screen(app) is app.screen
    assert [len(entry.told) for entry in log(audit, trouble)] == [NOTE_LIMIT]


@pytest.mark.parametrize(
    ("pasted", "there"),
    [("one\ntwo\r\nthree\n", "one two three"), ("a" * 1500, "a" * 1500), ("[b]x[/b] $y", "[b]x[/b] $y")],
)
async def test_a_paste_into_a_field_loses_nothing(
    opened: Open, trouble: Checklist, pasted: str, there: str
) -> None:  # fmt: skip
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "<", ">", "left")
        app.post_message(events.Paste(pasted))
        await settled(pilot)
        assert app.screen.query_one("#what", Input).value == f"<{there}>"


async def test_a_paste_takes_the_place_of_what_is_selected(opened: Open, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *"abc", "shift+left", "shift+left")
        app.post_message(events.Paste("x\ny"))
        await settled(pilot)
        assert app.screen.query_one("#what", Input).value == "ax y"


async def test_when_it_is_over_the_list_is_dormant(opened: Open, audit: Audit, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *ENTRY)
        assert audit.status(trouble, TODAY).state is State.UNDER_WAY
        await press(pilot, "v", "escape")
        assert audit.status(trouble, TODAY).state is State.UNDER_WAY
        await press(pilot, "v", "enter")
        assert isinstance(app.screen, EndScreen)
        assert "2 entries kept in the evidence log." in flat(app)
        await press(pilot, "enter")
        assert "under way" not in text(app)
    assert audit.status(trouble, TODAY).state is State.RESTING
    assert [(entry.what, entry.over) for entry in log(audit, trouble)] == [("calls", False), ("It is over.", True)]


async def test_nobody_is_timed_in_an_incident(opened: Open, trouble: Checklist) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert text(app).splitlines()[0].strip() == "If you are attacked online · check 1 of 2"


async def test_only_what_is_under_way_can_be_over(opened: Open, audit: Audit, trouble: Checklist, clock: Clock) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        assert sitting_screen(app) is app.screen
        assert "It is over" not in text(app)
        await press(pilot, "1")
        assert "v It is over" in text(app)
        await press(pilot, "b", "x")
        assert "It is over" not in text(app)
        await press(pilot, "e", *ENTRY)
        assert "v It is over" in text(app)
        await press(pilot, "v", "enter", "b")
        assert "It is over" not in text(app)
    logged(audit, trouble, clock, "calls again")
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "v It is over" in text(app)


async def test_only_an_incident_has_a_log(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "v")
        assert sitting_screen(app) is app.screen
        assert "Evidence log" not in text(app)
    assert log(audit, chirp) == []
