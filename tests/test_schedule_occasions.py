"""Occasions: trips, joining, terms and a new phone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.cadence import Cadence, Trigger, Unit
from audit_tui.checklist import Checklist
from audit_tui.record import Answer
from audit_tui.schedule.board import build_checklist_status
from audit_tui.schedule.due import CheckStatus, Reason, build_check_status
from audit_tui.schedule.occasions import PersonalCalendar, Trip

from .schedule_cases import DAY, a_check, a_checklist, an_answer

SPANS = st.builds(
    lambda start, length: (date(2026, 1, 1) + start * DAY, date(2026, 1, 1) + (start + length) * DAY),
    st.integers(0, 300), st.integers(0, 10),
)  # fmt: skip
TRIPS = st.lists(SPANS, max_size=6).map(lambda spans: tuple(Trip(f"T{n}", *span) for n, span in enumerate(spans)))


def answered(checklist: Checklist, check_id: str, on: date) -> Answer:
    return an_answer(next(check for check in checklist.checks if check.id == check_id), on)


@given(trips=TRIPS, start=st.integers(-20, 330))
def test_nothing_is_due_twice_for_one_occasion(yearly: Checklist, trips: tuple[Trip, ...], start: int) -> None:
    """Somebody who answers whatever is due each day is asked once before and once after each span, and not again."""
    calendar = PersonalCalendar(trips=trips)
    checks = {check.id: check for check in yearly.checks if check.id in ("before", "after")}
    latest: dict[str, Answer] = {}
    asked: dict[str, list[date]] = {"before": [], "after": []}
    today = date(2026, 1, 1) + start * DAY
    last = max((trip.last for trip in trips), default=today) + 3 * DAY
    while today <= last:
        for name, check in checks.items():
            found = build_check_status(yearly, check, latest.get(name), today, calendar)
            if found.is_due(today):
                asked[name].append(today)
                latest[name] = answered(yearly, name, today)
                again = build_check_status(yearly, check, latest[name], today, calendar)
                assert not again.is_due(today)
        today += DAY
    begun = date(2026, 1, 1) + start * DAY
    spans = calendar.spans()
    assert len(asked["before"]) <= sum(span.last >= begun for span in spans)
    assert len(asked["after"]) <= len(spans)
    ended = begun - DAY
    for span in spans:
        if span.first - DAY > begun:
            assert any(max(span.first - 8 * DAY, ended + DAY) <= day < span.first for day in asked["before"])
        ended = span.last


@given(trips=TRIPS, on=st.integers(0, 300), later=st.integers(0, 60))
def test_what_is_done_does_not_show_as_due(sample: Checklist, trips: tuple[Trip, ...], on: int, later: int) -> None:
    day_of = date(2026, 1, 1) + on * DAY
    answers = {check.id: answered(sample, check.id, day_of) for check in sample.checks}
    seen = build_checklist_status(sample, answers, day_of + later * DAY, PersonalCalendar(trips=trips))
    assert seen.done + len(seen.due_now) == 3
    for each in seen.checks:
        assert each.is_done(seen.today) != each.is_due(seen.today)
        if each.is_due(seen.today):
            assert each.reason is Reason.TRIP
            assert each.check.id == "location"


@given(joined=st.integers(0, 800), today=st.integers(0, 800), weeks=st.integers(1, 30))
def test_joining_checks_keep_to_the_first_year(yearly: Checklist, joined: int, today: int, weeks: int) -> None:
    first, now = date(2026, 1, 1) + joined * DAY, date(2026, 1, 1) + today * DAY
    check = next(check for check in yearly.checks if check.id == "joined")
    own = replace(check, cadence=Cadence(Trigger.JOINING, weeks, Unit.WEEK))
    found = build_check_status(yearly, own, None, now, PersonalCalendar(joined=first))
    assert found.due in (None, first + weeks * 7 * DAY)
    assert (found.due is None) == (now - first > timedelta(days=366))


# Terms.


TERMS = (
    (date(2026, 1, 5), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 7, 21)),
    (date(2026, 9, 2), date(2026, 12, 18)),
)


def test_a_day_in_the_holidays_is_brought_into_the_last_week_of_term(sample: Checklist) -> None:
    calendar = PersonalCalendar(terms=TERMS)
    seen = build_checklist_status(
        sample, {"private": answered(sample, "private", date(2026, 5, 3))}, date(2026, 6, 1), calendar
    ).checks[0]
    assert (seen.due, seen.by_rule, seen.reason) == (date(2026, 7, 15), date(2026, 8, 3), Reason.TERM)
    assert (
        build_check_status(
            sample, sample.checks[0], answered(sample, "private", date(2026, 1, 20)), date(2026, 2, 1), calendar
        ).by_rule
        is None
    )


@given(st.dates(date(2026, 1, 1), date(2027, 6, 1)))
def test_term_time_never_puts_off_and_never_leaves_term(due: date) -> None:
    moved = PersonalCalendar(terms=TERMS).in_term(due)
    assert PersonalCalendar(terms=TERMS, term_time=False).in_term(due) == due
    assert moved <= due
    if moved != due:
        assert any(first <= moved <= last for first, last in TERMS)
    assert PersonalCalendar().in_term(due) == due


def look(checklist: Checklist, said: Answer | None, today: date, calendar: PersonalCalendar) -> CheckStatus:
    return build_check_status(checklist, checklist.checks[0], said, today, calendar)


FARM, MUSEUM = Trip("farm", date(2026, 6, 10), date(2026, 6, 12)), Trip("museum", date(2026, 6, 15), date(2026, 6, 16))
TWO_TRIPS = PersonalCalendar(trips=(FARM, MUSEUM), began=date(2026, 3, 2))


@pytest.mark.parametrize("answered_on", [9, 12])
@pytest.mark.parametrize("cadence", ["before each trip", "once"])
def test_an_answer_for_one_trip_does_not_count_for_the_next_within_a_week(answered_on: int, cadence: str) -> None:
    asked = a_checklist("trip", [a_check("off", area="location", cadence=cadence)])
    said = an_answer(asked.checks[0], date(2026, 6, answered_on))
    assert look(asked, said, date(2026, 6, 12), TWO_TRIPS).due is None
    again = look(asked, said, date(2026, 6, 13), TWO_TRIPS)
    assert (again.due, again.reason, again.occasion) == (date(2026, 6, 14), Reason.TRIP, "museum")
    between = an_answer(asked.checks[0], date(2026, 6, 13))
    assert look(asked, between, date(2026, 6, 13), TWO_TRIPS).due is None


@pytest.mark.parametrize(("days", "counts"), [(8, True), (9, False)])
def test_an_answer_counts_for_a_trip_from_a_week_before_its_day(days: int, counts: int) -> None:
    asked = a_checklist("trip", [a_check("off", cadence="before each trip")])
    said = an_answer(asked.checks[0], FARM.first - days * DAY)
    assert (look(asked, said, FARM.first - DAY, PersonalCalendar(trips=(FARM,))).due is None) == bool(counts)


@pytest.mark.parametrize(("days", "due"), [(1, True), (60, True), (61, False)])
def test_putting_back_is_asked_for_sixty_days(days: int, due: int) -> None:
    asked = a_checklist("trip", [a_check("on", cadence="after each trip")])
    seen = look(asked, None, FARM.last + days * DAY, PersonalCalendar(trips=(FARM,)))
    assert seen.due == (FARM.last + DAY if due else None)


SUMMER = ((date(2026, 4, 13), date(2026, 7, 21)), (date(2026, 9, 30), date(2026, 12, 18)))


@pytest.mark.parametrize(
    ("due", "moved"),
    [(date(2026, 7, 21), None), (date(2026, 7, 22), date(2026, 7, 15)), (date(2026, 9, 29), date(2026, 7, 15)),
     (date(2026, 9, 30), None), (date(2026, 12, 19), None), (date(2026, 4, 12), None)],
)  # fmt: skip
def test_the_whole_of_a_holiday_of_ten_weeks_is_moved_and_only_between_two_known_terms(
    due: date, moved: date | None
) -> None:
    assert PersonalCalendar(terms=SUMMER).in_term(due) == (moved or due)


def test_a_gap_of_over_ten_weeks_is_no_holiday() -> None:
    far = PersonalCalendar(terms=((date(2026, 4, 13), date(2026, 7, 21)), (date(2026, 11, 2), date(2026, 12, 18))))
    assert far.in_term(date(2026, 9, 29)) == date(2026, 7, 15)
    assert far.in_term(date(2026, 9, 30)) == date(2026, 9, 30)


def test_after_the_last_known_term_a_day_stays(sample: Checklist) -> None:
    summer_only = PersonalCalendar(terms=SUMMER[:1])
    seen = look(sample, answered(sample, "private", date(2026, 6, 10)), date(2026, 6, 11), summer_only)
    assert (seen.due, seen.reason) == (date(2026, 9, 10), Reason.ROUND)


PHONE = a_checklist("phone", [a_check("lock")], kind="device")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "due"), [(-1, None), (0, None), (1, date(2026, 3, 2))])
def test_what_was_answered_before_the_moment_of_a_new_phone_is_due_again(minutes: int, due: date | None) -> None:
    said = an_answer(PHONE.checks[0], NOON.date(), at=NOON)
    replaced = PersonalCalendar(new_phone=NOON + timedelta(minutes=minutes))
    seen = look(PHONE, said, NOON.date(), replaced)
    assert seen.due == (due or date(2026, 6, 2))
    assert (seen.reason is Reason.NEW_PHONE) == (due is not None)
    naive = PersonalCalendar(new_phone=(NOON + timedelta(minutes=minutes)).replace(tzinfo=None))
    assert look(PHONE, said, NOON.date(), naive) == seen


@pytest.mark.parametrize(("on", "due"), [(1, date(2026, 3, 2)), (2, date(2026, 6, 2))])
def test_a_new_phone_without_an_hour_is_there_from_the_start_of_its_day(on: int, due: date) -> None:
    day = date(2026, 3, on)
    said = an_answer(PHONE.checks[0], day, at=datetime.combine(day, time(0, 1), UTC))
    replaced = PersonalCalendar(new_phone=date(2026, 3, 2))
    assert look(PHONE, said, date(2026, 3, 2), replaced).due == due
    assert look(PHONE, said, date(2026, 3, 1), replaced).reason is Reason.ROUND


def test_a_new_phone_asks_nothing_about_accounts(sample: Checklist) -> None:
    replaced = PersonalCalendar(new_phone=date(2026, 3, 3))
    assert (
        look(sample, answered(sample, "private", date(2026, 3, 2)), date(2026, 3, 4), replaced).reason is Reason.ROUND
    )


def test_a_changed_induction_check_is_asked_only_of_those_who_joined_within_the_year() -> None:
    induction = a_checklist("induction", [a_check("office", cadence="within 2 weeks of joining", revision=2)])
    said = an_answer(induction.checks[0], date(2026, 9, 2), revision=1)
    joined = PersonalCalendar(joined=date(2026, 9, 1))
    assert look(induction, said, date(2027, 9, 2), joined).reason is Reason.CHANGED
    assert look(induction, said, date(2027, 9, 3), joined).due is None


def test_an_induction_check_that_was_added_later_is_due_from_its_day() -> None:
    induction = a_checklist(
        "induction", [a_check("office", cadence="within 2 weeks of joining", since=date(2026, 11, 1))]
    )
    assert look(induction, None, date(2026, 11, 1), PersonalCalendar(joined=date(2026, 9, 1))).due == date(2026, 11, 1)


def test_a_changed_location_check_says_so_on_a_trip_as_well() -> None:
    asked = a_checklist("chirp", [a_check("place", area="location", revision=2)])
    said = an_answer(asked.checks[0], date(2026, 5, 1), revision=1)
    assert look(asked, said, FARM.first, TWO_TRIPS).reason is Reason.CHANGED
