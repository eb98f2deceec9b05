"""The journeys through a sitting, by keys alone; each ends by reading what was kept."""

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import Result
from audit_tui.settings.choices import Phone
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.end import EndScreen
from audit_tui.tui.screens.overview import OverviewScreen

from ..conftest import Clock
from .conftest import Open
from .seen import SIZE, flat, kept, press, settled, sitting_screen, text


async def test_from_the_first_run_to_the_first_answer_are_eight_keys(shipped: Audit, clock: Clock) -> None:
    app = AuditApp(shipped, clock)
    keys = ("1", "2", "3", "enter", "2", "1", "enter", "1")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *keys)
        answers = sitting_screen(app).sitting.answers
    assert len(keys) <= 8
    assert [answer.result for answer in answers.values()] == [Result.PASS]
    assert shipped.person.choices.accounts == ("facebook", "instagram", "whatsapp")
    assert shipped.person.choices.phone is Phone.ANDROID
    assert len(list(shipped.paths.journal.iterdir())) == 1


async def test_a_whole_sitting_needs_no_finishing(opened: Open, audit: Audit) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "enter")
        assert "Chirp · check 1 of 3 · about 1 minute left" in text(app)
        assert "Profile › Settings › Private profile" in text(app)
        await press(pilot, "1")
        assert kept(audit) == {"private": Result.PASS}
        assert "check 2 of 3" in text(app)
        await press(pilot, "3", "4")
        assert isinstance(app.screen, EndScreen)
        assert "3 of 3 looked at" in text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, BoardScreen)
        assert "2 to put right" in text(app)
    assert kept(audit) == {"private": Result.PASS, "location": Result.FAIL, "old-posts": Result.UNKNOWN}


async def test_every_answer_has_its_key(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        for key, result in zip("12345", Result, strict=False):
            await press(pilot, key)
            assert kept(audit) == {"private": result}
            await press(pilot, "b")
    assert len(list(audit.paths.journal.iterdir())) == 1


async def test_enter_and_other_keys_tick_nothing(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "space", "y", "0", "7", "tab", "up", "down", "f9")
        assert "check 1 of 3" in text(app)
    assert kept(audit) == {}


async def test_leaving_with_nothing_answered_asks_nothing(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s", "escape")
        assert isinstance(app.screen, BoardScreen)


async def test_skipping_the_last_check_ends_the_sitting(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "s", "s")
        assert isinstance(app.screen, EndScreen)
        await press(pilot, "b")
        assert "check 3 of 3" in text(app)
        await press(pilot, "5", "enter")
    assert kept(audit) == {"private": Result.PASS, "old-posts": Result.NOTAPPLICABLE}


async def test_the_list_shows_the_answers_and_goes_to_a_check(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "l")
        assert isinstance(app.screen, OverviewScreen)
        assert "Chirp: Is your profile private?" in text(app)
        assert "not right yet" in text(app)
        assert text(app).count("not looked at yet") == 2
        await press(pilot, "down", "enter")
        assert "check 3 of 3" in text(app)
        await press(pilot, "1", "b", "l", "home", "enter")
        assert "check 1 of 3" in text(app)
        await press(pilot, "l", "q")
        assert "check 1 of 3" in text(app)
        await press(pilot, "2")
    assert kept(audit) == {"private": Result.FIXED, "old-posts": Result.PASS}


async def test_steps_for_ones_own_phone_first_and_others_a_key_away(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for words in ("On an iPhone", "On an Android phone", "In a web browser", "On an iPhone"):
            assert f"\n {words}" in text(app)
            await press(pilot, "d")


async def test_after_a_check_for_the_browser_alone_the_phone_comes_first_again(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        assert "In a web browser" in text(app)
        await press(pilot, "b")
        assert "\n On an iPhone" in text(app)


async def test_the_page_opens_only_by_its_key(opened: Open, chirp: Checklist, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(chirp)
    went: list[str] = []
    monkeypatch.setattr(app, "open_url", lambda url, **_: went.append(url))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d", "enter")
        assert went == []
        await press(pilot, "o")
        assert went == ["https://chirp.example/settings"]
        await press(pilot, "s", "o")
        assert len(went) == 1


async def test_clicks_do_what_keys_do(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.click("AnswerBar", offset=(4, 2))
        await settled(pilot)
        assert kept(audit) == {"private": Result.FIXED}
        await pilot.click("KeyLine", offset=(3, 0))
        await settled(pilot)
        assert "Your note" in flat(app)
