"""How it looks: every size, both themes, without colour, and with text that would do harm."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.color import Color
from rich.segment import Segment
from textual.pilot import Pilot
from textual.widgets import Static

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.paths import Paths, find_paths
from audit_tui.record import Result
from audit_tui.settings.choices import Phone
from audit_tui.sitting.given import AnswerInput
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.themes import THEMES
from audit_tui.tui.widgets.key_line import KeyLine
from audit_tui.tui.widgets.row_list import RowList

from ..conftest import CHIRP, TODAY, Clock
from .records import answered
from .seen import flat, lines, text

SIZES = [(40, 30), (60, 20), (80, 24), (120, 40), (200, 50)]
JOURNEY = {
    "board": (), "sitting": ("enter",), "note": ("enter", "n"), "exception": ("enter", "6"),
    "overview": ("enter", "l"), "end": ("enter", "1", "q"), "history": ("down", "h"), "confirm": ("down", "h", "w"),
    "given": ("down", "h", "enter"), "summary": ("s",), "help": ("f1",), "accounts": ("a",), "phone": ("a", "enter"),
    "joined": ("a", "enter", "enter"), "trips": ("p",), "trip": ("p", "n"), "phones": ("i",), "team": ("m",),
    "statement": ("g", "A", "tab", "t", "enter"), "palette": ("ctrl+p",), "search": ("ctrl+p", "g", "o"),
}  # fmt: skip
BOXES = {"note", "exception", "confirm", "trip", "team", "statement", "palette", "search"}


@pytest.fixture
def lived_in(audit: Audit, clock: Clock, chirp: Checklist) -> Audit:
    """Somebody with one review behind them that left something open, and a trip to come."""
    answered(audit, chirp, clock, Result.PASS, Result.FAIL)
    audit.person.plan_trip("Farm", TODAY, TODAY)
    return audit


@pytest.fixture
def shipped(tmp_path: Path) -> Audit:
    """Somebody with the four usual accounts and nothing done, over the library as it is shipped."""
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path / "own")}))
    audit.person.hold(TODAY, accounts=["facebook", "instagram", "whatsapp"], phone=Phone.ANDROID)
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
            for widget in app.screen.query("#title, #headline, #standing, KeyLine, AnswerBar, #box, #detail"):
                assert app.screen.region.contains_region(widget.region), (widget, widget.region, size)
            for row_list in app.screen.query(RowList):
                drawn = " ".join(" ".join(each) for each in row_list._drawn)
                assert max(map(len, drawn.split()), default=0) < size[0]
                assert all(len(line) < size[0] for each in row_list._drawn for line in each)
                told = [word for row in row_list.rows for word in f"{row.title} {row.state} {row.figure}".split()]
                assert drawn.split() == told
            if place not in BOXES:
                assert "? Help" in flat(app)


@pytest.mark.parametrize("place", JOURNEY)
async def test_after_growing_no_row_is_left_blank_for_nothing(lived_in: Audit, clock: Clock, place: str) -> None:
    async with at(lived_in, clock, place, (120, 40)) as (app, pilot):
        before = [(type(each), each.region) for each in app.screen.query("#title, #headline, KeyLine, AnswerBar")]
        for size in ((40, 24), (60, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
        assert [(type(e), e.region) for e in app.screen.query("#title, #headline, KeyLine, AnswerBar")] == before


async def test_a_low_narrow_window_shows_eight_checklists_at_least(shipped: Audit, clock: Clock) -> None:
    async with at(shipped, clock, "board", (60, 20)) as (app, _):
        titles = {row.title for row in app.screen.query_one(RowList).rows}
        found = [line for line in text(app).splitlines() if any(line[2:].startswith(title) for title in titles)]
        assert len(found) >= 8
        assert "Ten minutes now: " in flat(app)
        assert "? Help" in flat(app)


async def test_the_smallest_window_still_shows_what_to_do_and_how(shipped: Audit, clock: Clock) -> None:
    async with at(shipped, clock, "board", (40, 12)) as (app, pilot):
        seen = flat(app)
        assert "Ten minutes now: " in seen
        assert "▸ Ten minutes now" in seen
        assert "? Help Enter Start" in seen
        await pilot.press("end")
        await pilot.pause()
        assert "▸" in text(app)


@pytest.mark.parametrize(("height", "most"), [(19, 1), (20, 2), (23, 2), (24, 5)])
async def test_a_low_window_has_few_lines_of_keys(shipped: Audit, clock: Clock, height: int, most: int) -> None:
    async with at(shipped, clock, "board", (40, height)) as (app, _):
        assert app.screen.query_one(KeyLine).region.height == most
        assert "? Help" in flat(app)
        assert ("q Quit" in flat(app)) is (most > 2)


@pytest.mark.parametrize("width", [60, 80, 81, 82, 83, 84])
async def test_a_page_is_not_wrapped_twice(shipped: Audit, clock: Clock, width: int) -> None:
    async with at(shipped, clock, "help", (width, 12)) as (app, _):
        page = app.screen.query_one("#page-text", Static)
        assert page.region.height == len(str(page.content).splitlines())


async def test_what_does_not_fit_beside_stands_below(shipped: Audit, clock: Clock) -> None:
    for width, beside in ((80, True), (40, False)):
        async with at(shipped, clock, "board", (width, 40)) as (app, _):
            row = next(line for line in text(app).splitlines() if line.strip().startswith("Facebook"))
            assert ("not started" in row) is beside


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
    return contrast_of(front, back)


def contrast_of(front: Color, back: Color) -> float:
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


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_what_went_wrong_can_be_read_in_both_themes(lived_in: Audit, clock: Clock, theme: str) -> None:
    async with at(lived_in, clock, "board", (80, 24)) as (app, pilot):
        app.theme = theme
        app.notify("It was not done.", title="Not done", severity="error")
        await pilot.pause(0.3)
        toast = [each for each in live(app) if "done" in each.text]
        assert len(toast) == 2
        assert all(contrast(segment) >= 4.5 for segment in toast)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_without_colour_the_row_under_the_cursor_is_a_bar_of_its_own(
    lived_in: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    lived_in.person.choose("theme", theme)
    async with at(lived_in, clock, "board", (80, 24)) as (app, pilot):
        for _ in range(2):
            (bar,) = (line for line in lines(app) if any(map(reversed_, line)))
            assert bar[0].text.startswith("▸ ")
            assert all(contrast(segment) >= 4.5 for segment in live(app) if readable(segment))
            other = next(line for line in lines(app) if line[0].text.startswith("  "))
            assert contrast_of(ground(bar[0]), ground(other[0])) >= 4.5
            await pilot.press("down")
            await pilot.pause()


def ground(segment: Segment) -> Color:
    style = segment.style
    assert style is not None
    found = style.color if style.reverse else style.bgcolor
    assert found is not None
    return found


def reversed_(segment: Segment) -> bool:
    return bool(segment.style and segment.style.reverse and segment.text.strip())


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
    audit.person.hold(TODAY, accounts=["chirp"], phone=Phone.IPHONE)
    chirp = audit.person.library.checklists["chirp"]
    audit.sitting(chirp, clock()).answer(0, AnswerInput(Result.FAIL, nasty), clock())
    for place in JOURNEY:
        async with at(audit, clock, place, (120, 60)) as (app, _):
            if place in ("board", "sitting", "overview", "history", "given", "summary", "accounts"):
                assert nasty in text(app), place


def test_no_screen_opens_files() -> None:
    folder = Path(__file__).parents[2] / "audit_tui" / "tui"
    for path in folder.rglob("*.py"):
        source = path.read_text()
        assert "open(" not in source.replace("def action_open(", ""), path


async def test_the_board_is_the_first_screen(audit: Audit, clock: Clock) -> None:
    async with at(audit, clock, "board", (80, 24)) as (app, _):
        assert isinstance(app.screen, BoardScreen)
