"""Trips on the screen: entered, changed, taken out, in two windows, and as in lines."""

import io
from datetime import date
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.paths import Paths, find_paths
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.widgets.row_list import RowList

from ..conftest import TODAY, Clock
from .seen import flat, settled, text

SIZE = (80, 24)


def trips(audit: Audit) -> list[tuple[str, date, date]]:
    return [(trip.name, trip.first, trip.last) for trip in audit.person.settings.read().trips]


@pytest.mark.parametrize("typed", ["24/11/2026", "24.11.2026", "24 Nov 2026", "2026-11-24"])
async def test_a_day_is_read_the_way_it_is_written_here(audit: Audit, clock: Clock, typed: str) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "n", *"Farm", "enter", *typed, "enter", "enter")
        await settled(pilot)
        assert "24 November 2026" in flat(app)
    assert trips(audit) == [("Farm", date(2026, 11, 24), date(2026, 11, 24))]


async def test_trips_entered_in_two_windows_are_both_there(audit: Audit, clock: Clock, places: Paths) -> None:
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "n", *"Farm", "enter", *"10/6/2026")
        other = Audit(places)
        other.person.plan_trip("Zoo", date(2026, 5, 1), date(2026, 5, 1))
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert "Zoo" in text(app)
        assert "Farm" in text(app)
    assert [name for name, *_ in trips(audit)] == ["Zoo", "Farm"]


async def test_a_slip_in_the_year_keeps_the_trip_and_what_was_typed(audit: Audit, clock: Clock) -> None:
    audit.person.plan_trip("Farm", date(2026, 6, 10), date(2026, 6, 12))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "c", *["backspace"] * 4, *"The farm", "tab")
        await pilot.press(*["backspace"] * 12, *"10/6/1926", "enter", "enter")
        await settled(pilot)
        assert "Not kept." in flat(app)
        assert "The farm" in text(app)
        assert "10/6/1926" in text(app)
        assert trips(audit) == [("Farm", date(2026, 6, 10), date(2026, 6, 12))]
        await pilot.press("shift+tab", *["backspace"] * 4, *"2026", "enter", "enter")
        await settled(pilot)
        assert trips(audit) == [("The farm", date(2026, 6, 10), date(2026, 6, 12))]


async def test_wrong_days_are_told_in_the_box(audit: Audit, clock: Clock) -> None:
    audit.person.plan_trip("Farm", date(2026, 6, 10), date(2026, 6, 12))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "c", "tab", *["backspace"] * 12, *"soon", "enter", "enter")
        await settled(pilot)
        assert "Write a day of the calendar" in flat(app)
        await pilot.press(*["backspace"] * 4, *"2026-06-13", "enter", "enter")
        await settled(pilot)
        assert "The last day is before the first." in flat(app)
        await pilot.press(*["backspace"] * 12, *"14 June 2026", "enter")
        await settled(pilot)
    assert trips(audit) == [("Farm", date(2026, 6, 13), date(2026, 6, 14))]


async def test_a_trip_is_taken_out_only_after_a_yes(audit: Audit, clock: Clock) -> None:
    audit.person.plan_trip("Farm", date(2026, 6, 10), date(2026, 6, 12))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("p", "r", "enter", "n"):
            await pilot.press(key)
            await settled(pilot)
        assert trips(audit)
        await pilot.press("r")
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert trips(audit) == []
        assert "r Take out" not in text(app)
        assert "c Change" not in text(app)
        await pilot.press("q")
        await settled(pilot)
        assert isinstance(app.screen, BoardScreen)


async def test_a_trip_taken_out_in_another_window_is_told(audit: Audit, clock: Clock, places: Paths) -> None:
    audit.person.plan_trip("Farm", date(2026, 6, 10), date(2026, 6, 12))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("p", "r")
        await settled(pilot)
        Audit(places).person.cancel_trip("Farm")
        await pilot.press("y")
        await pilot.pause(0.3)
        assert 'There is no trip called "Farm".' in flat(app)


@pytest.mark.parametrize(("last", "when"), [(date(2026, 3, 1), "past"), (TODAY, "to come")])
async def test_a_trip_is_past_the_day_after_it(audit: Audit, clock: Clock, last: date, when: str) -> None:
    audit.person.plan_trip("Farm", date(2026, 2, 27), last)
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        await settled(pilot)
        rows = app.screen.query_one(RowList).rows
        assert [row.figure for row in rows] == [when]


def at_home(home: Path) -> Audit:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(home)}))
    audit.person.choose("accounts", ["facebook"])
    audit.person.choose("phone", "iphone")
    return audit


async def test_on_the_screen_and_in_lines_the_same_is_kept(tmp_path: Path, clock: Clock) -> None:
    on_screen, in_lines = at_home(tmp_path / "screen"), at_home(tmp_path / "lines")
    app = AuditApp(on_screen, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "n", *"Farm", "enter", *"2026-06-10", "enter", *"12 June 2026", "enter")
        await settled(pilot)
        await pilot.press("n", *"Zoo", "enter", *"2026-05-01", "enter", "enter")
        await settled(pilot)
    said = "t\nFarm\n2026-06-10\n12 June 2026\nt\nZoo\n2026-05-01\n\nq\n"
    run_menu(in_lines, Console(io.StringIO(said), io.StringIO()), clock)
    assert trips(on_screen) == trips(in_lines)
    assert [name for name, *_ in trips(on_screen)] == ["Zoo", "Farm"]


async def test_a_trip_of_one_day_is_shown_as_one_day(audit: Audit, clock: Clock) -> None:
    audit.person.plan_trip("Farm visit", date(2026, 3, 5), date(2026, 3, 5))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        await settled(pilot)
        assert "to 5 March 2026" not in flat(app)
        assert "5 March 2026" in flat(app)
