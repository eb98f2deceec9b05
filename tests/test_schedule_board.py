"""The board: what stands first, what counts, and what may be asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from audit_tui.record import Answer
from audit_tui.schedule.board import Board, State
from audit_tui.schedule.occasions import PersonalCalendar, Trip

from .schedule_cases import DAY, a_board, a_check, a_checklist, an_answer

BEGAN = date(2026, 3, 2)
CALENDAR = PersonalCalendar(began=BEGAN)
MIXED = a_checklist(
    "chirp",
    [a_check("grave", "high"), a_check("mid"), a_check("slight", "low"), a_check("trip", cadence="before each trip")],
)


def the_ids(board: Board) -> list[str]:
    return [status.checklist.id for status in board.lists]


@pytest.mark.parametrize(("days", "first"), [(8, "trip"), (9, "late")])
def test_a_trip_within_a_week_stands_above_what_is_overdue(days: int, first: str) -> None:
    today = BEGAN + 40 * DAY
    calendar = PersonalCalendar(began=BEGAN, trips=(Trip("farm", today + days * DAY, today + days * DAY),))
    trip = a_checklist("trip", [a_check("off", cadence="before each trip")])
    late = a_checklist("late", [a_check("grave", "high")])
    board = a_board([late, trip], {}, today, calendar)
    assert board.lists[the_ids(board).index("late")].state is State.OVERDUE
    assert the_ids(board)[0] == first


def test_lists_stand_by_urgency_then_by_day_and_those_for_when_they_are_needed_last() -> None:
    lists = [
        a_checklist("event", [a_check("c")], cadence="when it happens"),
        a_checklist("right", [a_check("c", cadence="every 1 year")]),
        a_checklist("coming", [a_check("c", "low")]),
        a_checklist("sooner", [a_check("c")]),
        a_checklist("due", [a_check("c", "high")]),
    ]
    answers = {("right", "c"): an_answer(lists[1].checks[0], BEGAN)}
    board = a_board(lists, answers, BEGAN, CALENDAR)
    assert the_ids(board) == ["due", "sooner", "coming", "right", "event"]
    assert [status.checklist.id for status in board.coming] == ["sooner", "coming", "right"]
    assert board.next_due == BEGAN + 28 * DAY


def test_the_board_counts_what_is_due_and_tells_what_is_to_come() -> None:
    board = a_board([MIXED], {}, BEGAN, CALENDAR)
    (status,) = board.lists
    assert (len(status.due_now), status.asked, board.asked, board.later) == (1, 3, 3, 2)
    assert board.high == (0, 1)


def test_choosing_a_list_asks_everything_that_was_never_answered_paced_or_not() -> None:
    board = a_board([MIXED], {}, BEGAN, CALENDAR)
    assert [check.check.id for check in board.offered(board.lists[0])] == ["grave", "mid"]
    assert [check.check.id for check in board.chosen(board.lists[0])] == ["grave", "mid", "slight", "trip"]
    answers: dict[tuple[str, str], Answer] = {("chirp", c.id): an_answer(c, BEGAN, round=BEGAN) for c in MIXED.checks}
    later = a_board([MIXED], answers, BEGAN + DAY, CALENDAR)
    assert later.chosen(later.lists[0]) == ()


def test_the_pace_is_learnt_from_ones_own_answers() -> None:
    asked = a_checklist("chirp", [a_check(f"c{n}", minutes=1) for n in range(6)])
    noon = an_answer(asked.checks[0], BEGAN).at
    answers = {
        ("chirp", c.id): an_answer(c, BEGAN, at=noon + timedelta(seconds=120 * n), round=BEGAN)
        for n, c in enumerate(asked.checks)
    }
    board = a_board([asked], answers, BEGAN + DAY, CALENDAR)
    assert board.pace == 2
    assert board.minutes(board.lists[0].checks) == 6 * 1.0
    again = {key: replace(answer, round=BEGAN + DAY) for key, answer in answers.items()}
    assert a_board([asked], again, BEGAN + DAY, CALENDAR).pace == 2
    slower = {key: replace(answer, at=noon + (answer.at - noon) / 3) for key, answer in again.items()}
    assert a_board([asked], slower, BEGAN + DAY, CALENDAR).pace == pytest.approx(40 / 30)
