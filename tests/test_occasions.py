"""Occasions: induction, trips, a new phone, an incident, reminders, term time."""

import io
import re
import subprocess
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from audit_tui.plain.review import PlainReview
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from audit_tui.audit import AnswerInput, Audit
from audit_tui.cadence import Cadence, Trigger, Unit
from audit_tui.checklist import Checklist
from audit_tui.cli.main import main
from audit_tui.errors import UsageError, UserError
from audit_tui.exports.calendar import to_calendar
from audit_tui.formats.markdown import to_markdown
from audit_tui.formats.text import to_text
from audit_tui.pages.occasions import induction_page
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.record import Answer, Result
from audit_tui.schedule.board import State, row
from audit_tui.schedule.due import Reason, build_check_status
from audit_tui.schedule.occasions import PersonalCalendar, Trip

from .conftest import TODAY, Clock

DAY = timedelta(days=1)
IMEI = "490154203237518"
SECOND = "356938035643809"


# Induction.


def test_not_yet_is_kept_apart_from_overdue(audit: Audit, rules: Checklist, clock: Clock) -> None:
    audit.choose("joined", TODAY - 5 * DAY)
    page = to_text(induction_page(audit.board(TODAY), audit.board(TODAY).row("rules"), TODAY - 5 * DAY))
    said = " ".join(page.split())
    assert "Joined: 25 February 2026" in said
    assert "The office knows not yet: by 11 March 2026" in said
    later = TODAY + 10 * DAY
    assert "overdue since 11 March 2026" in " ".join(
        to_text(induction_page(audit.board(later), audit.board(later).row("rules"), TODAY - 5 * DAY)).split()
    )
    draft = audit.answer(audit.open(rules, TODAY), rules, rules.checks[1], AnswerInput(Result.PASS, "secret"), TODAY)
    audit.finish(draft, rules, clock(), TODAY)
    page = to_markdown(induction_page(audit.board(TODAY), audit.board(TODAY).row("rules"), TODAY - 5 * DAY))
    assert "done 2 March 2026" in page
    assert "does not certify" in page
    assert "Signed" in page
    assert "secret" not in page


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


SPANS = st.builds(
    lambda start, length: (date(2026, 1, 1) + start * DAY, date(2026, 1, 1) + (start + length) * DAY),
    st.integers(0, 300), st.integers(0, 10),
)  # fmt: skip
TRIPS = st.lists(SPANS, max_size=6).map(lambda spans: tuple(Trip(f"T{n}", *span) for n, span in enumerate(spans)))


def answered(checklist: Checklist, check_id: str, on: date) -> Answer:
    check = next(check for check in checklist.checks if check.id == check_id)
    return Answer(
        check=check_id, on=on, result=Result.PASS, expect=check.expect, fingerprint=checklist.fingerprint(check)
    )


@given(trips=TRIPS, start=st.integers(-20, 330))
def test_nothing_is_due_twice_for_one_occasion(yearly: Checklist, trips: tuple[Trip, ...], start: int) -> None:
    """Somebody who answers whatever is due each day is asked once before and once after each span, and not again."""
    occasions = PersonalCalendar(trips=trips)
    checks = {check.id: check for check in yearly.checks if check.id in ("before", "after")}
    latest: dict[str, Answer] = {}
    asked: dict[str, list[date]] = {"before": [], "after": []}
    today = date(2026, 1, 1) + start * DAY
    last = max((trip.last for trip in trips), default=today) + 3 * DAY
    while today <= last:
        for name, check in checks.items():
            found = build_check_status(yearly, check, latest.get(name), today, occasions)
            if found.is_due(today):
                asked[name].append(today)
                latest[name] = answered(yearly, name, today)
                again = build_check_status(yearly, check, latest[name], today, occasions)
                assert not again.is_due(today)
        today += DAY
    begun = date(2026, 1, 1) + start * DAY
    spans = occasions.spans()
    assert len(asked["before"]) <= sum(span.last >= begun for span in spans)
    assert len(asked["after"]) <= len(spans)
    for span in spans:
        if span.first - DAY > begun:
            assert any(span.first - 9 * DAY <= day <= span.last for day in asked["before"])


@given(trips=TRIPS, on=st.integers(0, 300), later=st.integers(0, 60))
def test_what_is_done_does_not_show_as_due(sample: Checklist, trips: tuple[Trip, ...], on: int, later: int) -> None:
    day_of = date(2026, 1, 1) + on * DAY
    answers = {check.id: answered(sample, check.id, day_of) for check in sample.checks}
    seen = row(sample, answers, day_of + later * DAY, PersonalCalendar(trips=trips))
    assert seen.done + len(seen.due_now) == 3
    for each in seen.items:
        assert each.is_done(seen.today) != each.is_due(seen.today)
        if each.is_due(seen.today):
            assert each.reason is Reason.TRIP
            assert each.check.id == "location"


@given(joined=st.integers(0, 800), today=st.integers(0, 800), weeks=st.integers(1, 30))
def test_joining_checks_keep_to_the_first_year(yearly: Checklist, joined: int, today: int, weeks: int) -> None:
    first, now = date(2026, 1, 1) + joined * DAY, date(2026, 1, 1) + today * DAY
    check = next(check for check in yearly.checks if check.id == "joined")
    own = check.model_copy(update={"cadence": Cadence(Trigger.JOINING, weeks, Unit.WEEK)})
    found = build_check_status(yearly, own, None, now, PersonalCalendar(joined=first))
    assert found.due in (None, first + weeks * 7 * DAY)
    assert (found.due is None) == (now - first > timedelta(days=366))


# Term time.


TERMS = (
    (date(2026, 1, 5), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 7, 21)),
    (date(2026, 9, 2), date(2026, 12, 18)),
)


def test_a_day_in_the_holidays_is_brought_into_the_last_week_of_term(sample: Checklist) -> None:
    occasions = PersonalCalendar(terms=TERMS)
    seen = row(sample, {"private": answered(sample, "private", date(2026, 5, 3))}, date(2026, 6, 1), occasions).items[0]
    assert (seen.due, seen.by_rule, seen.reason) == (date(2026, 7, 15), date(2026, 8, 3), Reason.TERM)
    assert (
        build_check_status(
            sample, sample.checks[0], answered(sample, "private", date(2026, 1, 20)), date(2026, 2, 1), occasions
        ).by_rule
        is None
    )


@given(st.dates(date(2026, 1, 1), date(2027, 6, 1)))
def test_term_time_never_puts_off_and_never_leaves_term(due: date) -> None:
    moved = PersonalCalendar(terms=TERMS).in_term(due)
    assert moved <= due
    if moved != due:
        assert any(first <= moved <= last for first, last in TERMS)
    assert PersonalCalendar().in_term(due) == due


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


NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
Parse = Callable[[bytes], dict[str, date]]


def by_icalendar(data: bytes) -> dict[str, date]:
    return {str(event["uid"]): event.decoded("dtstart") for event in Calendar.from_ical(data).walk("VEVENT")}


def by_ics(data: bytes) -> dict[str, date]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import ics

        return {event.uid: event.begin.date() for event in ics.Calendar(data.decode()).events}


def by_vobject(data: bytes) -> dict[str, date]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import vobject

        calendar = vobject.readOne(data.decode())
        return {event.uid.value: event.dtstart.value for event in calendar.vevent_list}


@pytest.fixture
def due_later(audit: Audit, chirp: Checklist, clock: Clock) -> Audit:
    draft = audit.open(chirp, TODAY)
    for check in chirp.checks:
        draft = audit.answer(draft, chirp, check, AnswerInput(Result.PASS, "private note"), TODAY)
    audit.finish(draft, chirp, clock(), TODAY)
    return audit


@pytest.mark.parametrize("parse", [by_icalendar, by_ics, by_vobject])
def test_three_parsers_read_the_same_days(due_later: Audit, parse: Parse) -> None:
    data, count = to_calendar(due_later.board(TODAY), NOW)
    events = parse(data)
    assert count == len(events) == 2
    assert sorted(events.values()) == [TODAY, date(2026, 6, 2)]


def test_a_later_file_moves_events_instead_of_doubling_them(due_later: Audit, chirp: Checklist, clock: Clock) -> None:
    first, _ = to_calendar(due_later.board(TODAY), NOW)
    early = TODAY + 30 * DAY
    draft = due_later.open(chirp, early)
    for check in chirp.checks:
        draft = due_later.answer(draft, chirp, check, AnswerInput(Result.PASS), early)
    due_later.finish(draft, chirp, clock(), early)
    second, _ = to_calendar(due_later.board(early), NOW + timedelta(days=30))
    assert by_icalendar(first).keys() == by_icalendar(second).keys()
    assert date(2026, 7, 1) in by_icalendar(second).values()
    sequences = [
        int(event.decoded("sequence")) for data in (first, second) for event in Calendar.from_ical(data).walk("VEVENT")
    ]
    assert max(sequences[:2]) < min(sequences[2:])


def test_a_calendar_names_nothing_unless_asked(due_later: Audit) -> None:
    plain, _ = to_calendar(due_later.board(TODAY), NOW)
    named, _ = to_calendar(due_later.board(TODAY), NOW, names=True)
    assert b"Chirp" in named
    for word in (b"Chirp", b"chirp", b"private note", b"pass"):
        assert word not in plain
    assert b"private note" not in named
    assert all(len(line) <= 75 for line in plain.split(b"\r\n"))
    for event in Calendar.from_ical(plain).walk("VEVENT"):
        assert event["class"] == "PRIVATE"
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") < timedelta(0)


def test_remind_writes_over_its_own_file_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.ics"
    assert main(["remind", "--output", str(path)]) == 0
    assert main(["remind", "--output", str(path)]) == 0
    path.write_text("my own list")
    assert main(["remind", "--output", str(path)]) == 2
    assert path.read_text() == "my own list"
    assert "no calendar" in capsys.readouterr().err
