"""Occasions: induction, trips, an incident, reminders, term time."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.cli.main import main
from audit_tui.errors import UsageError, UserError

from .conftest import Clock
from .plain_talk import menu

# Induction.


def test_induction_asks_for_the_day_of_joining_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["induction"]) == 2
    assert "the day you joined is not known yet" in capsys.readouterr().err.casefold()
    assert main(["induction", "--joined", "2026-09-01"]) == 0
    assert main(["induction", "--format", "markdown"]) == 0
    assert "Joined:** 1 September 2026" in capsys.readouterr().out


# Trips.


def test_trips_are_entered_changed_listed_and_removed(audit: Audit) -> None:
    audit.person.plan_trip("The farm", date(2026, 6, 10), date(2026, 6, 12))
    audit.person.plan_trip("Museum", date(2026, 5, 1), date(2026, 5, 1))
    audit.person.plan_trip("The farm", date(2026, 6, 11), date(2026, 6, 12))
    assert [(trip.name, trip.first.day) for trip in audit.person.calendar().trips] == [("Museum", 1), ("The farm", 11)]
    audit.person.cancel_trip("Museum")
    assert [trip.name for trip in Audit(audit.paths).person.calendar().trips] == ["The farm"]
    with pytest.raises(UsageError, match="There is no trip called"):
        audit.person.cancel_trip("Museum")
    with pytest.raises(UserError, match="the last day is before the first"):
        audit.person.plan_trip("Back", date(2026, 6, 12), date(2026, 6, 11))
    audit.person.cancel_trip("The farm")
    assert audit.person.choices.trips == ()


def test_trips_by_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trip", "add", "The farm", "10 June 2026", "2026-06-12"]) == 0
    assert main(["trip", "list"]) == 0
    assert "The farm  10 June 2026" in capsys.readouterr().out
    assert main(["trip", "remove", "The farm"]) == 0
    assert main(["trip", "remove", "The farm"]) == 2
    assert main(["trip", "add", "Back", "2026-06-12", "2026-06-10"]) == 2
    assert "the last day is before the first" in capsys.readouterr().err


# Trips in lines.


def test_trips_in_lines(audit: Audit, clock: Clock) -> None:
    told = menu(audit, clock, "t", "The farm", "10 June 2026", "", "t", "-Nope", "q")
    assert "Kept: The farm, 10 June 2026." in told
    assert 'There is no trip called "Nope".' in told
    assert [(trip.first.day, trip.last.day) for trip in audit.person.choices.trips] == [(10, 10)]
    assert "Kept: taken out." in menu(audit, clock, "t", "-The farm", "q")
    assert audit.person.choices.trips == ()


@pytest.mark.parametrize(
    ("slips", "told"),
    [(["soon"], 1), (["30/2/2026", "24"], 2), (["10/6/1926", ""], 1), (["10/6/2026", "9/6/2026"], 1), (["10/6/2026", "later", "9/6/2026"], 2)],
)  # fmt: skip
def test_a_trips_days_are_asked_for_again_and_its_name_is_not_lost(
    audit: Audit, clock: Clock, slips: list[str], told: int
) -> None:
    said = menu(audit, clock, "t", "The farm", *slips, "24/6/2026", "26.6.2026", "q")
    assert said.count("Not kept yet") == told
    (trip,) = audit.person.choices.trips
    assert (trip.name, trip.first, trip.last) == ("The farm", date(2026, 6, 24), date(2026, 6, 26))


def test_just_enter_leaves_a_trip_out(audit: Audit, clock: Clock) -> None:
    menu(audit, clock, "t", "The farm", "", "t", "", "q")
    assert audit.person.choices.trips == ()


# Term time.


TERMS = ((date(2026, 1, 5), date(2026, 3, 27)),)


def test_term_time_is_off_until_asked_for(audit: Audit) -> None:
    audit.person.choose("term", [{"first": first, "last": last} for first, last in TERMS])
    assert (audit.person.calendar().terms, audit.person.calendar().term_time) == (TERMS, False)
    audit.person.choose("term_time", value=True)
    assert Audit(audit.paths).person.calendar().term_time


# An incident.


def test_the_log_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    said = "e\n<b>it</b> began | here\n2 March\nChirp\nthe head\nq\n"
    subprocess.run([sys.executable, "-m", "audit_tui", "review", "approach", "--plain"], input=said, text=True,
                   check=True, capture_output=True)  # fmt: skip
    assert main(["evidence", "approach"]) == 0
    out = capsys.readouterr().out
    assert "What: <b>it</b> began | here" in out
    assert main(["evidence", "approach", "--format", "markdown"]) == 0
    assert r"\<b\>it\</b\> began \| here" in capsys.readouterr().out


# Reminders.


def test_remind_writes_over_its_own_file_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.ics"
    assert main(["remind", "--output", str(path)]) == 0
    assert main(["remind", "--output", str(path)]) == 0
    path.write_text("my own list")
    assert main(["remind", "--output", str(path)]) == 2
    assert path.read_text() == "my own list"
    assert "not all of it was written here" in capsys.readouterr().err
