"""Small windows: the question and its answers can be used, and a window that grows leaves no gaps."""

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import Result
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.titled_screen import LEAST_HEIGHT, LEAST_WIDTH
from audit_tui.tui.widgets.answer_bar import LOW, NARROW, AnswerBar

from ..conftest import Clock
from .conftest import Open
from .seen import SIZE, flat, in_box, kept, press, settled, text

QUESTION = "Is your profile private?"
FIRST_WORDS = ("1 Already right", "2 I changed it", "3 Not right yet")
SHORT = ("4 Could not find it", "5 Does not apply", "6 Exception agreed")
WHOLE = ("4 I could not find it, or am not sure", "5 Does not apply to me", "6 Exception agreed with the school")


@pytest.mark.parametrize(
    ("size", "words"),
    [((40, 12), SHORT), ((60, LOW - 1), SHORT), ((60, LOW), WHOLE), ((40, 30), WHOLE), (SIZE, WHOLE)],
)
async def test_question_and_answers_are_on_the_screen(
    opened: Open, audit: Audit, chirp: Checklist, size: tuple[int, int], words: tuple[str, ...]
) -> None:
    app = opened(chirp)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert QUESTION in text(app)
        for answer in (*FIRST_WORDS, *words):
            assert answer in text(app)
        assert "n Note" in text(app)
        await press(pilot, "1")
        assert "Is the place left off your posts?" in text(app)
    assert kept(audit) == {"private": Result.PASS}


async def test_the_real_questions_can_be_read_in_the_smallest_window(shipped: Audit, clock: Clock) -> None:
    shipped.person.hold(clock.day, accounts=["facebook"])
    checklist = shipped.person.library.checklists["facebook"]
    app = AuditApp(shipped, clock, first=checklist)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        for asked in shipped.sitting(checklist, clock()).asked[:5]:
            assert asked.status.check.ask in " ".join(text(app).split())
            await press(pilot, "s")


@pytest.mark.parametrize("small", [(40, 12), (60, 20), (40, 30)])
async def test_after_growing_a_window_looks_as_if_it_had_never_been_small(
    opened: Open, chirp: Checklist, small: tuple[int, int]
) -> None:
    app = opened(chirp)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        at_first = text(app)
        await pilot.resize_terminal(*small)
        await settled(pilot)
        assert text(app) != at_first
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert text(app) == at_first


@pytest.mark.parametrize(("width", "rows"), [(NARROW, 3), (NARROW - 1, 6)])
async def test_answers_stand_side_by_side_where_there_is_room(
    opened: Open, chirp: Checklist, width: int, rows: int
) -> None:
    app = opened(chirp)
    async with app.run_test(size=(width, 30)) as pilot:
        await settled(pilot)
        assert app.screen.query_one(AnswerBar).content_size.height == rows


@pytest.mark.parametrize("size", [(40, 12), (40, 24), (60, 20), SIZE])
async def test_forms_show_the_field_that_is_written_in_and_their_keys(
    opened: Open, chirp: Checklist, size: tuple[int, int]
) -> None:
    app = opened(chirp)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "s", "s", "6")
        await pilot.pause(0.3)
        assert app.focused is not None
        assert app.screen.query_one("#box-text").region.contains_region(app.focused.region)
        await press(pilot, *"club")
        assert "club" in in_box(app)
        assert "Esc Never mind" in in_box(app)
        await press(pilot, "enter", "enter", "enter")
        assert "such as head teacher)" in in_box(app).replace("▆", "")
        assert "Say which role agreed it." in in_box(app)
        await press(pilot, "escape", "n", *"note")
        assert "note" in in_box(app)
        assert "Esc Keep and go back" in in_box(app)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("size", "room"),
    [((20, 10), False), ((LEAST_WIDTH - 1, 30), False), ((80, LEAST_HEIGHT - 1), False),
     ((LEAST_WIDTH, 12), True), ((80, LEAST_HEIGHT), True)],
)  # fmt: skip
async def test_where_nothing_has_room_the_screen_asks_for_a_larger_window(
    opened: Open, chirp: Checklist, size: tuple[int, int], *, room: bool, first: bool
) -> None:
    app = opened(chirp if first else None)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert ("Please make the window larger." in flat(app)) is not room
        assert ("Chirp" in text(app) or "Ten minutes now" in text(app)) is room
        await pilot.resize_terminal(*SIZE)
        await settled(pilot)
        assert "Please make" not in text(app)
        assert "Chirp" in text(app)
        await pilot.resize_terminal(LEAST_WIDTH - 1, 30)
        await settled(pilot)
        assert flat(app).count("Please make the window larger.") == 1


async def test_a_window_with_room_has_no_word_on_its_size_ready(opened: Open) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert not app.screen.query("#larger")
