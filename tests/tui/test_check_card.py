"""The card of one check: where to tap on one's own phone, what was said last time, and why it is asked again."""

from datetime import date

import pytest
from textual.visual import Visual

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.paths import Paths
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.card_screen import READING, CardScreen

from ..conftest import CHIRP, Clock
from .conftest import Open
from .painted import count_calls
from .seen import SIZE, flat, press, settled, sitting_screen, text

SAME = '[check.steps]\nweb = ["Settings", "Location"]'
NEAR = '[check.steps]\niphone = ["Profile", "Settings", "Location"]'


async def test_each_phone_has_its_own_steps(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    paths = {"iphone": "Profile › Settings › Private profile", "android": "Profile › ≡ › Private profile",
             "none": "Settings › Privacy › Private profile"}  # fmt: skip
    for phone, path in paths.items():
        audit.person.choose("phone", phone)
        app = AuditApp(audit, clock, first=chirp)
        async with app.run_test(size=SIZE) as pilot:
            await settled(pilot)
            assert path in text(app)
            for other in paths.values():
                assert (other in text(app)) is (other == path)


async def test_d_shows_the_steps_of_the_other_devices(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        assert "On an Android phone\n Profile › ≡ › Private profile" in text(app)
        await press(pilot, "d")
        assert "In a web browser\n Settings › Privacy › Private profile" in text(app)


async def test_a_check_on_the_page_of_the_last_one_says_so(places: Paths, clock: Clock) -> None:
    (places.builtin / "chirp.toml").write_text(CHIRP.replace(SAME, NEAR))
    audit = Audit(places)
    audit.person.choose("accounts", ["chirp"])
    audit.person.choose("phone", "iphone")
    app = AuditApp(audit, clock, first=audit.person.library.checklists["chirp"])
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "same page" not in text(app)
        await press(pilot, "s")
        assert "On an iPhone (same page as the last check)\n Profile › Settings › Location" in text(app)


async def test_last_time_stands_beside_the_question(opened: Open, chirp: Checklist, clock: Clock) -> None:
    async with opened(chirp).run_test(size=SIZE) as pilot:
        await press(pilot, "2", "3")
    clock.day = date(2026, 6, 2)
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l", "home", "enter")
        shown = [text(app)]
        for _ in range(2):
            await press(pilot, "s")
            shown.append(text(app))
    (put_right,) = [card for card in shown if "Is your profile private?" in card]
    (wrong,) = [card for card in shown if "Is the place left off your posts?" in card]
    (unseen,) = [card for card in shown if "Have you looked through your old posts?" in card]
    assert "Last time: changed to be right, 2 March 2026" in put_right
    assert "Asked again" not in put_right
    assert "Last time: not right yet, 2 March 2026" in wrong
    assert "Asked again: still to be put right" in wrong
    assert "Last time" not in unseen


async def test_the_answer_of_this_sitting_is_shown_on_going_back(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "b")
        assert "Your answer now: not right yet, 2 March 2026" in flat(app)
        assert "x Take back answer" in flat(app)
        await press(pilot, "s")
        assert "x Take back answer" not in flat(app)


async def test_the_card_that_follows_is_drawn_while_this_one_is_read(
    opened: Open, chirp: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.pause(2 * READING)
        monkeypatch.setattr(CardScreen, "_get_ready", lambda _: None)
        drawn = count_calls(monkeypatch, Visual, "to_strips")
        await press(pilot, "1")
        assert "check 2 of 3" in text(app)
        assert "Is the place left off your posts?" in text(app)
        assert sum(sitting_screen(app).card in call for call in drawn) == 0


async def test_a_card_drawn_ahead_is_not_shown_for_what_has_changed(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s", "n")
        await press(pilot, *"ask", "escape")
        await press(pilot, "b")
        await pilot.pause(2 * READING)
        sitting_screen(app).sitting.remark(1, "ask at home", sitting_screen(app).clock())
        await press(pilot, "s")
        assert "Your note: ask at home" in text(app)


async def test_where_the_way_was_not_found_a_word_about_it_can_be_passed_on(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await press(pilot, "4")
        assert "If the way there is wrong" in flat(app)
        await press(pilot, "b")
        assert "w Steps are wrong" in flat(app)
        await press(pilot, "w")
        assert "Chirp: a step that is wrong" in text(app)
        assert "chirp:private" in flat(app)
        assert "Profile, then Settings, then Private profile" in app.clipboard
        await press(pilot, "q", "1")
        await press(pilot, "b")
        assert "Steps are wrong" not in flat(app)
