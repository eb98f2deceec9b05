"""The journeys, by keys alone; each ends by reading what was kept."""

from datetime import date, timedelta

import pytest
from audit_tui.tui.screens.walk import WalkScreen

from audit_tui.audit import AnswerInput, Audit
from audit_tui.checklist import Checklist
from audit_tui.record import Result
from audit_tui.settings.choices import Phone
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.accounts import AccountsScreen
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.widgets.row_list import RowList

from ..conftest import TODAY, Clock
from .conftest import Open
from .seen import flat, text

SIZE = (80, 24)


def results(audit: Audit, checklist_id: str = "chirp") -> dict[str, Result]:
    reviews, problems = audit.history(checklist_id)
    assert problems == []
    return {answer.check: answer.result for answer in reviews[0].answers} if reviews else {}


async def test_the_first_run_asks_for_accounts_and_phone(fresh: Audit, clock: Clock) -> None:
    app = AuditApp(fresh, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, AccountsScreen)
        assert "[ ] Chirp" in text(app)
        await pilot.press("space")
        assert "[x] Chirp" in text(app)
        await pilot.press("enter", "down", "enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert fresh.choices.accounts == ("chirp",)
        assert fresh.choices.phone is Phone.ANDROID
        assert "Start with Chirp: not started, about 3 minutes. Then 1 more checklist." in flat(app)


async def test_the_first_questions_can_be_skipped_and_asked_later(fresh: Audit, clock: Clock) -> None:
    app = AuditApp(fresh, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert fresh.choices.accounts is None
        await pilot.press("a", "space", "enter", "enter", "enter")
        await pilot.pause()
        assert fresh.choices.accounts == ("chirp",)
        assert fresh.choices.phone is Phone.IPHONE


async def test_a_whole_review(opened: Open, audit: Audit) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "Chirp · check 1 of 3 · 3 checks left" in text(app)
        assert "Profile › Settings › Private profile" in text(app)
        await pilot.press("1")
        await pilot.pause()
        assert "check 2 of 3" in text(app)
        await pilot.press("3")
        await pilot.pause()
        await pilot.press("4")
        await pilot.pause()
        assert "3 of 3 answered." in text(app)
        assert results(audit) == {}
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert "2 to put right" in text(app)
    assert results(audit) == {"private": Result.PASS, "location": Result.FAIL, "old-posts": Result.UNKNOWN}


async def test_every_answer_has_its_key(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        for key, result in (("1", Result.PASS), ("2", Result.FIXED), ("3", Result.FAIL), ("4", Result.UNKNOWN),
                            ("5", Result.NOTAPPLICABLE)):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
            kept = app.current_walk().given(0)
            assert kept is not None
            assert kept.result is result
            await pilot.press("b", "b")
            await pilot.pause()
    assert len(audit.row(chirp, TODAY).drafted) == 1


async def test_enter_and_other_keys_tick_nothing(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter", "space", "y", "0", "7", "tab", "up", "down", "f9")
        await pilot.pause()
        assert isinstance(app.screen, WalkScreen)
        assert app.current_walk().answered == 0


async def test_stopping_early_offers_to_keep_what_was_answered(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert "1 of 3 answered." in text(app)
        assert "2 checks not looked at yet" in text(app)
        await pilot.press("r")
        await pilot.pause()
        assert "1 of 3 answered" in text(app)
    assert results(audit) == {"private": Result.PASS}


async def test_leaving_for_later_goes_on_where_one_stopped(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("q", "l")
        await pilot.pause()
        assert "1 of 3 answered, not finished" in text(app)
        assert "Go on with Chirp" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "check 2 of 3 · 2 checks left" in text(app)
    assert results(audit) == {}


async def test_throwing_away_is_asked_twice(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("q", "x")
        await pilot.pause()
        assert "Press x again to throw away 1 answer." in flat(app)
        assert len(audit.row(chirp, TODAY).drafted) == 1
        await pilot.press("x")
        await pilot.pause()
        assert not audit.row(chirp, TODAY).drafted
        assert isinstance(app.screen, BoardScreen)


async def test_leaving_with_nothing_answered_asks_nothing(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "escape")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)


async def test_a_note_goes_with_the_answer_and_can_be_mended(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", *"see 12", "enter")
        await pilot.pause()
        assert "Note for your answer: see 12" in text(app)
        assert app.current_walk().answered == 0
        await pilot.press("3")
        await pilot.pause()
        await pilot.press("b", "n", *"3", "enter")
        await pilot.pause()
        kept = app.current_walk().given(0)
        assert kept is not None
        assert (kept.result, kept.note) == (Result.FAIL, "see 123")


async def test_an_exception_is_asked_for_in_full(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("6", "enter")
        await pilot.pause()
        assert "Say why." in text(app)
        await pilot.press(*"club", "enter")
        await pilot.pause()
        assert "Say which role agreed it." in text(app)
        await pilot.press(*"head", "enter")
        await pilot.pause()
        kept = app.current_walk().given(0)
        assert kept is not None
        assert (kept.note, kept.agreed_by, kept.until) == ("club", "head", date(2026, 6, 2))
        await pilot.press("b", "6", "escape")
        await pilot.pause()
        assert app.current_walk().given(0) == kept


async def test_taking_an_answer_back(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("b", "x")
        await pilot.pause()
        assert app.current_walk().answered == 0
        assert "check 1 of 3" in text(app)


async def test_steps_for_ones_own_phone_first_and_others_a_key_away(opened: Open, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for words in ("On an iPhone", "On an Android phone", "In a web browser", "On an iPhone"):
            assert words in text(app)
            await pilot.press("d")
            await pilot.pause()


async def test_the_page_opens_only_by_its_key(opened: Open, chirp: Checklist, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(chirp)
    went: list[str] = []
    monkeypatch.setattr(app, "open_url", lambda url, **_: went.append(url))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d", "enter")
        assert went == []
        await pilot.press("o")
        await pilot.pause()
        assert went == ["https://chirp.example/settings"]
        await pilot.press("s", "o")
        await pilot.pause()
        assert len(went) == 1


async def test_last_time_stands_beside_the_question(opened: Open, chirp: Checklist, clock: Clock) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE) as pilot:
        for key in "234":
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        clock.day = date(2026, 6, 2)
        app._look_if_the_day_changed()
        await pilot.pause()
        assert "Privacy checks · 2 June 2026" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Last time: changed to be right, 2 March 2026" in text(app)


async def test_history_shows_what_changed_and_a_review_can_be_withdrawn(
    opened: Open, audit: Audit, chirp: Checklist, clock: Clock
) -> None:
    for on, result in ((TODAY, Result.FAIL), (TODAY + timedelta(days=3), Result.FIXED)):
        draft = audit.answer(audit.open(chirp, on), chirp, chirp.checks[0], AnswerInput(result), on)
        audit.finish(draft, chirp, clock(), on)
    clock.day = TODAY + timedelta(days=3)
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one(RowList).go_to("chirp")
        await pilot.press("h")
        await pilot.pause()
        assert "5 March 2026  1 of 3 answered, 0 left to put right" in text(app)
        assert "Changed to be right; before: not right yet" in flat(app)
        await pilot.press("w", "enter", "n")
        await pilot.pause()
        assert len(audit.history("chirp")[0]) == 2
        await pilot.press("w", "y")
        await pilot.pause()
        assert [review.completed for review in audit.history("chirp")[0]] == [TODAY]
        await pilot.press("q")
        await pilot.pause()
        assert "1 to put right" in text(app) or "1 of 3 answered" in text(app)


async def test_history_of_what_was_never_done_says_so(opened: Open) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("h", "w")
        await pilot.pause()
        assert "There is no finished review yet." in text(app)


async def test_summary_help_and_back(opened: Open) -> None:
    app = opened()
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert "Checklists up to date: 0 of 2" in text(app)
        await pilot.press("q", "f1")
        await pilot.pause()
        assert "Keys here" in text(app)
        assert "h: Earlier reviews (board.history)" in text(app)
        await pilot.press("escape", "question_mark")
        await pilot.pause()
        assert "Keys here" in text(app)


async def test_the_palette_finds_commands_and_checklists(opened: Open) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"chirp")
        for _ in range(50):
            await pilot.pause(0.1)
            if "Go through Chirp" in text(app):
                break
        for _ in range(50):
            if isinstance(app.screen, WalkScreen):
                break
            await pilot.press("enter")
            await pilot.pause(0.1)
        assert isinstance(app.screen, WalkScreen)


async def test_light_and_dark_are_remembered(opened: Open, audit: Audit) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("t")
        await pilot.pause()
    assert audit.settings.read().theme == "audit-light"
    assert opened().theme == "audit-light"


async def test_a_failed_save_is_told_and_the_screen_stays(opened: Open, audit: Audit, chirp: Checklist) -> None:
    app = opened(chirp)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        audit.places.drafts.write_text("in the way")
        await pilot.press("1")
        await pilot.pause()
        assert "could not be saved" in flat(app)
        assert "check 1 of 3" in text(app)
        audit.places.drafts.unlink()
        await pilot.press("1")
        await pilot.pause()
        assert "check 2 of 3" in text(app)


async def test_files_with_problems_are_a_key_away_only_when_there_are_some(opened: Open, audit: Audit) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert "Files with problems" not in text(app)
    audit.places.journal.mkdir(parents=True)
    (audit.places.journal / "2026-03-02_chirp_00000001.toml").write_text("[")
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "f Files with problems" in text(app)
        await pilot.press("f")
        await pilot.pause()
        assert "2026-03-02_chirp_00000001.toml" in flat(app).replace(" ", "")


async def test_clicks_do_what_keys_do(opened: Open) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click("RowList", offset=(4, 0))
        await pilot.pause()
        assert isinstance(app.screen, WalkScreen)
        await pilot.click("AnswerBar", offset=(4, 2))
        await pilot.pause()
        kept = app.current_walk().given(0)
        assert kept is not None
        assert kept.result is Result.FIXED
        await pilot.click("KeyLine", offset=(3, 0))
        await pilot.pause()
        assert "Your note" in text(app)
