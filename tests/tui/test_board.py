"""The board: what stands where, what Enter starts, and what it says of what could not be read."""

from datetime import date, timedelta

import pytest
from textual.events import AppBlur, AppFocus

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.settings.choices import Phone
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens import board
from audit_tui.tui.screens.board import REST, BoardScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.sitting import SittingScreen
from audit_tui.tui.widgets.row_list import RowList

from ..conftest import TODAY, Clock
from .records import answered, logged
from .seen import flat, text, typed_ahead

SIZE = (80, 24)
INCIDENT = """\
schema = 1
id = "attacked"
title = "If you are attacked"
kind = "routine"
cadence = "when it happens"
steps_verified = 2025-10-01
verified_against = "guides"
[[check]]
id = "picture"
area = "conduct"
ask = "Have you kept a picture of it?"
expect = "A picture kept"
why = "It may be gone tomorrow."
how = ["Keep it."]
"""


def titles(app: AuditApp) -> list[str]:
    return [row.title for row in app.screen.query_one(RowList).rows]


def states(app: AuditApp) -> dict[str, str]:
    return {row.title: row.state for row in app.screen.query_one(RowList).rows}


async def test_the_first_line_is_for_ten_minutes_and_enter_starts_what_matters_most(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert titles(app)[0] == "Ten minutes now"
        assert "▸ Ten minutes now" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SittingScreen)
        asked = [(each.checklist.id, each.status.check.id) for each in app.screen.sitting.asked]
        assert asked == [(each.checklist.id, each.status.check.id) for each in audit.ten_minutes(10, clock()).asked]


async def test_the_round_and_the_progress_are_told(audit: Audit, clock: Clock, chirp: Checklist) -> None:
    answered(audit, chirp, clock, Result.PASS)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Three-monthly review: 1 of " in flat(app)
        assert "1 of 4 in all" in flat(app)


async def test_a_file_that_could_not_be_read_is_told_under_the_headline(
    audit: Audit, clock: Clock, chirp: Checklist, places: Paths
) -> None:
    answered(audit, chirp, clock, Result.PASS)
    review = next(places.journal.glob("*.toml"))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "press f" not in text(app)
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        review.write_text("[")
        app.screen.look()
        await pilot.pause()
        assert text(app).splitlines()[3].strip() == "1 file could not be read: press f."
        await pilot.press("f")
        await pilot.pause()
        assert review.name in flat(app).replace(" ", "")


async def test_a_file_beside_an_unchanged_board_is_told_as_well(audit: Audit, clock: Clock, places: Paths) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        places.journal.mkdir(parents=True)
        (places.journal / f"{TODAY}_chirp_00000001.toml").write_text("[")
        app.post_message(AppBlur())
        app.post_message(AppFocus())
        await pilot.pause()
        assert "1 file could not be read: press f." in text(app)


async def test_a_setting_that_does_nothing_is_no_unread_file(audit: Audit, clock: Clock) -> None:
    audit.person.choose("every", {"chrip": "every 6 months"})
    audit.person.choose("keys", {"board.fly": "f2"})
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "2 settings could not be used: press f." in text(app)
        assert "could not be read" not in text(app)


async def test_settings_spoilt_elsewhere_are_told_when_one_comes_back(
    audit: Audit, clock: Clock, places: Paths
) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        places.settings.write_text("accounts = [")
        app.post_message(AppBlur())
        app.post_message(AppFocus())
        await pilot.pause()
        assert "1 file could not be read: press f." in text(app)


async def test_settings_that_cannot_be_read_are_not_asked_for_anew(places: Paths, clock: Clock) -> None:
    places.settings.parent.mkdir(parents=True)
    places.settings.write_text("accounts = [")
    app = AuditApp(Audit(places), clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert "Not done" in text(app)


async def test_a_schools_bad_file_does_not_keep_a_newcomer_from_being_asked(places: Paths, clock: Clock) -> None:
    (places.builtin / "bad.toml").write_text("[")
    app = AuditApp(Audit(places), clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Which of these do you have?" in text(app)


@pytest.mark.parametrize("day", [TODAY, TODAY + timedelta(days=1)])
async def test_a_trip_in_two_days_stands_above_all_that_was_never_started(
    audit: Audit, clock: Clock, day: date
) -> None:
    audit.person.plan_trip("Farm", TODAY + timedelta(days=2), TODAY + timedelta(days=4))
    clock.day = day
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert titles(app)[:3] == ["Ten minutes now", "Chirp", "School rules"]


async def test_an_incident_under_way_is_at_the_top_until_it_is_said_to_be_over(places: Paths, clock: Clock) -> None:
    (places.builtin / "attacked.toml").write_text(INCIDENT)
    audit = Audit(places)
    audit.person.hold(TODAY, accounts=["chirp"], phone=None)
    logged(audit, audit.person.library.checklists["attacked"], clock, "a message")
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert titles(app)[1] == "If you are attacked"
        assert states(app)["If you are attacked"].startswith("under way since 2 March 2026, 1 entry")
        app.screen.query_one(RowList).go_to("attacked")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert "under way" not in states(app)["If you are attacked"]
        assert titles(app)[-1] == "If you are attacked"


async def test_after_a_sitting_the_cursor_stays_on_its_row(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        rows.go_to("chirp")
        before = [row.key for row in rows.rows].index("chirp")
        await pilot.press("enter")
        await pilot.pause()
        for _ in range(3):
            await pilot.press("1")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        assert [row.key for row in rows.rows].index("chirp") != before
        assert rows.current is not None
        assert rows.current.key == "chirp"


@pytest.mark.parametrize(("key", "held", "opens"), [("y", True, True), ("n", False, True), ("escape", False, False)])
async def test_a_list_that_is_not_held_may_be_added_first(
    audit: Audit, clock: Clock, chirp: Checklist, key: str, *, held: bool, opens: bool
) -> None:
    audit.person.hold(TODAY, accounts=[])
    app = AuditApp(audit, clock, first=chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        assert "Chirp is not among your accounts." in flat(app)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, SittingScreen if opens else BoardScreen)
    kept = audit.person.settings.read()
    assert (kept.accounts == ("chirp",)) is held
    assert ("chirp" in kept.held) is held


async def test_adding_a_list_undoes_nothing_that_another_window_chose(
    audit: Audit, clock: Clock, chirp: Checklist, places: Paths
) -> None:
    audit.person.hold(TODAY, accounts=[])
    app = AuditApp(audit, clock, first=chirp)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        Audit(places).person.hold(TODAY, accounts=["forum"])
        await pilot.press("y")
        await pilot.pause()
    assert audit.person.settings.read().accounts == ("chirp", "forum")


async def found_in_the_palette(app: AuditApp, typed: str) -> str:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *typed)
        for _ in range(50):
            await pilot.pause(0.1)
            if "Go through" in text(app):
                break
        return flat(app)


async def test_the_palette_finds_a_checklist_by_its_other_names_held_or_not(audit: Audit, clock: Clock) -> None:
    audit.person.hold(TODAY, accounts=[])
    assert "Go through Chirp (Chirper)" in await found_in_the_palette(AuditApp(audit, clock), "chirper")


async def test_the_palette_names_each_command_once(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause(0.5)
        assert text(app).count("Key ?") == 1
        assert "f1" not in text(app)


async def test_a_new_day_is_seen_while_the_board_is_open(audit: Audit, clock: Clock, chirp: Checklist) -> None:
    answered(audit, chirp, clock, Result.PASS, Result.PASS, Result.PASS)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert states(app)["Chirp"] == "up to date until 2 June 2026"
        clock.day = date(2026, 6, 2)
        assert isinstance(app.screen, BoardScreen)
        app.screen._look_if_the_day_changed()
        await pilot.pause()
        assert "Privacy checks · 2 June 2026" in text(app)
        assert states(app)["Chirp"] == "due today"


async def test_the_row_under_the_cursor_is_told_in_full(audit: Audit, clock: Clock, chirp: Checklist) -> None:
    answered(audit, chirp, clock, Result.PASS, Result.PASS, Result.PASS)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.screen.query_one(RowList).go_to("chirp")
        await pilot.pause()
        told = "What others can see of you on Chirp. 3 of 3 done. Last answered 2 March 2026. Next due 2 June 2026."
        assert told in flat(app)


async def test_keys_typed_ahead_open_one_box_and_one_sitting(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        rows.choose()
        rows.choose()
        await pilot.pause()
        assert len(app.screen_stack) == 2
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        app.screen.action_hand_in()
        app.screen.action_hand_in()
        await pilot.pause()
        assert len(app.screen_stack) == 2


async def test_light_and_dark_are_remembered(audit: Audit, clock: Clock) -> None:
    async with AuditApp(audit, clock).run_test(size=SIZE) as pilot:
        await pilot.press("t")
        await pilot.pause()
    assert audit.person.settings.read().theme == "audit-light"
    assert AuditApp(audit, clock).theme == "audit-light"


async def test_what_went_wrong_is_told_above_the_list_and_goes_with_the_next_key(
    audit: Audit, clock: Clock, places: Paths
) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        places.settings.write_text("accounts = [")
        await pilot.press("t")
        await pilot.pause(0.3)
        said = [number for number, line in enumerate(text(app).splitlines()) if "Not done" in line]
        assert said
        assert said[0] < 4
        assert "q Quit" in text(app)
        await pilot.press("down")
        await pilot.pause(0.3)
        assert "Not done" not in text(app)


async def test_the_row_for_now_has_no_earlier_answers_and_says_what_is_to_come(shipped: Audit, clock: Clock) -> None:
    shipped.person.hold(TODAY, accounts=["facebook"], phone=Phone.ANDROID)
    app = AuditApp(shipped, clock)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        assert "h Earlier answers" not in text(app)
        assert f"{phrases.coming_line(shipped.board(TODAY))}." in flat(app)
        assert " more checks to come, the next on " in flat(app)
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        await pilot.press("down")
        await pilot.pause()
        assert "h Earlier answers" in text(app)
        assert "to come" not in flat(app)
        await pilot.press("up")
        await pilot.pause()
        assert "h Earlier answers" not in text(app)


@pytest.mark.parametrize(("after", "quits"), [(REST - 0.001, False), (REST, True)])
async def test_q_right_after_coming_back_to_the_board_does_not_quit(
    audit: Audit, clock: Clock, monkeypatch: pytest.MonkeyPatch, *, after: float, quits: bool
) -> None:
    assert REST == 0.6
    now = [0.0]
    monkeypatch.setattr(board, "textual_time", lambda: now[0])
    left: list[bool] = []
    app = AuditApp(audit, clock)
    monkeypatch.setattr(app, "exit", lambda: left.append(True))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("p", "q")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        now[0] += after
        await pilot.press("q")
        await pilot.pause()
    assert bool(left) is quits


async def test_q_on_a_board_just_opened_quits(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running or app._exit


async def test_q_twice_on_a_sitting_with_nothing_answered_leaves_the_board_open(audit: Audit, clock: Clock) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await typed_ahead(pilot, "q", "q")
        assert isinstance(app.screen, BoardScreen)
        assert not app._exit
