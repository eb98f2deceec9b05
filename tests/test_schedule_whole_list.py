"""A sitting with one whole list: pacing limits what is offered, never what a person chooses to do."""

from datetime import date

from audit_tui.record import Result
from audit_tui.schedule.board import Board
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.schedule.whole_list import plan_checklist

from .schedule_cases import DAY, a_board, a_check, a_checklist, an_answer

TODAY = date(2026, 3, 2)
HIGH, LOW, MEDIUM = a_check("high", "high"), a_check("low", "low"), a_check("medium")
LIST = a_checklist("chirp", [LOW, MEDIUM, HIGH])
HELD = PersonalCalendar(held={"chirp": TODAY})


def asked(board: Board) -> list[str]:
    return [each.status.check.id for each in plan_checklist(board, board.lists[0])]


def test_everything_never_answered_is_asked_though_it_is_not_due_for_months_the_gravest_first() -> None:
    board = a_board([LIST], {}, TODAY, HELD)
    assert [check.check.id for check in board.lists[0].due_now] == ["high"]
    assert asked(board) == ["high", "medium", "low"]


def test_what_was_answered_today_is_not_asked_again_and_what_is_left_to_put_right_is() -> None:
    answers = {("chirp", "high"): an_answer(HIGH, TODAY), ("chirp", "low"): an_answer(LOW, TODAY, Result.FAIL)}
    assert asked(a_board([LIST], answers, TODAY, HELD)) == ["low", "medium"]


def test_where_nothing_is_left_all_of_it_is_asked_for_whoever_wants_to_look_again() -> None:
    answers = {("chirp", check.id): an_answer(check, TODAY) for check in LIST.checks}
    assert asked(a_board([LIST], answers, TODAY + 5 * DAY, HELD)) == ["low", "medium", "high"]


def test_what_may_be_done_early_in_the_open_review_is_asked_with_what_is_due() -> None:
    answers = {
        ("chirp", "high"): an_answer(HIGH, TODAY),
        ("chirp", "medium"): an_answer(MEDIUM, TODAY + 20 * DAY, round=TODAY),
        ("chirp", "low"): an_answer(LOW, TODAY + 60 * DAY, round=TODAY),
    }
    assert asked(a_board([LIST], answers, date(2026, 6, 2), HELD)) == ["medium", "high"]
