"""How it looks: every size, both themes, without colour, and with text that would do harm."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.color import Color
from rich.segment import Segment
from textual.pilot import Pilot

from audit_tui.audit import AnswerInput, Audit
from audit_tui.checklist import Checklist
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.accounts import AccountsScreen
from audit_tui.tui.themes import THEMES

from ..conftest import CHIRP, TODAY, Clock
from .seen import flat, lines, text

SIZES = [(40, 24), (60, 20), (80, 24), (120, 40)]
JOURNEY = {
    "board": (), "walk": ("enter",), "note": ("enter", "n"), "exception": ("enter", "6"), "ending": ("enter", "1", "q"),
    "history": ("h",), "confirm": ("h", "w"), "summary": ("s",), "help": ("f1",), "accounts": ("a",),
    "phone": ("a", "enter"), "joined": ("a", "enter", "enter"), "trips": ("p",), "trip": ("p", "n"), "phones": ("i",), "palette": ("ctrl+p",), "search": ("ctrl+p", "g", "o"),
}  # fmt: skip


@pytest.fixture
def lived_in(audit: Audit, clock: Clock, chirp: Checklist) -> Audit:
    """Somebody with one review behind them that left something open."""
    for result in (Result.PASS, Result.FAIL):
        draft = audit.answer(audit.open(chirp, TODAY), chirp, chirp.checks[0], AnswerInput(result, "a note"), TODAY)
        audit.finish(draft, chirp, clock(), TODAY)
    return audit


@asynccontextmanager
async def at(
    audit: Audit, clock: Clock, place: str, size: tuple[int, int]
) -> AsyncIterator[tuple[AuditApp, Pilot[None]]]:
    app = AuditApp(audit, clock)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        for key in JOURNEY[place]:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause(0.1)
        yield app, pilot


@pytest.mark.parametrize("place", JOURNEY)
async def test_everything_fits_at_every_size(lived_in: Audit, clock: Clock, place: str) -> None:
    async with at(lived_in, clock, place, (80, 24)) as (app, pilot):
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
            assert len(lines(app)) == size[1]
            for widget in app.screen.query("#title, #headline, KeyLine, AnswerBar, #box, #detail"):
                assert app.screen.region.contains_region(widget.region), (widget, widget.region, size)
            if place not in ("palette", "search", "note", "exception", "confirm", "ending", "trip"):
                assert "Help" in text(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_keys_of_a_place_are_all_there_at_every_size(
    lived_in: Audit, clock: Clock, size: tuple[int, int]
) -> None:
    async with at(lived_in, clock, "walk", size) as (app, _):
        seen = flat(app)
        for words in ("n Note", "s Skip", "b Back", "d Other device", "o Open page", "q Stop", "? Help"):
            assert words in seen
        for number, words in enumerate(("Already right", "I changed it", "Not right yet", "I could not find it",
                                        "Does not apply to me", "Exception agreed"), start=1):  # fmt: skip
            assert f"{number} {words}" in seen


def luminance(color: Color) -> float:
    triplet = color.get_truecolor()
    parts = [value / 255 for value in (triplet.red, triplet.green, triplet.blue)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(segment: Segment) -> float:
    style = segment.style
    assert style is not None
    front, back = style.color, style.bgcolor
    if front is None or back is None:
        return 21.0
    if style.reverse:
        front, back = back, front
    low, high = sorted((luminance(front), luminance(back)))
    return (high + 0.05) / (low + 0.05)


def readable(segment: Segment) -> bool:
    return any(char.isalnum() for char in segment.text)


def live(app: AuditApp) -> list[Segment]:
    """Give what can be read and acted on: with a dialog open, what is in its box."""
    boxes = [widget.region for widget in app.screen.query("#box, #--container")]
    if not boxes:
        return [segment for line in lines(app) for segment in line]
    box = boxes[0]
    return [segment for y in range(box.y, box.bottom)
            for segment in app.screen._compositor.render_strips()[y].crop(box.x, box.right)]  # fmt: skip


@pytest.mark.parametrize("place", JOURNEY)
async def test_every_word_on_every_screen_has_contrast(lived_in: Audit, clock: Clock, place: str) -> None:
    async with at(lived_in, clock, place, (80, 24)) as (app, pilot):
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause(0.1)
            poor = {(segment.text.strip(), round(contrast(segment), 1), theme.name) for segment in live(app)
                    if readable(segment) and segment.style and contrast(segment) < 4.5}  # fmt: skip
            assert poor == set()


async def test_without_colour_the_cursor_and_the_states_are_still_told(
    lived_in: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at(lived_in, clock, "board", (80, 24)) as (app, _):
        row = next(line for line in lines(app) if any("▸" in segment.text for segment in line))
        assert any(segment.style and segment.style.reverse for segment in row)
        assert "1 to put right" in text(app) or "1 of 3 answered" in text(app)


NASTY = ["[bold]x[/]", "[x] [/y] [bold] {title} %s $name \\[ <b>&amp;", "[/] [@click=app.quit]x[/]"]


@pytest.mark.parametrize("nasty", NASTY)
async def test_text_from_files_is_shown_as_it_is_written(places: Paths, clock: Clock, nasty: str) -> None:
    quoted = "'" + nasty + "'"
    hostile = CHIRP
    for old in ('"Chirp"', '"Is your profile private?"', '"Private profile: on"', '"Otherwise every pupil can read it."',
                '"What others can see of you on Chirp."', '"Look at it in a private window."', '"Private profile"'):  # fmt: skip
        hostile = hostile.replace(old, quoted)
    (places.builtin / "chirp.toml").write_text(hostile)
    audit = Audit(places)
    audit.choose("accounts", ["chirp"])
    audit.choose("phone", "iphone")
    for place in JOURNEY:
        async with at(audit, clock, place, (120, 60)) as (app, _):
            if place in ("board", "walk", "history", "summary", "accounts"):
                assert nasty in text(app), place
    chirp = audit.library.checklists["chirp"]
    draft = audit.answer(audit.open(chirp, TODAY), chirp, chirp.checks[0], AnswerInput(Result.FAIL, nasty), TODAY)
    audit.finish(draft, chirp, clock(), TODAY)
    async with at(audit, clock, "walk", (120, 60)) as (app, _):
        assert f"(your note: {nasty})" in text(app)


async def test_a_key_that_is_wrong_is_told_and_the_others_work(audit: Audit, clock: Clock) -> None:
    audit.choose("keys", {"board.summary": "z", "board.quit": "h", "board.fly": "f2", "walk.note": "banana"})
    app = AuditApp(audit, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("z")
        await pilot.pause()
        assert "Checklists up to date" in text(app)
        await pilot.press("q", "f")
        await pilot.pause()
        seen = flat(app)
        assert '"h" is already the key of board.history' in seen
        assert "board.fly: nothing has this name" in seen
        assert '"banana" is not a key' in seen


async def test_the_accounts_are_asked_only_once(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not isinstance(app.screen, AccountsScreen)


def test_no_screen_opens_files() -> None:
    folder = Path(__file__).parents[2] / "audit_tui" / "tui"
    for path in folder.rglob("*.py"):
        source = path.read_text()
        assert "open(" not in source.replace("audit.open(", "").replace("def action_open(", ""), path
