"""A text drawn line by line: what is seen of it, what is drawn again, what was drawn ahead, and what can be copied."""

import re

import pytest
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.events import MouseDown, MouseMove, MouseUp
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import Static

from audit_tui.tui.widgets.scrolled_text import Parts, ScrolledText

from .painted import count_calls, watch_frames
from .seen import lines, text

WIDTH, HEIGHT = 21, 6
SHORT: Parts = (("Should be: ", "bold"), ("off", ""))
OTHER: Parts = (("Should be: ", "bold"), ("on", "$warning"))
LONG: Parts = (("\n".join(f"line {number}" for number in range(1, 21)), ""),)
WORDY: Parts = (("one two three four five six seven", "bold"),)


class Alone(App[None]):
    """A text with a margin at its sides and above, and something under it."""

    CSS = """
    ScrolledText { height: 1fr; padding: 1 1 0 1; background: #00407f;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.place = ScrolledText()

    def compose(self) -> ComposeResult:
        yield self.place
        yield Static("below")

    def on_mount(self) -> None:
        self.place.show_text(self.parts)


def rows(app: App[None]) -> list[str]:
    """Give what is seen, row by row, without the scroll bar."""
    return [row[: WIDTH - 1].rstrip() for row in text(app).splitlines()]


def scroll_bar(app: Alone) -> bool:
    return app.place.show_vertical_scrollbar


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    """Draw the mouse over the text, from one cell of its place to another."""
    place = pilot.app.screen.query_one(ScrolledText)
    await pilot._post_mouse_events([MouseDown], place, offset=start, button=1)
    await pilot._post_mouse_events([MouseMove], place, offset=end, button=1)
    await pilot._post_mouse_events([MouseUp], place, offset=end, button=1)
    await pilot.pause()


async def test_the_first_frame_has_the_text_in_its_margins(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = watch_frames(monkeypatch)
    app = Alone(SHORT)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        assert rows(app) == ["", " Should be: off", "", "", "", "below"]
        assert "Should be: " in frames[0]


async def test_a_text_is_wrapped_for_each_new_width() -> None:
    app = Alone(WORDY)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        assert rows(app)[1:3] == [" one two three four", " five six seven"]
        await pilot.resize_terminal(13, HEIGHT)
        await pilot.pause()
        assert rows(app)[1:5] == [" one two", " three four", " five six", " seven"]
        await pilot.resize_terminal(60, HEIGHT)
        await pilot.pause()
        assert text(app).splitlines()[1] == " one two three four five six seven"


async def test_another_text_draws_the_lines_that_are_different_and_lays_nothing_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Alone((("same\nbefore\nsame", ""),))
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        frames, laid_out = watch_frames(monkeypatch), count_calls(monkeypatch, Compositor, "reflow")
        app.place.show_text((("same\nafter\nsame", ""),))
        await pilot.pause(0.1)
        assert rows(app) == ["", " same", " after", " same", "", "below"]
        (frame,) = frames
        assert "after" in frame
        assert "same" not in frame
        assert laid_out == []


async def test_nothing_of_a_longer_text_stays_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Alone((("one\ntwo\nthree\nfour", ""),))
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        frames = watch_frames(monkeypatch)
        app.place.show_text((("five", ""),))
        await pilot.pause(0.1)
        assert rows(app) == ["", " five", "", "", "", "below"]
        assert {int(row) for row in re.findall(r"\x1b\[(\d+);1H", frames[0])} == {2, 3, 4, 5}


async def test_a_long_text_is_scrolled_to_its_end_and_left_for_the_top_of_the_next() -> None:
    app = Alone(LONG)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        assert scroll_bar(app)
        assert rows(app)[1:5] == [" line 1", " line 2", " line 3", " line 4"]
        app.place.scroll_end(animate=False)
        await pilot.pause()
        assert rows(app)[4] == " line 20"
        app.place.show_text((("other\n" + LONG[0][0], ""),))
        await pilot.pause()
        assert rows(app)[1:3] == [" other", " line 1"]
        app.place.show_text(SHORT)
        await pilot.pause()
        assert rows(app)[1] == " Should be: off"
        assert not scroll_bar(app)


async def test_the_margin_above_stays_empty_however_far_one_has_scrolled() -> None:
    app = Alone(LONG)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        app.place.scroll_end(animate=False)
        await pilot.pause()
        assert rows(app)[0] == ""
        assert rows(app)[1] == " line 17"


async def test_what_is_marked_while_scrolled_is_drawn_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Alone(LONG)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        app.place.scroll_end(animate=False)
        await pilot.pause(0.1)
        frames = watch_frames(monkeypatch)
        app.place.screen.selections = {app.place: Selection(Offset(0, 18), Offset(4, 18))}
        await pilot.pause(0.1)
        assert {int(row) for row in re.findall(r"\x1b\[(\d+);1H", "".join(frames))} == {4}


async def test_what_was_made_ready_before_the_new_width_was_told_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(60, HEIGHT)) as pilot:
        await pilot.pause()
        app.place.show_text(WORDY)
        app.place.make_ready(WORDY)
        take = app.place.on_resize

        def late() -> None:
            app.place.make_ready(OTHER)
            take()

        monkeypatch.setattr(app.place, "on_resize", late)
        await pilot.resize_terminal(WIDTH, HEIGHT)
        await pilot.pause()
        assert rows(app)[1:3] == [" one two three four", " five six seven"]


async def test_a_text_that_just_fits_has_no_scroll_bar_and_one_line_more_has(monkeypatch: pytest.MonkeyPatch) -> None:
    fitting = "\n".join("abcd")
    app = Alone(SHORT)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        laid_out = count_calls(monkeypatch, Compositor, "reflow")
        app.place.show_text(((fitting, ""),))
        await pilot.pause(0.1)
        assert rows(app)[4] == " d"
        assert not scroll_bar(app)
        assert laid_out == []
        app.place.show_text(((f"{fitting}\ne", ""),))
        await pilot.pause()
        assert scroll_bar(app)


@pytest.mark.parametrize("parts", [SHORT, OTHER, LONG, WORDY])
@pytest.mark.parametrize("no_color", [False, True])
async def test_what_was_made_ready_looks_the_same_and_is_not_wrapped_again(
    monkeypatch: pytest.MonkeyPatch, parts: Parts, *, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    seen = []
    for is_ready in (False, True):
        app = Alone((("before", ""),))
        async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
            await pilot.pause()
            if is_ready:
                app.place.make_ready(parts)
            with monkeypatch.context() as watched:
                wrapped = count_calls(watched, Visual, "to_strips")
                app.place.show_text(parts)
                assert sum(app.place in call for call in wrapped) == (0 if is_ready else 1)
            await pilot.pause()
            seen.append([list(line) for line in lines(app)])
    assert seen[0] == seen[1]
    style = seen[0][0][0].style
    assert style is not None
    red, green, blue = style.bgcolor.triplet  # type: ignore[union-attr, misc]
    assert (red == green == blue) is no_color


async def test_what_was_made_ready_has_been_put_into_the_words_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        app.place.make_ready(WORDY)
        frames, said = watch_frames(monkeypatch), count_calls(monkeypatch, Strip, "render_style")
        app.place.show_text(WORDY)
        await pilot.pause(0.1)
        assert "three" in "".join(frames)
        assert not any("three" in str(call) for call in said)


async def test_what_is_shown_is_what_was_asked_for_whatever_was_made_ready() -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        app.place.make_ready(WORDY)
        app.place.show_text(OTHER)
        await pilot.pause()
        assert rows(app)[1] == " Should be: on"


async def test_what_was_made_ready_for_another_width_is_wrapped_again() -> None:
    app = Alone(SHORT)
    async with app.run_test(size=(13, HEIGHT)) as pilot:
        await pilot.pause()
        app.place.make_ready(WORDY)
        await pilot.resize_terminal(WIDTH, HEIGHT)
        await pilot.pause()
        app.place.show_text(WORDY)
        await pilot.pause()
        assert rows(app)[1:3] == [" one two three four", " five six seven"]


async def test_another_theme_draws_it_in_other_colours_and_forgets_what_was_ready() -> None:
    def colours(words: str) -> set[object]:
        return {part.style and (part.style.color, part.style.bgcolor) for line in lines(app) for part in line
                if words in part.text}  # fmt: skip

    app = Alone(SHORT)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        app.theme = "textual-dark"
        await pilot.pause()
        app.place.make_ready(OTHER)
        dark = colours("Should")
        app.theme = "textual-light"
        await pilot.pause()
        light = colours("Should")
        assert dark.isdisjoint(light)
        app.place.show_text(OTHER)
        await pilot.pause()
        assert colours("Should") == light


async def test_what_the_mouse_was_drawn_over_can_be_copied_and_is_seen() -> None:
    app = Alone((("Where to tap:\n", "bold"), ("Settings > Privacy", "")))
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        before = lines(app)[2]
        await drag(pilot, (1, 2), (8, 2))
        assert app.screen.get_selected_text() == "Settings"
        assert lines(app)[2] != before
        app.place.show_text(SHORT)
        await pilot.pause()
        assert app.screen.get_selected_text() is None


async def test_what_is_far_down_can_be_copied_too(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Alone(LONG)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        app.place.scroll_end(animate=False)
        await pilot.pause()
        frames = watch_frames(monkeypatch)
        await drag(pilot, (1, 3), (7, 3))
        await pilot.pause(0.1)
        assert "line 19" in "".join(frames)
        assert app.screen.get_selected_text() == "line 19"
