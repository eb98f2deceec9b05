"""Widgets that do no more than they must: a text that moves nothing, a background drawn once."""

import pytest
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.selection import SELECT_ALL
from textual.visual import Visual
from textual.widgets import Static

from audit_tui.checklist import Checklist
from audit_tui.tui.widgets.check_card import CheckCard
from audit_tui.tui.widgets.key_line import KeyLine
from audit_tui.tui.widgets.steady_text import SteadyText

from .conftest import Open
from .painted import count_calls
from .seen import SIZE, lines, press, settled, sitting_screen, text

WIDTH = 30


class Pair(App[None]):
    """A text, and what stands under it."""

    CSS = "SteadyText { height: auto; }"

    def compose(self) -> ComposeResult:
        yield SteadyText()
        yield Static("below", id="below")


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [("one", "two", False), ("one", "one\ntwo", True), ("one\ntwo", "three", True), ("a", "b" * WIDTH, False),
     ("a" * WIDTH, "b" * (WIDTH + 1), True), ("a" * (WIDTH + 1), "b\nc", False), ("a" * (WIDTH + 1), "b", True)],
)  # fmt: skip
async def test_a_text_lays_out_again_only_where_its_height_changes(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str, *, moves: bool
) -> None:
    app = Pair()
    async with app.run_test(size=(WIDTH, 10)) as pilot:
        steady = app.query_one(SteadyText)
        steady.show(Content(before))
        await pilot.pause()
        laid_out = count_calls(monkeypatch, Compositor, "reflow")
        steady.show(Content(after))
        await pilot.pause()
        assert bool(laid_out) is moves
        seen = text(app)
        assert after[:WIDTH].splitlines()[0] in seen
        assert app.query_one("#below").region.y == steady.region.height


async def test_a_text_tells_its_height_before_it_was_ever_laid_out() -> None:
    class Early(Pair):
        def on_mount(self) -> None:
            self.query_one(SteadyText).show(Content("one\ntwo\nthree"))

    app = Early()
    async with app.run_test(size=(WIDTH, 10)):
        assert app.query_one("#below").region.y == 3


async def test_an_answer_lays_nothing_out_where_both_cards_fit(
    opened: Open, chirp: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(chirp)
    async with app.run_test(size=(140, 50)) as pilot:
        await settled(pilot)
        laid_out = count_calls(monkeypatch, Compositor, "reflow")
        assert "o Open page" in text(app)
        await press(pilot, "1")
        assert "check 2 of 3" in text(app)
        assert "o Open page" not in text(app)
        assert [call for call in laid_out if app.screen in call] == []


async def test_a_card_that_was_scrolled_is_left_for_the_top_of_the_next(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=(50, 20)) as pilot:
        await press(pilot, "end")
        card = sitting_screen(app).query_one(CheckCard)
        assert card.scroll_offset.y
        await press(pilot, "1")
        assert card.scroll_offset.y == 0
        assert "check 2 of 3" in text(app)


@pytest.mark.parametrize("no_color", [False, True])
async def test_one_line_of_the_background_stands_for_all(
    opened: Open, chirp: Checklist, monkeypatch: pytest.MonkeyPatch, *, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        drawn = app.screen.render_lines(Region(0, 2, *app.screen.size))
        assert len(drawn) == app.screen.size.height
        assert {id(line) for line in drawn} == {id(drawn[0])}
        assert drawn[0].text == " " * app.screen.size.width
        segment = next(iter(drawn[0]))
        assert segment.style
        red, green, blue = segment.style.bgcolor.triplet  # type: ignore[union-attr, misc]
        assert (red == green == blue) is no_color


async def test_a_key_is_drawn_once_however_many_checks_have_it(
    opened: Open, chirp: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        keys = app.screen.query_one(KeyLine)
        drawn = count_calls(monkeypatch, Visual, "to_strips")
        await press(pilot, "1")
        assert "o Open page" not in text(app)
        await press(pilot, "b")
        assert "o Open page" in text(app)
        assert [str(call[1]) for call in drawn if call[0] is keys] == ["x Take back answer"]


async def test_another_theme_draws_the_keys_in_its_colours(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    seen = []
    async with app.run_test(size=SIZE) as pilot:
        for theme in ("audit-light", "audit-dark"):
            app.theme = theme
            await settled(pilot)
            (note,) = [part for line in lines(app) for part in line if part.text == " Note"]
            assert note.style
            seen.append((note.style.color, note.style.bgcolor))
    (light, light_ground), (dark, dark_ground) = seen
    assert light != dark
    assert light_ground != dark_ground


async def test_a_key_is_not_drawn_in_the_colours_of_what_the_mouse_marked(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        keys = app.screen.query_one(KeyLine)
        plain = [part for line in lines(app) for part in line if part.text == " Note"]
        app.screen.selections = {keys: SELECT_ALL}
        keys.notify_style_update()
        keys.refresh()
        await settled(pilot)
        assert [part for line in lines(app) for part in line if part.text == " Note"] == plain
