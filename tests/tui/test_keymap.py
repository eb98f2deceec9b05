"""A person's own keys, and help, which names them."""

from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.phrases import RESULTS
from audit_tui.tui.app import AuditApp
from audit_tui.tui.help import key_groups
from audit_tui.tui.keymap import checked_keymap, key_name, usual_keys
from audit_tui.tui.screens.dialog import Dialog
from audit_tui.tui.screens.titled_screen import TitledScreen

from ..conftest import Clock
from .seen import flat, text

GROUPS = key_groups(AuditApp.BINDINGS)


def refused(name: str, key: str) -> str:
    keymap, problems = checked_keymap({name: key}, GROUPS, "settings.toml")
    assert bool(problems) is (name not in keymap)
    return " ".join(map(str, problems))


@pytest.mark.parametrize(
    ("name", "key", "holder"),
    [
        ("board.summary", "j", "list.down"), ("history.withdraw", "k", "list.up"), ("accounts.mark", "home", "list.first"),
        ("board.quit", "h", "board.history"), ("trips.new", "f1", "app.help"), ("phones.new", "ctrl+p", "app.palette"),
        ("list.down", "m", "board.team"), ("confirm.yes", "escape", "dialog.never_mind"), ("app.help", "o", "sitting.page"),
    ],
)  # fmt: skip
def test_a_key_that_something_on_the_same_screen_holds_is_refused(name: str, key: str, holder: str) -> None:
    assert f'"{key}" is already the key of {holder}' in refused(name, key)


@pytest.mark.parametrize("key", [",", "a,b", "", "banana", "ctrl+", "hyper+a", "\x07"])
def test_what_is_no_key_is_refused(key: str) -> None:
    assert "is not a key. Write one such as" in refused("board.summary", key)


@pytest.mark.parametrize("key", ["z", "f2", "ctrl+n", "space", "é", "Z"])
def test_a_free_key_is_taken(key: str) -> None:
    assert refused("board.summary", key) == ""


def test_a_name_that_is_none_is_told_with_the_names_there_are() -> None:
    assert "settings.toml, keys, board.fly: nothing has this name. Use one of board.accounts, board.files," in (
        told := refused("board.fly", "f2")
    )
    assert "trips" not in told.replace("board.trips", "")
    assert "Use one of accounts.…, app.…, board.…," in refused("nowhere.fly", "f2")


def test_a_key_given_up_is_free_for_another() -> None:
    keymap, problems = checked_keymap({"board.summary": "z", "board.team": "s"}, GROUPS, "settings.toml")
    assert (keymap, problems) == ({"board.summary": "z", "board.team": "s"}, [])


def kinds(place: type[Screen[Any]]) -> list[type[Screen[Any]]]:
    return [kind for below in place.__subclasses__() for kind in (below, *kinds(below))]


def test_every_key_of_every_screen_has_a_name_of_its_own_and_can_be_changed() -> None:
    own = [
        binding
        for kind in {*kinds(TitledScreen), *kinds(Dialog)} if kind.__module__.startswith("audit_tui")
        for binding in kind.__dict__.get("BINDINGS", ())
    ]  # fmt: skip
    assert len(own) > 40
    names = [binding.id for binding in own if isinstance(binding, Binding)]
    assert len(names) == len(own)
    assert len({*names}) == len(names)
    assert {*names} <= usual_keys(GROUPS).keys()


async def test_a_key_that_is_wrong_is_told_and_the_others_work(audit: Audit, clock: Clock) -> None:
    audit.person.choose("keys", {"board.summary": "z", "board.quit": "j", "board.fly": "f2", "sitting.note": ","})
    app = AuditApp(audit, clock)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert "Summary of privacy checks" in text(app)
        await pilot.press("q")
        await pilot.pause()
        assert "3 settings could not be used: press f." in flat(app)
        await pilot.press("f")
        await pilot.pause()
        seen = flat(app)
        assert '"j" is already the key of list.down' in seen
        assert "board.fly: nothing has this name" in seen
        assert '"," is not a key' in seen


async def test_help_names_the_answers_and_the_keys_in_words(audit: Audit, clock: Clock, chirp: Checklist) -> None:
    app = AuditApp(audit, clock, first=chirp)
    async with app.run_test(size=(80, 100)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        seen = flat(app)
        for number, words in enumerate(RESULTS.values(), start=1):
            assert f"{number}: {words}" in seen
        assert "q or Esc: Stop" in seen
        for foreign in ("notapplicable", "sitting.", "walk.", "⏎", "question_mark"):
            assert foreign not in seen


@pytest.mark.parametrize(
    ("key", "name"), [("enter", "Enter"), ("pageup", "Page Up"), ("question_mark", "?"), ("s", "s")]
)
def test_a_key_is_named_as_it_stands_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


async def test_help_over_help_opens_no_second_one(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("f1", "f1", "question_mark"):
            await pilot.press(key)
            await pilot.pause()
        assert len(app.screen_stack) == 2
