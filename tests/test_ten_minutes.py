"""Ten minutes with the shipped checklists: for any accounts and any history, a plan keeps its time and shows what matters."""

import random
from datetime import date, datetime, timedelta

import pytest

from audit_tui.checklist import Checklist, Kind, Severity
from audit_tui.record import Answer, Result, noon
from audit_tui.schedule.board import Board, build_board, build_checklist_status
from audit_tui.schedule.due import CheckStatus
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.schedule.plan import Plan, plan

from .shipped import LIBRARY

TODAY = date(2026, 11, 21)
LISTS = list(LIBRARY.checklists.values())
PLATFORMS = [checklist for checklist in LISTS if not checklist.for_everyone]
USUAL = ("facebook", "instagram", "whatsapp")
SITTINGS = 3
Answers = dict[str, dict[str, Answer]]


def held(accounts: set[str]) -> list[Checklist]:
    return [checklist for checklist in LISTS if checklist.for_everyone or checklist.id in accounts]


def board_of(lists: list[Checklist], answers: Answers, today: date, calendar: PersonalCalendar, phone: str) -> Board:
    statuses = [build_checklist_status(each, answers.get(each.id, {}), today, calendar) for each in lists]
    return build_board(statuses, today, calendar, phone)


def answer(status: CheckStatus, at: datetime, opened: date, result: Result = Result.PASS) -> Answer:
    check = status.check
    return Answer(
        check=check.id, on=at.date(), at=at, result=result, expect=check.expect, revision=check.revision, round=opened
    )


def sit(chosen: Plan, board: Board, answers: Answers) -> None:
    """Answer everything of a plan."""
    opened = board.round.opened if board.round else board.today
    for each in chosen.checks:
        answers.setdefault(each.checklist.id, {})[each.status.check.id] = answer(each.status, noon(board.today), opened)


def unseen(board: Board) -> set[tuple[str, str]]:
    return {
        (status.checklist.id, check.check.id)
        for status in board.lists
        for check in status.checks
        if check.is_regular and check.check.severity is Severity.HIGH and check.answer is None
    }


def history(chance: random.Random, lists: list[Checklist]) -> Answers:
    """Some of the lists answered in part, at some time in the last year."""
    answers: Answers = {}
    for checklist in lists:
        if checklist.is_event or chance.random() < 0.5:
            continue
        day = TODAY - timedelta(days=chance.randrange(1, 400))
        for check in checklist.checks:
            if chance.random() < 0.7:
                result = chance.choice([Result.PASS, Result.PASS, Result.FIXED, Result.FAIL, Result.UNKNOWN])
                answers.setdefault(checklist.id, {})[check.id] = Answer(
                    check=check.id,
                    on=day,
                    at=noon(day),
                    result=result,
                    expect=check.expect,
                    revision=check.revision,
                    round=day,
                )
    return answers


def three_sittings(seed: int) -> None:
    """Sit three times with random accounts and history; hold what every sitting promises."""
    chance = random.Random(seed)
    lists = held({checklist.id for checklist in chance.sample(PLATFORMS, chance.randrange(11))})
    calendar = PersonalCalendar(held={each.id: TODAY - timedelta(days=chance.randrange(100)) for each in lists})
    answers, phone = history(chance, lists), chance.choice(["android", "iphone"])
    for n in range(SITTINGS):
        board = board_of(lists, answers, TODAY + timedelta(days=n), calendar, phone)
        chosen = plan(board, 10)
        assert sum(each.minutes for each in chosen.checks) == chosen.minutes <= 10
        assert all(each.minutes % 0.25 == 0 and 0 < each.minutes <= 9 for each in chosen.checks)
        sit(chosen, board, answers)
    left = unseen(board_of(lists, answers, TODAY + timedelta(days=SITTINGS), calendar, phone))
    assert not left, (seed, left)


@pytest.mark.parametrize("hundred", range(10))
def test_for_a_thousand_sets_of_accounts_a_plan_keeps_its_time_and_three_sittings_see_what_matters(
    hundred: int,
) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        three_sittings(seed)


@pytest.mark.parametrize("phone", ["android", "iphone"])
def test_the_usual_accounts_see_eight_of_twelve_in_ten_minutes_and_all_in_two_sittings(phone: str) -> None:
    lists, answers, calendar = held({*USUAL}), dict[str, dict[str, Answer]](), PersonalCalendar()
    seen = []
    for _ in range(2):
        board = board_of(lists, answers, TODAY, calendar, phone)
        before = unseen(board)
        sit(plan(board, 10), board, answers)
        seen.append(len(before - unseen(board_of(lists, answers, TODAY, calendar, phone))))
    assert sum(seen) == len(unseen(board_of(lists, {}, TODAY, calendar, phone))) <= 12
    assert seen[0] >= 8


@pytest.mark.parametrize("phone", ["android", "iphone"])
def test_a_new_joiner_sees_as_much_of_what_matters_most_as_anybody(phone: str) -> None:
    lists, calendar = held({*USUAL}), PersonalCalendar(joined=TODAY - timedelta(days=1))
    chosen = plan(board_of(lists, {}, TODAY, calendar, phone), 10)
    seen = [each for each in chosen.checks if each.status.is_regular and each.status.check.severity is Severity.HIGH]
    assert len(seen) >= 8


def test_the_phone_alone_is_walked_page_by_page() -> None:
    lists = [checklist for checklist in LISTS if checklist.kind is Kind.DEVICE]
    chosen = plan(board_of(lists, {}, TODAY, PersonalCalendar(), "android"), 10)
    assert chosen.checks
    assert len({each.checklist.id for each in chosen.checks}) == 1
