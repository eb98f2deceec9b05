"""Reminders: a calendar that tells the days and nothing else."""

import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from audit_tui.exports.calendar import Reminder, reminders, summary, to_calendar
from audit_tui.record import Answer
from audit_tui.schedule.board import Board
from audit_tui.schedule.occasions import PersonalCalendar, Trip

from .schedule_cases import DAY, a_board, a_check, a_checklist, an_answer

BEGAN = date(2026, 3, 2)
CALENDAR = PersonalCalendar(began=BEGAN)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LISTS = [a_checklist(name, [a_check("one", minutes=2), a_check("two")]) for name in ("chirp", "snap", "post")]
Parse = Callable[[bytes], dict[str, date]]
Kept = dict[tuple[str, str], Answer]


def kept(*days: int) -> Kept:
    """Answer each list on a day of its own."""
    return {
        (one.id, check.id): an_answer(check, BEGAN + day * DAY, note="private note", round=BEGAN)
        for one, day in zip(LISTS, days, strict=False)
        for check in one.checks
    }


def board(answers: Kept, today: date = BEGAN, calendar: PersonalCalendar = CALENDAR) -> Board:
    return a_board(LISTS, answers, today, calendar)


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


@pytest.mark.parametrize("parse", [by_icalendar, by_ics, by_vobject])
def test_three_parsers_read_the_same_days(parse: Parse) -> None:
    data, count = to_calendar(board(kept(0, 14)), NOW, "seed")
    events = parse(data)
    assert count == len(events) == 2
    assert sorted(events.values()) == [date(2026, 3, 30), date(2026, 6, 2)]


@pytest.mark.parametrize(("last", "days"), [(28, 1), (30, 2)])
def test_what_comes_round_within_four_weeks_is_one_event(last: int, days: int) -> None:
    found = reminders(board(kept(0, 14, last), date(2026, 4, 2)))
    assert len(found) == days
    assert found[0].day == date(2026, 6, 2)
    assert found[0].titles[:2] == ("Chirp", "Snap")


def test_a_trip_has_its_own_day_and_what_is_due_stands_today() -> None:
    trip = a_checklist("trip", [a_check("off", cadence="before each trip")])
    calendar = PersonalCalendar(began=BEGAN, trips=(Trip("farm", BEGAN + 5 * DAY, BEGAN + 5 * DAY),))
    found = reminders(a_board([trip, a_checklist("late", [a_check("grave", "high")])], {}, BEGAN + DAY, calendar))
    assert [(one.day, one.titles) for one in found] == [(BEGAN + DAY, ("Late",)), (BEGAN + 4 * DAY, ("Trip",))]


def test_an_event_tells_about_how_long_it_takes() -> None:
    data, _ = to_calendar(board({}), NOW, "seed")
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(event["summary"]) == "Privacy checks due: open audit-tui (about 7 minutes)"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.25, "about 1 minute"), (10, "about 10 minutes"), (10.25, "ten minutes to begin with"),
     (60, "ten minutes to begin with")],
)  # fmt: skip
def test_more_than_ten_minutes_are_ten_to_begin_with(minutes: float, said: str) -> None:
    told = summary(Reminder(BEGAN, ("Chirp",), minutes), "open audit-tui")
    assert told == f"Privacy checks due: open audit-tui ({said})"


def summaries(found: Board) -> list[str]:
    events = Calendar.from_ical(to_calendar(found, NOW, "seed")[0]).walk("VEVENT")
    return [str(event["summary"]) for event in events]


def test_the_day_on_which_a_review_opens_is_told_as_that() -> None:
    opening = "Three-monthly review: open audit-tui (ten minutes to begin with)"
    assert summaries(board(kept(0, 0, 0))) == [opening]
    assert summaries(board(kept(0, 0, 0), date(2026, 6, 1))) == [opening]
    assert summaries(board(kept(0, 0, 0), date(2026, 6, 2))) == [opening]
    assert summaries(board(kept(0, 0, 0), date(2026, 6, 3)))[0].startswith("Privacy checks due: open audit-tui (about")
    named, _ = to_calendar(board(kept(0, 0, 0)), NOW, "seed", names=True)
    (event,) = Calendar.from_ical(named).walk("VEVENT")
    assert str(event["summary"]) == "Three-monthly review: Chirp, Snap and Post (ten minutes to begin with)"


def test_a_later_file_moves_events_instead_of_doubling_them() -> None:
    first, _ = to_calendar(board(kept(0, 0, 0)), NOW, "seed")
    second, _ = to_calendar(board(kept(30, 30, 30), BEGAN + 30 * DAY), NOW + timedelta(days=30), "seed")
    assert by_icalendar(first).keys() == by_icalendar(second).keys()
    assert list(by_icalendar(second).values()) == [date(2026, 7, 1)]
    before, after = (Calendar.from_ical(data).walk("VEVENT")[0].decoded("sequence") for data in (first, second))
    assert int(before) < int(after)


def test_nobody_can_tell_from_an_event_whose_or_what_it_is() -> None:
    mine, yours = (set(by_icalendar(to_calendar(board(kept(0, 14)), NOW, seed)[0])) for seed in ("mine", "yours"))
    assert len(mine | yours) == 4
    other_lists = a_board(LISTS[:2], kept(0, 14), BEGAN, CALENDAR)
    again = set(by_icalendar(to_calendar(other_lists, NOW, "mine")[0]))
    assert again <= mine


def test_a_calendar_names_nothing_unless_asked() -> None:
    plain, _ = to_calendar(board(kept(0, 14)), NOW, "seed")
    named, _ = to_calendar(board(kept(0, 14)), NOW, "seed", names=True)
    assert b"Chirp and Snap" in named
    for word in (b"Chirp", b"chirp", b"private note", b"pass"):
        assert word not in plain
    assert b"private note" not in named
    assert all(len(line) <= 75 for line in plain.split(b"\r\n"))
    for event in Calendar.from_ical(plain).walk("VEVENT"):
        assert event["class"] == "PRIVATE"
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") < timedelta(0)
