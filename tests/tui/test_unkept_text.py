"""What was typed and cannot be kept: it stays in its field, it is said why and what to do, and the next try works."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from textual.widgets import Input, TextArea

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.form import FormScreen
from audit_tui.tui.screens.note import NoteScreen
from audit_tui.tui.widgets.key_line import KeyLine

from ..conftest import Clock
from .conftest import Open
from .seen import SIZE, in_box, press, text

IMEI = "490154203237518"


class Typed(NamedTuple):
    """A text that a person types: the keys to its field, to type it, to keep it; and what the field and the disk have."""

    way: tuple[str, ...]
    keys: tuple[str, ...]
    keep: tuple[str, ...]
    stands: tuple[str, ...]
    kept: Callable[[Audit, Checklist, Clock], object]


def note_of(audit: Audit, trouble: Checklist, clock: Clock) -> str:
    return audit.sitting(trouble, clock()).note(0)


def entries_of(audit: Audit, trouble: Checklist, clock: Clock) -> list[str]:
    return [entry.what for entry in audit.evidence(trouble, clock().date())[0]]


def trips_of(audit: Audit, _: Checklist, __: Clock) -> list[str]:
    return [trip.name for trip in audit.person.settings.read().trips]


def numbers_of(audit: Audit, _: Checklist, __: Clock) -> list[str]:
    return [number for _, numbers in audit.person.phone_numbers(whole=True) for number in numbers]


TYPED = {
    "a note": Typed(("n",), tuple("see 12"), ("escape",), ("see 12",), note_of),
    "an entry": Typed(("e",), (*"calls", "tab", *"monday", "tab", "tab", *"head"), ("enter",),
                      ("calls", "monday", "", "head"), entries_of),
    "a trip": Typed(("p", "n"), (*"Farm", "tab", *"10/6/2026"), ("tab", "enter"), ("Farm", "10/6/2026", ""), trips_of),
    "a number": Typed(("i", "r"), tuple(IMEI), ("tab", "enter"), (IMEI, ""), numbers_of),
}  # fmt: skip
SITTING = ("a note", "an entry")


def full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.fixture
def broken_disk() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", full_disk)
        yield patch


def in_fields(app: AuditApp) -> tuple[str, ...]:
    """Give what stands in each field of the box on top."""
    notes = tuple(each.text for each in app.screen.query(TextArea))
    return notes or tuple(each.value for each in app.screen.query(Input))


def keys_seen(app: AuditApp) -> list[str]:
    """Give the lines on which the keys of the box stand, as they are seen."""
    place = app.screen.query_one(KeyLine).region
    return [line[place.x : place.right].strip() for line in text(app).splitlines()[place.y : place.bottom]]


@pytest.mark.parametrize(
    ("what", "size"),
    [*((what, SIZE) for what in TYPED), ("a note", (60, 20)), ("an entry", (60, 20)), ("a number", (40, 30))],
)
async def test_it_stays_in_its_field_and_the_next_try_keeps_it(
    opened: Open, audit: Audit, trouble: Checklist, clock: Clock, broken_disk: pytest.MonkeyPatch, what: str,
    size: tuple[int, int],
) -> None:  # fmt: skip
    typed = TYPED[what]
    app = opened(trouble if what in SITTING else None)
    async with app.run_test(size=size) as pilot:
        await press(pilot, *typed.way, *typed.keys)
        keys = keys_seen(app)
        await press(pilot, *typed.keep)
        await pilot.pause(0.1)
        assert in_fields(app) == typed.stands
        for words in ("Not kept.", "Make some room on this disk and try again.", "What you typed is still here."):
            assert words in in_box(app)
        assert keys_seen(app) == keys
        broken_disk.undo()
        await press(pilot, *typed.keep[-1:])
        assert not isinstance(app.screen, NoteScreen | FormScreen)
    assert typed.kept(audit, trouble, clock) == (typed.stands[0] if what == "a note" else [typed.stands[0]])


@pytest.mark.parametrize("what", TYPED)
async def test_in_a_small_window_who_types_on_sees_the_field_again(
    opened: Open, trouble: Checklist, broken_disk: pytest.MonkeyPatch, what: str
) -> None:
    typed = TYPED[what]
    app = opened(trouble if what in SITTING else None)
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, *typed.way, *typed.keys, *typed.keep)
        await pilot.pause(0.1)
        assert "What you typed is still here." in in_box(app)
        await press(pilot, "7")
        field, shown = app.focused, app.screen.query_one("#box-text")
        assert field
        assert shown.region.y <= field.region.y < shown.region.bottom
    broken_disk.undo()


@pytest.mark.parametrize("then", ["ctrl+q", "escape"])
@pytest.mark.parametrize("what", SITTING)
async def test_the_program_is_not_left_with_a_text_that_cannot_be_kept_before_that_is_said(
    opened: Open, audit: Audit, trouble: Checklist, clock: Clock, broken_disk: pytest.MonkeyPatch, what: str,
    then: str,
) -> None:  # fmt: skip
    typed = TYPED[what]
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *typed.way, *typed.keys, "ctrl+q")
        await pilot.pause(0.1)
        assert app.return_code is None
        assert in_fields(app) == typed.stands
        assert "What you typed is still here. Quit once more to leave without it." in in_box(app)
        broken_disk.undo()
        if then == "ctrl+q":
            await pilot.press(then)
            assert app.return_code == 0
        else:
            await press(pilot, then)
    assert typed.kept(audit, trouble, clock) == (typed.stands[0] if what == "a note" else [typed.stands[0]])


@pytest.mark.parametrize("what", SITTING)
async def test_quitting_once_more_leaves_without_it(
    opened: Open, audit: Audit, trouble: Checklist, clock: Clock, broken_disk: pytest.MonkeyPatch, what: str
) -> None:
    typed = TYPED[what]
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *typed.way, *typed.keys, "ctrl+q")
        await pilot.press("ctrl+q")
        assert app.return_code == 0
    broken_disk.undo()
    assert not typed.kept(audit, trouble, clock)


async def test_half_an_entry_is_told_once_when_the_program_is_left(
    opened: Open, audit: Audit, trouble: Checklist, clock: Clock
) -> None:
    app = opened(trouble)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", "tab", *"monday", "ctrl+q")
        await pilot.pause(0.1)
        assert app.return_code is None
        assert "Say what happened. Quit once more to leave without it." in in_box(app)
        await pilot.press("ctrl+q")
        assert app.return_code == 0
    assert entries_of(audit, trouble, clock) == []


async def test_an_entry_kept_on_quitting_is_there_once(
    opened: Open, audit: Audit, trouble: Checklist, clock: Clock
) -> None:
    async with opened(trouble).run_test(size=SIZE) as pilot:
        await press(pilot, "e", *"calls", "ctrl+q")
    assert entries_of(audit, trouble, clock) == ["calls"]
