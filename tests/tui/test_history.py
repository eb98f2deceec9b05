"""Earlier answers: what changed, and how a review or one answer is withdrawn."""

from dataclasses import replace
from datetime import date

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import Unwritable
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.given_answers import GivenAnswersScreen
from audit_tui.tui.screens.history import HistoryScreen
from audit_tui.tui.widgets.row_list import RowList

from ..conftest import TODAY, Clock
from .records import answered
from .seen import flat, settled, text

SIZE = (80, 24)
LATER = date(2026, 6, 3)


@pytest.fixture
def twice(audit: Audit, clock: Clock, chirp: Checklist) -> AuditApp:
    """Somebody who answered two checks in March and again in June."""
    answered(audit, chirp, clock, Result.FAIL, Result.PASS)
    answered(audit, chirp, clock, Result.FIXED, Result.PASS, on=LATER)
    clock.day = LATER
    return AuditApp(audit, clock)


def reviews(audit: Audit) -> list[tuple[date, list[str]]]:
    found, problems = audit.history("chirp", LATER)
    assert problems == []
    return [(review.completed, [answer.check for answer in review.answers]) for review in found]


def rows(app: AuditApp) -> list[str]:
    return [row.title for row in app.screen.query_one(RowList).rows]


async def test_what_changed_is_told_beside_what_was(twice: AuditApp) -> None:
    async with twice.run_test(size=SIZE) as pilot:
        twice.screen.query_one(RowList).go_to("chirp")
        await pilot.press("h")
        await settled(pilot)
        assert "Earlier answers · Chirp" in text(twice)
        assert rows(twice) == ["3 June 2026, 09:00", "2 March 2026, 09:00"]
        assert "Changed since 2 March 2026" in text(twice)
        assert "; before: not right yet" in flat(twice)
        await pilot.press("down")
        await settled(pilot)
        assert "The first review" in text(twice)


async def test_a_review_is_withdrawn_only_after_a_yes(twice: AuditApp) -> None:
    async with twice.run_test(size=SIZE) as pilot:
        twice.screen.query_one(RowList).go_to("chirp")
        for key in ("h", "w", "enter"):
            await pilot.press(key)
            await settled(pilot)
        assert isinstance(twice.screen, ConfirmScreen)
        await pilot.press("n")
        await settled(pilot)
        assert len(reviews(twice.audit)) == 2
        await pilot.press("w")
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert [day for day, _ in reviews(twice.audit)] == [TODAY]
        assert rows(twice) == ["2 March 2026, 09:00"]
        assert "1 review withdrawn; to let it count again, remove" in flat(twice)
        await pilot.press("q")
        await settled(pilot)
        states = {row.title: row.state for row in twice.screen.query_one(RowList).rows}
        assert states["Chirp"] != "1 to put right"
        assert twice.audit.status(twice.audit.person.library.checklists["chirp"], LATER).open_actions


async def test_one_answer_is_withdrawn_by_itself(twice: AuditApp) -> None:
    async with twice.run_test(size=SIZE) as pilot:
        twice.screen.query_one(RowList).go_to("chirp")
        for key in ("h", "enter", "w"):
            await pilot.press(key)
            await settled(pilot)
        assert "Withdraw this answer? Is your profile private?" in flat(twice)
        await pilot.press("y")
        await settled(pilot)
        assert isinstance(twice.screen, GivenAnswersScreen)
        assert rows(twice) == ["Is the place left off your posts?"]
        assert reviews(twice.audit) == [(LATER, ["location"]), (TODAY, ["private", "location"])]
        await pilot.press("w")
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert "There are no answers in it" in flat(twice)
        assert "w Withdraw" not in text(twice)
        await pilot.press("q")
        await settled(pilot)
        assert isinstance(twice.screen, HistoryScreen)


def _refused(*_: object) -> None:
    raise Unwritable("the disk is full")


@pytest.mark.parametrize("keys", [("h", "w"), ("h", "enter", "w")])
async def test_what_could_not_be_withdrawn_stays_in_the_list_and_is_told(
    twice: AuditApp, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    async with twice.run_test(size=SIZE, notifications=True) as pilot:
        twice.screen.query_one(RowList).go_to("chirp")
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        monkeypatch.setattr(twice.audit, "withdraw", _refused)
        await pilot.press("y")
        await pilot.pause(0.3)
        assert "The disk is full." in flat(twice)
        assert len(rows(twice)) == 2
        assert len(reviews(twice.audit)) == 2


@pytest.mark.parametrize("keys", [("h", "w"), ("h", "enter", "w")])
async def test_a_review_withdrawn_in_another_window_meanwhile_is_no_trouble(
    twice: AuditApp, places: Paths, keys: tuple[str, ...]
) -> None:
    async with twice.run_test(size=SIZE) as pilot:
        twice.screen.query_one(RowList).go_to("chirp")
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        other = Audit(places)
        other.withdraw(other.history("chirp", LATER)[0][0], LATER)
        await pilot.press("y")
        await settled(pilot)
        await pilot.press("q")
        await settled(pilot)
    assert [day for day, _ in reviews(twice.audit)] == [TODAY]


async def test_files_that_could_not_be_read_are_told(
    audit: Audit, clock: Clock, chirp: Checklist, places: Paths
) -> None:
    answered(audit, chirp, clock, Result.PASS)
    next(places.journal.glob("*.toml")).write_text("[")
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one(RowList).go_to("chirp")
        await pilot.press("h")
        await settled(pilot)
        assert "No answer could be read." in text(app)
        assert "1 file could not be read:" in text(app)
        assert "Nothing was answered yet." not in text(app)


async def test_what_was_never_done_says_so_and_offers_nothing(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one(RowList).go_to("chirp")
        for key in ("h", "w", "enter"):
            await pilot.press(key)
            await settled(pilot)
        assert isinstance(app.screen, HistoryScreen)
        assert "Nothing was answered yet." in text(app)
        assert "w Withdraw" not in text(app)


async def test_page_down_and_page_up_scroll_what_changed(twice: AuditApp) -> None:
    async with twice.run_test(size=(40, 10)) as pilot:
        twice.screen.query_one(RowList).go_to("chirp")
        await pilot.press("h")
        await settled(pilot)
        await pilot.press("down")
        await settled(pilot)
        assert "The first review" in text(twice)
        await pilot.press("pagedown")
        await settled(pilot)
        assert "The first review" not in text(twice)
        assert "Already right" in text(twice)
        await pilot.press("pageup")
        await settled(pilot)
        assert "The first review" in text(twice)


async def test_the_time_is_left_out_where_it_was_written_down_on_another_day(
    twice: AuditApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, problems = twice.audit.history("chirp", LATER)
    moved = [replace(review, completed=TODAY) for review in found]
    monkeypatch.setattr(twice.audit, "history", lambda *_: (moved, problems))
    async with twice.run_test(size=SIZE) as pilot:
        twice.screen.query_one(RowList).go_to("chirp")
        await pilot.press("h")
        await settled(pilot)
        assert rows(twice) == ["2 March 2026", "2 March 2026, 09:00"]
