"""Occasions on the screen, and that they keep what the twin in lines keeps."""

import io
from datetime import date
from pathlib import Path

from audit_tui.plain.review import PlainReview

from audit_tui.audit import Audit
from audit_tui.paths import find_paths
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.tui.app import AuditApp
from audit_tui.tui.screens.board import BoardScreen
from audit_tui.tui.widgets.row_list import RowList

from ..conftest import TODAY, Clock
from .conftest import Open
from .seen import flat, text
from .test_same_record import bare, only_review

IMEI = "490154203237518"
SIZE = (80, 24)


def at_home(home: Path) -> Audit:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(home)}))
    audit.choose("accounts", ["facebook"])
    audit.choose("phone", "iphone")
    return audit


async def test_trips_on_the_screen_and_in_lines_keep_the_same(tmp_path: Path, clock: Clock) -> None:
    on_screen, in_lines = at_home(tmp_path / "screen"), at_home(tmp_path / "lines")
    app = AuditApp(on_screen, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "n", *"Farm", "enter", *"2026-06-10", "enter", *"12 June 2026", "enter")
        await pilot.pause()
        assert "Farm  10 June 2026 to 12 June 2026" in flat(app).replace(" to come", "").replace("Farm 10", "Farm  10")
        await pilot.press("n", *"Zoo", "enter", *"2026-05-01", "enter", "enter")
        await pilot.pause()
        await pilot.press("n", *"Off", "enter", *"2026-05-03", "enter", "enter")
        await pilot.pause()
        app.screen.query_one(RowList).focus()
        app.screen.query_one(RowList).go_to("Off")
        await pilot.press("r", "y")
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
    said = [
        "t",
        "Farm",
        "2026-06-10",
        "12 June 2026",
        "t",
        "Zoo",
        "2026-05-01",
        "",
        "t",
        "Off",
        "2026-05-03",
        "",
        "t",
        "-Off",
        "q",
    ]
    run_menu(in_lines, Console(io.StringIO("\n".join(said) + "\n"), io.StringIO()), clock)
    assert on_screen.places.settings.read_text() == in_lines.places.settings.read_text()
    assert [trip.name for trip in on_screen.occasions.trips] == ["Zoo", "Farm"]


async def test_a_trip_can_be_changed_and_wrong_days_are_told(opened: Open, audit: Audit) -> None:
    audit.plan_trip("Farm", date(2026, 6, 10), date(2026, 6, 12))
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("p", "c", "tab", *["backspace"] * 12, *"soon", "enter")
        await pilot.pause()
        assert "Write a day of the calendar" in flat(app)
        await pilot.press(*["backspace"] * 4, *"2026-06-13", "enter")
        await pilot.pause()
        assert "The last day is before the first." in flat(app)
        await pilot.press(*["backspace"] * 12, *"14 June 2026", "enter")
        await pilot.pause()
        assert [(trip.first, trip.last) for trip in audit.occasions.trips] == [(date(2026, 6, 13), date(2026, 6, 14))]


async def test_a_trip_that_is_near_stands_on_the_board(opened: Open, audit: Audit) -> None:
    audit.plan_trip("Farm", date(2026, 3, 5), date(2026, 3, 6))
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.screen.query_one(RowList).go_to("rules")
        await pilot.press("enter")
        await pilot.pause()
        assert app.current_walk().row.items[2].occasion == "Farm"


async def test_numbers_are_masked_until_the_key_for_all_of_them(opened: Open, audit: Audit) -> None:
    app = opened()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("i", "r", *"490154203237519", "enter", "enter")
        await pilot.pause()
        assert "is not an IMEI" in flat(app)
        assert "490154203237519" not in flat(app)
        await pilot.press("r", *"49 015420 323751-8", "enter", "enter")
        await pilot.pause()
        assert "•••••••••••7518" in text(app)
        assert IMEI not in text(app)
        await pilot.press("v")
        await pilot.pause()
        assert IMEI in text(app)
        await pilot.press("v", "n", "n")
        await pilot.pause()
        assert "Your phone: " in text(app)
        await pilot.press("n", "y")
        await pilot.pause()
        assert "Old phone, until 2 March 2026" in text(app)
        assert IMEI not in text(app)
    assert audit.choices.new_phone == TODAY


async def test_an_incident_on_the_screen_and_in_lines_keeps_the_same(tmp_path: Path, clock: Clock) -> None:
    on_screen, in_lines = at_home(tmp_path / "screen"), at_home(tmp_path / "lines")
    checklist = on_screen.library.checklists["approach"]
    app = AuditApp(on_screen, clock, first=checklist)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", *"a message", "enter", *"today", "enter", *"Chirp", "enter", *"the DSL", "enter")
        await pilot.pause()
        assert "1 entry in the log" in flat(app)
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("q", "enter")
        await pilot.pause()
    said = "e\na message\ntoday\nChirp\nthe DSL\n1\nq\nyes\n"
    PlainReview(in_lines, checklist, Console(io.StringIO(said), io.StringIO()), clock).run()
    path, review = only_review(on_screen)
    assert bare(path) == bare(only_review(in_lines)[0])
    assert [entry.told for entry in review.evidence] == ["the DSL"]


async def test_joining_is_asked_and_starts_the_induction(tmp_path: Path, clock: Clock) -> None:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path / "home")}))
    app = AuditApp(audit, clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter", "enter", "down", "enter")
        await pilot.press(*"2020-01-01", "enter")
        await pilot.pause()
        assert "Choose a day within a year of today." in flat(app)
        await pilot.press(*["backspace"] * 10, *"2026-03-01", "enter")
        await pilot.pause()
        assert audit.choices.joined == date(2026, 3, 1)
        assert "Start with Induction" in flat(app)


async def test_evidence_is_offered_only_for_what_happens(opened: Open) -> None:
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter", "e")
        await pilot.pause()
        assert "Evidence log" not in text(app)
