"""The clock rules, one by one."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.cadence import Cadence, Trigger, Unit
from audit_tui.checklist import Checklist
from audit_tui.record import Answer, Result
from audit_tui.schedule.board import State, build_board, build_checklist_status
from audit_tui.schedule.dates import add_period
from audit_tui.schedule.due import CheckStatus, Reason, build_check_status, is_current
from audit_tui.schedule.occasions import PersonalCalendar, Trip

from .models import an_answer_of

DAY = timedelta(days=1)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
DONE = st.sampled_from([Result.PASS, Result.FIXED, Result.NOTAPPLICABLE])
NO_OCCASIONS = PersonalCalendar()


def answer(checklist: Checklist, check_id: str, on: date, result: Result = Result.PASS, **more: object) -> Answer:
    check = next(check for check in checklist.checks if check.id == check_id)
    return an_answer_of(
        {"check": check_id, "on": on, "result": result, "expect": check.expect, "revision": check.revision} | more
    )


def found(
    checklist: Checklist,
    check_id: str,
    given_answer: Answer | None,
    today: date,
    occasions: PersonalCalendar = NO_OCCASIONS,
) -> CheckStatus:
    check = next(check for check in checklist.checks if check.id == check_id)
    return build_check_status(checklist, check, given_answer, today, occasions)


# 1. Next due is the day of the answer and the cadence in calendar months.


@given(on=DAYS, later=st.integers(0, 400), result=DONE)
def test_a_done_answer_is_due_three_calendar_months_after_its_day_whenever_one_looks(
    sample: Checklist, on: date, later: int, result: Result
) -> None:
    seen = found(sample, "private", answer(sample, "private", on, result), on + later * DAY)
    assert seen.due == add_period(on, 3, Unit.MONTH)
    assert seen.is_due(on + later * DAY) == (on + later * DAY >= add_period(on, 3, Unit.MONTH))


@given(on=DAYS, shift=st.integers(-80, 300))
def test_early_or_late_completion_moves_the_next_day_and_nothing_piles_up(
    sample: Checklist, on: date, shift: int
) -> None:
    again = add_period(on, 3, Unit.MONTH) + shift * DAY
    assert found(sample, "private", answer(sample, "private", again), again).due == add_period(again, 3, Unit.MONTH)


# 2. Due is per check; a checklist is due when its earliest check is; open actions never count as done.


@given(first=DAYS, apart=st.integers(0, 60))
def test_a_checklist_is_due_when_its_earliest_check_is(sample: Checklist, first: date, apart: int) -> None:
    answers = {"private": answer(sample, "private", first), "location": answer(sample, "location", first + apart * DAY),
               "old-posts": answer(sample, "old-posts", first + apart * DAY)}  # fmt: skip
    assert build_checklist_status(sample, answers, first + apart * DAY, NO_OCCASIONS).next_due == add_period(
        first, 3, Unit.MONTH
    )


@pytest.mark.parametrize("result", [Result.FAIL, Result.UNKNOWN])
def test_not_right_and_not_found_stay_open_and_are_never_done(sample: Checklist, result: Result) -> None:
    on = date(2026, 3, 2)
    seen = found(sample, "private", answer(sample, "private", on, result), on + 5 * DAY)
    assert (seen.due, seen.reason) == (on, Reason.OPEN)
    assert seen.is_open
    assert not seen.is_done(on)


def test_an_exception_lapses_on_its_day(sample: Checklist) -> None:
    on, until = date(2026, 3, 2), date(2026, 12, 24)
    waived = answer(sample, "private", on, Result.WAIVED, note="film club", agreed_by="head teacher", until=until)
    before, there = (found(sample, "private", waived, day) for day in (until - DAY, until))
    assert before.is_done(until - DAY)
    assert (there.due, there.reason) == (until, Reason.LAPSED)
    assert not there.is_done(until)


def test_what_does_not_apply_comes_round_again(sample: Checklist) -> None:
    on = date(2026, 8, 31)
    seen = found(sample, "private", answer(sample, "private", on, Result.NOTAPPLICABLE), on)
    assert seen.due == date(2026, 11, 30)


# 3. A check whose meaning changed is due again and says so; a mended menu path does not ask again.


def changed(checklist: Checklist, **fields: Any) -> Checklist:  # noqa: ANN401 - a field of any kind
    first, *others = checklist.checks
    return replace(checklist, checks=(replace(first, **fields), *others))


def test_a_changed_check_is_due_again_and_says_so(sample: Checklist) -> None:
    on = date(2026, 3, 2)
    seen = found(changed(sample, revision=2), "private", answer(sample, "private", on), on + DAY)
    assert (seen.due, seen.reason) == (on + DAY, Reason.CHANGED)


@pytest.mark.parametrize("fields", [{"ask": "Is it private?"}, {"expect": "Hidden: on"}, {"why": "Other words."},
                                    {"link": None}, {"minutes": 9}, {"verify": None}])  # fmt: skip
def test_a_reworded_question_or_a_mended_path_does_not_ask_again(sample: Checklist, fields: dict[str, object]) -> None:
    on = date(2026, 3, 2)
    seen = found(changed(sample, **fields), "private", answer(sample, "private", on), on + DAY)
    assert (seen.due, seen.reason) == (date(2026, 6, 2), Reason.ROUND)


def test_an_answer_already_overdue_keeps_its_own_day_though_the_check_changed(sample: Checklist) -> None:
    on = date(2026, 3, 2)
    today = date(2026, 9, 1)
    assert found(changed(sample, revision=2), "private", answer(sample, "private", on), today).due == date(2026, 6, 2)


@pytest.mark.parametrize(
    ("given_revision", "print_fits", "revision", "current"),
    [(1, False, 1, True), (1, True, 2, False), (2, False, 2, True), (3, False, 2, True),
     (None, True, 1, True), (None, False, 1, False), (None, True, 2, False)],
)  # fmt: skip
def test_an_answer_stands_for_its_revision_or_for_the_first_while_its_fingerprint_fits(
    sample: Checklist, given_revision: int | None, print_fits: int, revision: int, current: int
) -> None:
    asked = changed(sample, revision=revision)
    check = asked.checks[0]
    print_ = asked.fingerprint(check) if print_fits else "0" * 16
    said = answer(sample, "private", date(2026, 3, 2), revision=given_revision, fingerprint=print_)
    assert is_current(asked, check, said) == bool(current)


@pytest.mark.parametrize("given_revision", [None, 1, 4])
@pytest.mark.parametrize("revision", [1, 2])
def test_an_answer_to_a_check_that_was_taken_over_stands_for_the_first_revision(
    sample: Checklist, given_revision: int | None, revision: int
) -> None:
    check = replace(sample.checks[0], revision=revision)
    assert is_current(sample, check, answer(sample, "location", date(2026, 3, 2), revision=given_revision)) is (
        revision == 1
    )


# 4. `every` may be tightened or loosened.


def test_a_person_may_tighten_one_checklist(sample: Checklist) -> None:
    monthly = PersonalCalendar(every={"chirp": Cadence(Trigger.EVERY, 1, Unit.MONTH)})
    on = date(2026, 1, 31)
    seen = found(sample, "private", answer(sample, "private", on), on, monthly)
    assert (seen.due, seen.reason) == (date(2026, 2, 28), Reason.ROUND)


def test_the_default_moves_only_checklists_that_name_no_cadence(sample: Checklist, yearly: Checklist) -> None:
    half = PersonalCalendar(every={"default": Cadence(Trigger.EVERY, 6, Unit.MONTH)})
    on = date(2026, 1, 31)
    assert found(sample, "private", answer(sample, "private", on), on, half).due == date(2026, 7, 31)
    assert found(yearly, "read", answer(yearly, "read", on), on, half).due == date(2027, 1, 31)


# 5. Joining, trips and events.


def test_a_joining_check_is_due_within_its_time_and_only_for_the_first_year(yearly: Checklist) -> None:
    joined = date(2026, 9, 1)
    new = PersonalCalendar(joined=joined)
    assert found(yearly, "joined", None, joined, new).due == date(2026, 9, 15)
    assert found(yearly, "joined", None, date(2027, 12, 1), new).due is None
    assert found(yearly, "joined", None, joined).due is None
    assert found(yearly, "joined", answer(yearly, "joined", joined), date(2027, 8, 1), new).due is None


TRIP = Trip("the farm", date(2026, 6, 10), date(2026, 6, 12))


@pytest.mark.parametrize(
    ("today", "due"),
    [(date(2026, 6, 1), None), (date(2026, 6, 2), date(2026, 6, 9)), (date(2026, 6, 12), date(2026, 6, 9)),
     (date(2026, 6, 13), None)],
)  # fmt: skip
def test_a_trip_check_is_due_the_day_before_and_asked_from_a_week_before(
    yearly: Checklist, today: date, due: date | None
) -> None:
    assert found(yearly, "before", None, today, PersonalCalendar(trips=(TRIP,))).due == due


def test_putting_back_is_due_the_day_after(yearly: Checklist) -> None:
    trips = PersonalCalendar(trips=(TRIP,))
    assert found(yearly, "after", None, date(2026, 6, 12), trips).due is None
    assert found(yearly, "after", None, date(2026, 6, 13), trips).due == date(2026, 6, 13)


def test_an_answered_trip_is_not_asked_again_but_the_next_one_is(yearly: Checklist) -> None:
    later = Trip("the museum", date(2026, 7, 1), date(2026, 7, 1))
    trips = PersonalCalendar(trips=(later, TRIP))
    done = answer(yearly, "before", date(2026, 6, 8))
    assert found(yearly, "before", done, date(2026, 6, 9), trips).due is None
    assert found(yearly, "before", done, date(2026, 6, 30), trips).due == date(2026, 6, 30)


def test_overlapping_trips_are_one_occasion(yearly: Checklist) -> None:
    other = Trip("the coast", date(2026, 6, 12), date(2026, 6, 20))
    trips = PersonalCalendar(trips=(TRIP, other))
    assert [(span.first, span.last) for span in trips.spans()] == [(date(2026, 6, 10), date(2026, 6, 20))]
    assert found(yearly, "after", None, date(2026, 6, 13), trips).due is None
    assert found(yearly, "after", None, date(2026, 6, 21), trips).due == date(2026, 6, 21)


def test_a_cancelled_trip_asks_nothing_though_it_was_answered(yearly: Checklist) -> None:
    done = answer(yearly, "before", date(2026, 6, 8))
    assert found(yearly, "before", done, date(2026, 6, 9), NO_OCCASIONS).due is None


def test_a_trip_brings_a_location_check_forward_and_no_other(sample: Checklist) -> None:
    trips = PersonalCalendar(trips=(TRIP,))
    on, today = date(2026, 5, 20), date(2026, 6, 3)
    near = found(sample, "location", answer(sample, "location", on), today, trips)
    assert (near.due, near.reason, near.occasion) == (date(2026, 6, 9), Reason.TRIP, "the farm")
    assert found(sample, "private", answer(sample, "private", on), today, trips).due == date(2026, 8, 20)
    fresh = found(sample, "location", answer(sample, "location", date(2026, 6, 5)), today, trips)
    assert (fresh.due, fresh.reason) == (date(2026, 9, 5), Reason.ROUND)


def test_a_trip_asks_a_location_check_that_was_never_answered_sooner(sample: Checklist) -> None:
    today = date(2026, 6, 3)
    for began, due, reason in (
        (date(2026, 6, 1), date(2026, 6, 9), Reason.TRIP),  # else it would be the end of June
        (date(2026, 5, 1), date(2026, 5, 29), Reason.TRIP),  # due before, and for the trip as well
    ):
        trips = PersonalCalendar(trips=(TRIP,), began=began)
        never = found(sample, "location", None, today, trips)
        assert (never.due, never.reason) == (due, reason)
    began = date(2026, 6, 1)
    trips = PersonalCalendar(trips=(TRIP,), began=began)
    assert found(sample, "location", None, today, trips).turn == date(2026, 6, 29)
    assert found(sample, "private", None, today, trips).due != date(2026, 6, 9)


def test_what_happens_when_it_happens_never_falls_due(yearly: Checklist) -> None:
    assert found(yearly, "incident", None, date(2026, 3, 2)).due is None
    failed = answer(yearly, "incident", date(2026, 3, 2), Result.FAIL)
    assert found(yearly, "incident", failed, date(2027, 3, 2)).due is None


# 6. Every count shows its denominator; a skip is never done; a lapsed answer never shows as done.


@given(on=DAYS, later=st.integers(0, 800), results=st.lists(st.none() | DONE, min_size=3, max_size=3))
def test_done_and_due_share_out_what_is_asked(
    sample: Checklist, on: date, later: int, results: list[Result | None]
) -> None:
    answers = {check.id: answer(sample, check.id, on, result)
               for check, result in zip(sample.checks, results, strict=True) if result}  # fmt: skip
    seen = build_checklist_status(sample, answers, on + later * DAY, PersonalCalendar(began=on))
    assert seen.asked == 3
    assert seen.done + len(seen.due_now) + len(seen.later) == seen.asked
    assert seen.done <= len(answers)
    if on + later * DAY >= add_period(on, 3, Unit.MONTH):
        assert seen.done == 0


def states(checklist: Checklist, answers: dict[str, Answer], today: date, began: date = date(2026, 3, 2)) -> State:
    return build_checklist_status(checklist, answers, today, PersonalCalendar(began=began)).state


def test_each_state_in_turn(sample: Checklist) -> None:
    on = date(2026, 3, 2)
    every = {check.id: answer(sample, check.id, on) for check in sample.checks}
    due = date(2026, 6, 2)
    assert states(sample, {}, on) is State.COMING
    assert states(sample, {}, on + 28 * DAY) is State.NEW
    assert states(sample, {}, on + 56 * DAY) is State.NEW
    assert states(sample, {}, on + 57 * DAY) is State.OVERDUE
    assert states(sample, {"private": every["private"]}, on) is State.COMING
    assert states(sample, {"private": every["private"]}, on + 28 * DAY) is State.STARTED
    assert states(sample, every | {"private": answer(sample, "private", on, Result.FAIL)}, on) is State.OPEN
    assert states(sample, every, on) is State.UP_TO_DATE
    assert states(sample, every, due - 15 * DAY) is State.UP_TO_DATE
    assert states(sample, every, due - 14 * DAY) is State.SOON
    assert states(sample, every, due) is State.DUE
    assert states(sample, every, due + 28 * DAY) is State.DUE
    assert states(sample, every, due + 29 * DAY) is State.OVERDUE


def test_the_board_puts_the_most_urgent_first(sample: Checklist, yearly: Checklist) -> None:
    on, today = date(2026, 3, 2), date(2026, 7, 2)
    every = {check.id: answer(sample, check.id, on) for check in sample.checks}
    rows = [
        build_checklist_status(yearly, {"read": answer(yearly, "read", today)}, today, NO_OCCASIONS),
        build_checklist_status(sample, every, today, NO_OCCASIONS),
    ]
    seen = build_board(rows, today, NO_OCCASIONS)
    assert [each.checklist.id for each in seen.lists] == ["chirp", "rules"]
    assert seen.lists[0].overdue_days == 30
    assert seen.due == seen.lists[:1]
    assert [each.checklist.id for each in seen.coming] == ["rules"]
    assert seen.next_due == date(2027, 7, 2)
    assert seen.find("rules") is seen.lists[1]
    assert seen.find("none") is None


def test_a_checklist_for_when_it_happens_rests(yearly: Checklist) -> None:
    event = replace(yearly, checks=tuple(c for c in yearly.checks if c.id == "incident"))
    seen = build_checklist_status(event, {}, date(2026, 3, 2), NO_OCCASIONS)
    assert (seen.state, seen.asked, seen.next_due) == (State.RESTING, 0, None)
