"""Saying which accounts and phone one has, and whether one has just joined."""

from datetime import date, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Kind
from audit_tui.paths import Paths, find_paths
from audit_tui.settings.choices import Phone
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.accounts import AccountsScreen
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.widgets.row_list import RowList

from ..conftest import CHIRP, RULES, TODAY, Clock
from .seen import flat, settled, text, typed_ahead

SIZE = (80, 24)


@pytest.fixture
def newcomer(places: Paths) -> Audit:
    """Nothing chosen yet, of two accounts and one part of some people's work."""
    (places.builtin / "forum.toml").write_text(CHIRP.replace('"chirp"', '"forum"').replace('"Chirp"', '"Forum"'))
    work = RULES.replace('"rules"', '"pages"').replace("School rules", "Pages you run").replace(
        'kind = "routine"', 'kind = "routine"\neveryone = false'
    )  # fmt: skip
    (places.builtin / "pages.toml").write_text(work)
    return Audit(places)


async def test_numbers_and_the_space_bar_mark_and_the_days_are_kept(newcomer: Audit, clock: Clock) -> None:
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, AccountsScreen)
        assert "1 [ ] Chirp" in text(app)
        await pilot.press("2")
        assert "2 [x] Forum" in text(app)
        await pilot.press("up", "space")
        assert "1 [x] Chirp" in text(app)
        await pilot.press("1")
        assert "1 [ ] Chirp" in text(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "Which phone do you carry?" in flat(app)
        await pilot.press("2")
        await settled(pilot)
        assert "Have you joined this school within the last year?" in flat(app)
        await pilot.press("1")
        await settled(pilot)
        assert isinstance(app.screen, BoardScreen)
    kept = newcomer.person.settings.read()
    assert (kept.accounts, kept.phone, kept.joined) == (("forum",), Phone.ANDROID, None)
    assert kept.held == {"forum": TODAY, "rules": TODAY}


async def test_the_first_answer_is_at_most_eight_keys_away(newcomer: Audit, clock: Clock) -> None:
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("1", "2", "enter", "2", "1", "enter"):
            await pilot.press(key)
            await settled(pilot)
        assert "1 Already right" in text(app)


async def test_keys_typed_ahead_while_the_accounts_are_kept_change_nothing(newcomer: Audit, clock: Clock) -> None:
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await typed_ahead(pilot, "1", "2", "3", "enter", "2", "1", "enter")
        assert newcomer.person.settings.read().accounts == ("chirp", "forum", "pages")
        assert isinstance(app.screen, AccountsScreen)
        assert app.screen.held == {"chirp", "forum", "pages"}
        assert "Which phone do you carry?" in flat(app)


async def test_one_enter_is_carried_out_before_another_key_counts(
    newcomer: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold, gate = newcomer.person.hold, Event()

    def wait(*said: Any, **named: Any) -> None:  # noqa: ANN401 - handed on as it came
        gate.wait(10)
        hold(*said, **named)

    monkeypatch.setattr(newcomer.person, "hold", wait)
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("1", "enter", "1", "space", "2", "escape", "enter")
        assert "1 [x] Chirp" in text(app)
        gate.set()
        await settled(pilot)
        assert "Which phone do you carry?" in flat(app)
    assert newcomer.person.settings.read().accounts == ("chirp",)


async def test_enter_alone_never_says_that_one_has_nothing(newcomer: Audit, clock: Clock) -> None:
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(4):
            await pilot.press("enter")
            await settled(pilot)
        assert isinstance(app.screen, ConfirmScreen)
        assert "Nothing is marked. Have you none of these?" in flat(app)
        assert newcomer.person.settings.read().accounts is None
        await pilot.press("n")
        await settled(pilot)
        assert isinstance(app.screen, AccountsScreen)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert "Which phone" in flat(app)
    assert newcomer.person.settings.read().accounts == ()


@pytest.mark.parametrize("key", ["q", "escape"])
@pytest.mark.parametrize("before", [(), ("1", "enter"), ("1", "enter", "1")])
async def test_any_of_the_questions_can_be_left_for_later(
    newcomer: Audit, clock: Clock, before: tuple[str, ...], key: str
) -> None:
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for each in (*before, key):
            await pilot.press(each)
            await settled(pilot)
        assert isinstance(app.screen, BoardScreen)
    kept = newcomer.person.settings.read()
    assert (kept.accounts is not None, kept.phone is not None) == (len(before) > 1, len(before) > 2)


async def test_having_been_here_longer_clears_the_day_of_joining(audit: Audit, clock: Clock) -> None:
    audit.person.choose("joined", date(2026, 2, 1))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for key in ("a", "enter", "enter"):
            await pilot.press(key)
            await settled(pilot)
        current = app.screen.query_one(RowList).current
        assert current is not None
        assert current.title == "2 Yes: then I get the induction checks"
        await pilot.press("1")
        await settled(pilot)
        assert isinstance(app.screen, BoardScreen)
    assert audit.person.settings.read().joined is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("28/2/2025", None), ("1/3/2025", date(2025, 3, 1)), ("3/3/2027", date(2027, 3, 3)), ("4/3/2027", None)],
)
async def test_the_day_of_joining_is_within_a_year(audit: Audit, clock: Clock, typed: str, kept: date | None) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        for key in ("a", "enter", "enter", "2"):
            await pilot.press(key)
            await settled(pilot)
        await pilot.press(*typed, "enter")
        await settled(pilot)
        assert isinstance(app.screen, BoardScreen) is (kept is not None)
        assert ("Choose a day within a year of today." in flat(app)) is (kept is None)
    assert audit.person.settings.read().joined == kept


async def test_joining_brings_the_induction_to_the_board(tmp_path: Path, clock: Clock) -> None:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path / "at-school")}))
    app = AuditApp(audit, clock)
    async with app.run_test(size=(80, 40)) as pilot:
        for key in ("1", "enter", "1", "2"):
            await pilot.press(key)
            await settled(pilot)
        await pilot.press(*"1/3/2026", "enter")
        await settled(pilot)
        assert audit.person.settings.read().joined == date(2026, 3, 1)
        assert "Induction" in [row.title for row in app.screen.query_one(RowList).rows]


async def test_what_another_window_chose_meanwhile_stays(newcomer: Audit, clock: Clock, places: Paths) -> None:
    newcomer.person.hold(TODAY - timedelta(days=9), accounts=["chirp", "pages"])
    other = Audit(places)
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        await settled(pilot)
        other.person.hold(TODAY - timedelta(days=1), accounts=["forum", "pages"], instead_of=["chirp", "pages"])
        app.screen.query_one(RowList).go_to("pages")
        await pilot.press("space", "enter")
        await settled(pilot)
    kept = newcomer.person.settings.read()
    assert kept.accounts == ("forum",)
    assert kept.held["forum"] == TODAY - timedelta(days=1)


async def test_what_is_part_of_ones_work_is_told_apart(newcomer: Audit, clock: Clock) -> None:
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        rows = {line.strip(" ▸") for line in text(app).splitlines() if "[ ]" in line}
        assert rows == {"1 [ ] Chirp", "2 [ ] Forum", "3 [ ] Pages you run  part of your work"}


def test_accounts_come_before_what_is_part_of_ones_work(tmp_path: Path) -> None:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path)}))
    kinds = [checklist.kind for checklist in audit.person.choosable()]
    assert kinds == sorted(kinds, key=list(Kind).index)
    assert set(kinds) == set(Kind)


async def test_what_cannot_be_kept_is_told_and_the_question_stays(newcomer: Audit, clock: Clock, places: Paths) -> None:
    app = AuditApp(newcomer, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        places.settings.mkdir(parents=True)
        await pilot.press("1", "enter")
        await pilot.pause(0.3)
        assert "Not done" in text(app)
        assert "1 [x] Chirp" in text(app)
