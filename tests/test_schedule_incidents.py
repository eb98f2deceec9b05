"""An incident is under way until it is over."""

from datetime import UTC, date, datetime

import pytest

from audit_tui import phrases
from audit_tui.record import Answer, Evidence, Result
from audit_tui.schedule.board import ChecklistStatus, State, build_board, build_checklist_status
from audit_tui.schedule.due import Reason
from audit_tui.schedule.incidents import Incident, find_incident
from audit_tui.schedule.occasions import PersonalCalendar, Trip

from .schedule_cases import DAY, a_check, a_checklist, an_answer, an_entry

LIST = a_checklist("approach", [a_check(f"c{n}", "high") for n in range(4)], kind="routine", cadence="when it happens")
DAY_ONE = date(2026, 11, 21)
CALENDAR = PersonalCalendar(began=date(2026, 3, 2))


def said(*days: date, result: Result = Result.PASS) -> dict[str, Answer]:
    return {check.id: an_answer(check, day, result) for check, day in zip(LIST.checks, days, strict=False)}


def status(answers: dict[str, Answer], evidence: list[Evidence], today: date = DAY_ONE + 90 * DAY) -> ChecklistStatus:
    return build_checklist_status(LIST, answers, today, CALENDAR, evidence=evidence)


def test_without_answers_or_entries_nothing_is_under_way_and_nothing_is_asked() -> None:
    seen = status({}, [])
    assert (seen.incident, seen.state, seen.asked, seen.due_now) == (None, State.RESTING, 0, ())


def test_an_entry_opens_an_incident_that_lasts_until_it_is_said_to_be_over() -> None:
    entries = [an_entry(2, DAY_ONE + 3 * DAY), an_entry(1, DAY_ONE)]
    assert find_incident(LIST, {}, entries) == Incident(DAY_ONE, 2)
    assert find_incident(LIST, said(*[DAY_ONE] * 4), entries) is not None
    over = [*entries, an_entry(3, DAY_ONE + 5 * DAY, over=True)]
    assert find_incident(LIST, {}, over) is None
    again = [*over, an_entry(4, DAY_ONE + 9 * DAY)]
    found = find_incident(LIST, {}, again)
    assert found is not None
    assert (found.since, found.entries) == (DAY_ONE + 9 * DAY, 1)


def test_some_answers_open_an_incident_and_all_of_them_close_it() -> None:
    assert find_incident(LIST, said(DAY_ONE), []) == Incident(DAY_ONE, 0)
    assert find_incident(LIST, said(*[DAY_ONE] * 3), []) == Incident(DAY_ONE, 0)
    assert find_incident(LIST, said(*[DAY_ONE] * 4), []) is None


@pytest.mark.parametrize(("days", "since"), [(28, DAY_ONE), (29, DAY_ONE + 29 * DAY)])
def test_answers_within_four_weeks_belong_to_one_incident(days: int, since: date) -> None:
    found = find_incident(LIST, said(DAY_ONE, DAY_ONE + days * DAY), [])
    assert found == Incident(since, 0)


def test_answers_from_before_it_was_over_count_no_more() -> None:
    over = an_entry(1, DAY_ONE, over=True)
    early = {check.id: an_answer(check, DAY_ONE, at=datetime(2026, 11, 21, 9, tzinfo=UTC)) for check in LIST.checks[:2]}
    assert find_incident(LIST, early, [over]) is None
    seen = status(early, [over, an_entry(2, DAY_ONE)])
    assert (seen.done, seen.asked, seen.answered) == (0, 4, 0)


@pytest.mark.parametrize(("before", "since"), [(28, DAY_ONE - 28 * DAY), (29, DAY_ONE)])
def test_answers_shortly_before_the_first_entry_belong_to_the_incident(before: int, since: date) -> None:
    assert find_incident(LIST, said(DAY_ONE - before * DAY), [an_entry(1, DAY_ONE)]) == Incident(since, 1)


def test_an_incident_that_was_gone_through_to_the_end_is_not_taken_up_by_the_next() -> None:
    seen = status(said(*[DAY_ONE - 9 * DAY] * 4), [an_entry(1, DAY_ONE)])
    assert seen.incident == Incident(DAY_ONE, 1)
    assert len(seen.due_now) == 4


def test_what_is_not_answered_is_due_since_it_began_and_never_overdue() -> None:
    seen = status(said(DAY_ONE, DAY_ONE), [an_entry(1, DAY_ONE)])
    assert [(each.due, each.reason) for each in seen.due_now] == [(DAY_ONE, Reason.INCIDENT)] * 2
    assert (seen.state, seen.overdue_days) == (State.UNDER_WAY, 0)
    left = status(said(DAY_ONE, result=Result.FAIL), [an_entry(1, DAY_ONE)])
    assert left.checks[0].reason is Reason.OPEN


def test_it_stands_on_top_and_says_since_when() -> None:
    seen = status(said(DAY_ONE, DAY_ONE, DAY_ONE), [an_entry(1, DAY_ONE), an_entry(2, DAY_ONE)], DAY_ONE)
    other = a_checklist("chirp", [a_check("grave", "high")])
    late = build_checklist_status(other, {}, DAY_ONE, CALENDAR)
    board = build_board([late, seen], DAY_ONE, CALENDAR)
    assert late.state is State.OVERDUE
    assert board.lists == (seen, late)
    assert phrases.state(seen) == "under way since 21 November 2026, 2 entries, 3 of 4 done"
    assert phrases.headline(board).startswith(
        "Approach: under way since 21 November 2026, 2 entries, 3 of 4 done. One minute now:"
    )
    assert board.round is not None
    assert board.round.total == 1
    assert board.high == (0, 1)
    alone = status(said(DAY_ONE), [], DAY_ONE)
    assert phrases.state(alone) == "under way since 21 November 2026, 1 of 4 done"


def test_a_list_for_every_quarter_has_no_incidents() -> None:
    other = a_checklist("chirp", [a_check("grave", "high")])
    assert find_incident(other, {}, [an_entry(1, DAY_ONE)]) is None


def test_once_it_is_over_its_answers_count_no_more() -> None:
    seen = status(said(*[DAY_ONE] * 4), [])
    assert (seen.incident, seen.answered, seen.asked, seen.done) == (None, 0, 0, 0)


def test_an_incident_stands_above_a_trip() -> None:
    trips = PersonalCalendar(began=DAY_ONE, trips=(Trip("farm", DAY_ONE + DAY, DAY_ONE + DAY),))
    trip = build_checklist_status(a_checklist("trip", [a_check("off", cadence="before each trip")]), {}, DAY_ONE, trips)
    incident = build_checklist_status(LIST, {}, DAY_ONE, trips, evidence=[an_entry(1, DAY_ONE)])
    assert build_board([trip, incident], DAY_ONE, trips).lists == (incident, trip)
