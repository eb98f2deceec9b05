"""Occasions: induction, trips, a new phone, an incident, reminders, term time."""

import io
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from audit_tui.plain.review import PlainReview

from audit_tui.audit import AnswerInput, Audit
from audit_tui.checklist import Checklist
from audit_tui.cli.main import main
from audit_tui.errors import UsageError, UserError
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.record import Result
from audit_tui.schedule.board import State
from audit_tui.schedule.due import Reason

from .conftest import TODAY, Clock

DAY = timedelta(days=1)
IMEI = "490154203237518"
SECOND = "356938035643809"


# Induction.


def test_induction_asks_for_the_day_of_joining_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["induction"]) == 2
    assert "the day you joined is not known yet" in capsys.readouterr().err.casefold()
    assert main(["induction", "--joined", "2026-09-01"]) == 0
    assert main(["induction", "--format", "markdown"]) == 0
    assert "Joined:** 1 September 2026" in capsys.readouterr().out


# Trips.


def test_trips_are_entered_changed_listed_and_removed(audit: Audit) -> None:
    audit.plan_trip("The farm", date(2026, 6, 10), date(2026, 6, 12))
    audit.plan_trip("Museum", date(2026, 5, 1), date(2026, 5, 1))
    audit.plan_trip("The farm", date(2026, 6, 11), date(2026, 6, 12))
    assert [(trip.name, trip.first.day) for trip in audit.occasions.trips] == [("Museum", 1), ("The farm", 11)]
    audit.cancel_trip("Museum")
    assert [trip.name for trip in Audit(audit.places).occasions.trips] == ["The farm"]
    with pytest.raises(UsageError, match="There is no trip called"):
        audit.cancel_trip("Museum")
    with pytest.raises(UserError, match="the last day is before the first"):
        audit.plan_trip("Back", date(2026, 6, 12), date(2026, 6, 11))
    audit.cancel_trip("The farm")
    assert audit.choices.trips == ()


def test_trips_by_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trip", "add", "The farm", "10 June 2026", "2026-06-12"]) == 0
    assert main(["trip", "list"]) == 0
    assert "The farm  10 June 2026" in capsys.readouterr().out
    assert main(["trip", "remove", "The farm"]) == 0
    assert main(["trip", "remove", "The farm"]) == 2
    assert main(["trip", "add", "Back", "2026-06-12", "2026-06-10"]) == 2
    assert "the last day is before the first" in capsys.readouterr().err


# Term time.


TERMS = ((date(2026, 1, 5), date(2026, 3, 27)),)


def test_term_time_is_off_until_asked_for(audit: Audit) -> None:
    audit.choose("term", [{"first": first, "last": last} for first, last in TERMS])
    assert audit.occasions.terms == ()
    audit.choose("term_time", value=True)
    assert Audit(audit.places).occasions.terms == TERMS


# Phones.


@pytest.mark.parametrize("given_as", [IMEI, "49 015420 323751 8", "49-015420-323751-8"])
def test_an_imei_is_kept_with_its_check_digit_tested(audit: Audit, given_as: str) -> None:
    audit.phones.record((given_as, SECOND), TODAY)
    assert audit.phone_numbers(whole=True) == (("Your phone", (IMEI, SECOND)),)
    assert audit.phone_numbers(whole=False) == (("Your phone", ("•••••••••••7518", "•••••••••••3809")),)
    assert audit.places.imei.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("number", ["490154203237519", "49015420323751", "4901542032375180", "abc", "", "²" * 15])
def test_a_slip_is_told_without_repeating_the_number(audit: Audit, number: str) -> None:
    with pytest.raises(UsageError) as caught:
        audit.phones.record((number,), TODAY)
    assert "IMEI" in str(caught.value)
    assert not number or number not in str(caught.value)
    assert not audit.places.imei.exists()


def test_a_new_phone_keeps_the_old_number_and_asks_about_the_phone_again(audit: Audit, clock: Clock) -> None:
    path = audit.places.builtin / "chirp.toml"
    path.write_text(path.read_text().replace('kind = "platform"', 'kind = "device"'))
    audit = Audit(audit.places)
    device = audit.library.checklists["chirp"]
    draft = audit.open(device, TODAY)
    for check in device.checks:
        draft = audit.answer(draft, device, check, AnswerInput(Result.PASS), TODAY)
    audit.finish(draft, device, clock(), TODAY)
    audit.phones.record((IMEI,), TODAY)
    audit.new_phone(TODAY + DAY)
    seen = audit.row(device, TODAY + DAY)
    assert (seen.state, seen.done) == (State.DUE, 0)
    assert {each.reason for each in seen.items} == {Reason.NEW_PHONE}
    audit.phones.record((SECOND,), TODAY + DAY)
    assert audit.phone_numbers(whole=True) == (("Old phone, until 3 March 2026", (IMEI,)), ("Your phone", (SECOND,)))


def test_the_number_is_shown_whole_by_its_own_command_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"

    def run(*arguments: str, said: str = "") -> str:
        done = subprocess.run([sys.executable, "-m", "audit_tui", *arguments], input=said, capture_output=True,
                              text=True, check=False)  # fmt: skip
        return done.stdout + done.stderr

    recorded = run("imei", "--record", "49 015420 323751 8")
    assert "7518" in recorded
    said = [recorded, run("imei", "--record", "490154203237519"), run("imei", "--new-phone")]
    run("accounts", "--set", "facebook")
    ics = tmp_path / "a.ics"
    said += [run("remind", "--output", str(ics)), ics.read_text()]
    said += [run(*words.split()) for words in (
        "due", "due --json", "summary", "summary --format json", "summary --format markdown", "checklists", "policy",
        "accounts", "where", "trip list", "induction --joined 2026-09-01", "evidence approach",
    )]  # fmt: skip
    said.append(run("--plain", said="i\n\nm\nq\n"))
    (home / "imei.toml").write_text((home / "imei.toml").read_text().replace("recorded", "recorted"))
    said += [run("--plain", said="i\n\nq\n"), run("imei")]
    for text in said:
        assert IMEI not in re.sub(r"\D", "", text), text
    for path in home.rglob("*.toml"):
        assert IMEI not in path.read_text() or path.name == "imei.toml"


def test_the_command_shows_it_whole_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["imei", "--record", IMEI]) == 0
    capsys.readouterr()
    assert main(["imei"]) == 0
    out = capsys.readouterr().out
    assert IMEI in out
    assert "Ask to block SIM and handset" in " ".join(out.split())


# An incident.


@pytest.fixture
def incident(audit: Audit) -> tuple[Audit, Checklist]:
    path = audit.places.builtin / "rules.toml"
    path.write_text(path.read_text().replace("every 12 months", "when it happens"))
    audit = Audit(audit.places)
    return audit, audit.library.checklists["rules"]


def test_an_incident_never_falls_due_and_its_log_is_kept_with_the_review(
    incident: tuple[Audit, Checklist], clock: Clock
) -> None:
    audit, checklist = incident
    said = ["e", "a post about me", "2 March, 21:00", "Chirp", "the head", "e", "", "1", "q", "yes"]
    told = io.StringIO()
    review = PlainReview(audit, checklist, Console(io.StringIO("\n".join(said) + "\n"), told), clock).run()
    assert review is not None
    (entry,) = review.evidence
    assert (entry.what, entry.when, entry.where, entry.told) == (
        "a post about me",
        "2 March, 21:00",
        "Chirp",
        "the head",
    )
    assert "Nothing was written down." in told.getvalue()
    assert audit.evidence(checklist) == (entry,)
    assert audit.row(checklist, TODAY + 900 * DAY).items[0].due is None


def test_a_log_alone_is_worth_keeping_and_is_there_after_a_stop(
    incident: tuple[Audit, Checklist], clock: Clock
) -> None:
    audit, checklist = incident
    told = io.StringIO()
    PlainReview(audit, checklist, Console(io.StringIO("e\nit began\n\n\n\n"), told), clock).run()
    later = Audit(audit.places)
    assert [entry.what for entry in later.evidence(checklist)] == ["it began"]
    draft = later.open(checklist, TODAY)
    assert [entry.what for entry in draft.evidence] == ["it began"]
    review = later.finish(draft, checklist, clock(), TODAY)
    assert review.answers == ()
    assert [entry.what for entry in later.evidence(checklist)] == ["it began"]
    assert later.open(checklist, TODAY).evidence == ()


def test_the_log_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    said = "e\n<b>it</b> began | here\n2 March\nChirp\nthe head\nq\nyes\n"
    subprocess.run([sys.executable, "-m", "audit_tui", "review", "approach", "--plain"], input=said, text=True,
                   check=True, capture_output=True)  # fmt: skip
    assert main(["evidence", "approach"]) == 0
    out = capsys.readouterr().out
    assert "What: <b>it</b> began | here" in out
    assert main(["evidence", "approach", "--format", "markdown"]) == 0
    assert r"\<b\>it\</b\> began \| here" in capsys.readouterr().out


# The menu in lines.


def menu(audit: Audit, clock: Clock, *lines: str) -> str:
    told = io.StringIO()
    run_menu(audit, Console(io.StringIO("".join(f"{line}\n" for line in lines)), told), clock)
    return told.getvalue()


def test_trips_and_numbers_in_lines(audit: Audit, clock: Clock) -> None:
    told = menu(audit, clock, "t", "The farm", "10 June 2026", "", "t", "Bad", "soon", "t", "-Nope", "t", "-The farm",
                "i", f"{IMEI}, {SECOND}", "i", "new", "i", "123", "q")  # fmt: skip
    assert "Not kept: write a day of the calendar" in told
    assert "There is no trip called" in told
    assert "Taken out." in told
    assert "This number is not an IMEI" in told or "this number" in told.casefold()
    assert audit.choices.trips == ()
    assert audit.phone_numbers(whole=True) == (("Old phone, until 2 March 2026", (IMEI, SECOND)),)
    assert IMEI not in told


# Reminders.


def test_remind_writes_over_its_own_file_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.ics"
    assert main(["remind", "--output", str(path)]) == 0
    assert main(["remind", "--output", str(path)]) == 0
    path.write_text("my own list")
    assert main(["remind", "--output", str(path)]) == 2
    assert path.read_text() == "my own list"
    assert "no calendar" in capsys.readouterr().err
