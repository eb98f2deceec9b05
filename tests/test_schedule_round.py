"""The three-monthly review has a beginning, members and an end."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_tui.checklist import Checklist
from audit_tui.record import Answer, Result
from audit_tui.schedule.board import Board
from audit_tui.schedule.due import Reason
from audit_tui.schedule.occasions import PersonalCalendar, Trip
from audit_tui.schedule.round import Round

from .schedule_cases import DAY, a_board, a_check, a_checklist, an_answer

BEGAN = date(2026, 3, 2)
CALENDAR = PersonalCalendar(began=BEGAN)
LISTS = [
    a_checklist(name, [a_check("grave", "high"), a_check("mid"), a_check("slight", "low"), a_check("once", cadence="once")])
    for name in ("chirp", "snap", "post")
]  # fmt: skip
KEYS = [(one.id, check.id) for one in LISTS for check in one.checks]
Kept = dict[tuple[str, str], Answer]


def board(answers: Kept, today: date, calendar: PersonalCalendar = CALENDAR) -> Board:
    return a_board(LISTS, answers, today, calendar)


def the_round(answers: Kept, today: date, calendar: PersonalCalendar = CALENDAR) -> Round:
    found = board(answers, today, calendar).round
    assert found is not None
    return found


def give(
    answers: Kept,
    keys: list[tuple[str, str]],
    on: date,
    result: Result = Result.PASS,
    calendar: PersonalCalendar = CALENDAR,
) -> None:
    opened = the_round(answers, on, calendar).opened
    for one in LISTS:
        for check in one.checks:
            if (one.id, check.id) in keys:
                answers[one.id, check.id] = an_answer(check, on, result, round=opened)


def offered(now: Board) -> list[tuple[str, str]]:
    return [(status.checklist.id, check.check.id) for status in now.lists for check in now.offered(status)]


def taken_in(now: Board) -> set[tuple[str, str]]:
    found = now.round
    assert found is not None
    return {(s.checklist.id, c.check.id) for s in now.lists for c in s.checks if found.takes_in(c)}


def test_the_first_round_opens_when_the_account_is_first_held_and_takes_in_everything() -> None:
    assert the_round({}, BEGAN + 9 * DAY) == Round(BEGAN, 12, 0, 0, None, None, first=True)


def test_the_first_round_offers_what_falls_due_within_four_weeks_of_today() -> None:
    assert {key[1] for key in offered(board({}, BEGAN))} == {"grave", "mid", "once"}
    assert {key[1] for key in offered(board({}, date(2026, 6, 2) - 29 * DAY))} == {"grave", "mid", "once"}
    assert {key[1] for key in offered(board({}, date(2026, 6, 2) - 28 * DAY))} == {"grave", "mid", "once", "slight"}


def test_the_first_round_closes_when_its_first_check_comes_round_again() -> None:
    answers: Kept = {}
    give(answers, KEYS[:1], BEGAN)
    assert the_round(answers, date(2026, 6, 1)).first
    later = the_round(answers, date(2026, 6, 2))
    assert (later.opened, later.first, later.looked_at) == (date(2026, 6, 2), False, 0)


def test_what_is_still_to_put_right_is_looked_at_and_told_apart() -> None:
    answers: Kept = {}
    give(answers, KEYS[:-1], BEGAN)
    give(answers, KEYS[-1:], BEGAN + 7 * DAY, Result.FAIL)
    found = the_round(answers, BEGAN + 8 * DAY)
    assert (found.looked_at, found.to_put_right, found.complete_on) == (12, 1, BEGAN + 7 * DAY)
    assert found.next_from == date(2026, 6, 2)


@settings(max_examples=60)
@given(
    began=st.dates(date(2026, 1, 1), date(2027, 12, 31)), first=st.integers(0, 12), second=st.integers(0, 12),
    shares=st.lists(st.integers(0, 2), min_size=12, max_size=12), again=st.lists(st.integers(0, 2), min_size=12, max_size=12),
)  # fmt: skip
def test_three_sittings_in_one_quarter_are_one_round_in_the_next(
    began: date, first: int, second: int, shares: list[int], again: list[int]
) -> None:
    """Their due days lie within 28 days of one another, whichever months they fall in."""
    calendar = PersonalCalendar(began=began)
    answers: Kept = {}
    days = [began, began + first * DAY, began + (first + second) * DAY]
    shares[0], again[-2] = 0, 2
    for n, day in enumerate(days):
        give(answers, [key for key, share in zip(KEYS, shares, strict=True) if share == n], day, calendar=calendar)
    done = the_round(answers, days[2], calendar)
    assert done.complete_on is not None
    assert done.next_from is not None
    opened = done.next_from
    assert the_round(answers, opened - DAY, calendar).complete_on == done.complete_on
    members = [key for key in KEYS if key[1] != "once"]
    for n, day in enumerate((opened, opened + 14 * DAY, opened + 34 * DAY)):
        now = the_round(answers, day, calendar)
        assert (now.opened, now.total, now.complete_on) == (opened, len(members), None)
        keys = [key for key, share in zip(KEYS, again, strict=True) if n in (share, 2) and key in members]
        give(answers, [key for key in keys if answers[key].round != opened], day, calendar=calendar)
    assert the_round(answers, opened + 34 * DAY, calendar).complete_on == opened + 34 * DAY


@st.composite
def histories(draw: st.DrawFn) -> tuple[Kept, date]:
    """Somebody who sits now and then for two years, and answers some of what they are offered or of all there is."""
    answers: Kept = {}
    day = BEGAN
    for _ in range(draw(st.integers(0, 9))):
        day += draw(st.integers(0, 90)) * DAY
        everything = offered(board(answers, day)) if draw(st.booleans()) else KEYS
        some = draw(st.integers(0, 2**12 - 1))
        picked = [key for n, key in enumerate(everything) if some >> n & 1]
        give(answers, picked, day, draw(st.sampled_from([Result.PASS, Result.FIXED, Result.FAIL])))
    return answers, day


@settings(max_examples=150)
@given(history=histories(), step=st.integers(1, 60))
def test_a_round_never_loses_a_check_that_it_took_in(history: tuple[Kept, date], step: int) -> None:
    answers, day = history
    calendar = PersonalCalendar(began=BEGAN, trips=(Trip("farm", day + 10 * DAY, day + 12 * DAY),))
    before, after = board(answers, day, calendar), board(answers, day + step * DAY, calendar)
    assert before.round is not None
    assert after.round is not None
    if after.round.opened == before.round.opened:
        assert taken_in(before) <= taken_in(after)
    else:
        assert after.round.opened > before.round.opened
        assert after.round.opened > day


@settings(max_examples=150)
@given(history=histories(), step=st.integers(0, 200))
def test_once_a_round_is_complete_nothing_is_due_until_the_next(history: tuple[Kept, date], step: int) -> None:
    answers, day = history
    found = the_round(answers, day)
    left = [
        key for key in taken_in(board(answers, day)) if answers.get(key) is None or answers[key].round != found.opened
    ]
    give(answers, left, day)
    done = the_round(answers, day)
    assert done.complete_on is not None
    assert done.looked_at == done.total
    later = day + step * DAY
    due = [c for s in board(answers, later).lists for c in s.due_now if c.reason is not Reason.OPEN]
    assert bool(due) == (done.next_from is not None and later >= done.next_from)


def test_an_account_added_meanwhile_joins_the_round_with_what_is_due_within_four_weeks() -> None:
    answers: Kept = {}
    give(answers, KEYS[:8], BEGAN)
    opened, added = date(2026, 6, 2), date(2026, 7, 20)
    calendar = PersonalCalendar(began=BEGAN, held={"post": added})
    give(answers, [key for key in KEYS[:8] if key[1] != "once"], opened, calendar=calendar)
    now = board(answers, added, calendar)
    assert taken_in(now) == {key for key in KEYS if key[1] not in ("once", "slight")} | {
        ("chirp", "slight"), ("snap", "slight"), ("post", "once")}  # fmt: skip
    assert now.round == Round(opened, 9, 6, 0, None, None, first=False)


def test_what_falls_due_28_days_after_the_opening_is_taken_in_and_on_the_29th_day_is_not() -> None:
    answers: Kept = {}
    give(answers, KEYS[:1], date(2026, 4, 2))
    give(answers, KEYS[1:2], date(2026, 4, 30))
    give(answers, KEYS[2:3], date(2026, 5, 1))
    give(answers, [key for key in KEYS[3:] if key[1] != "once"], date(2026, 5, 20))
    give(answers, [key for key in KEYS if key[1] == "once"], BEGAN)
    now = board(answers, date(2026, 7, 2))
    assert taken_in(now) == set(KEYS[:2])
    assert set(offered(now)) == set(KEYS[:2])


def test_answers_from_before_there_were_rounds_stand_for_their_own_day() -> None:
    answers = {(one.id, check.id): an_answer(check, BEGAN) for one in LISTS for check in one.checks}
    found = the_round(answers, BEGAN + DAY)
    assert (found.opened, found.complete_on, found.next_from) == (BEGAN, BEGAN, date(2026, 6, 2))


def test_a_changed_check_and_a_new_phone_are_to_be_looked_at_again() -> None:
    phone = a_checklist("phone", [a_check("lock", "high"), a_check("find", "high")], kind="device")
    kept = {("phone", check.id): an_answer(check, BEGAN, round=BEGAN) for check in phone.checks}
    complete = a_board([phone], kept, BEGAN + DAY, CALENDAR).round
    assert complete is not None
    assert complete.complete_on == BEGAN
    replaced = PersonalCalendar(began=BEGAN, new_phone=BEGAN + 2 * DAY)
    again = a_board([phone], kept, BEGAN + 2 * DAY, replaced).round
    assert again is not None
    assert (again.opened, again.looked_at, again.total) == (BEGAN, 0, 2)
    raised: Checklist = a_checklist("phone", [a_check("lock", "high", revision=2), phone.checks[1]], kind="device")
    changed = a_board([raised], kept, BEGAN + 2 * DAY, CALENDAR).round
    assert changed is not None
    assert (changed.looked_at, changed.total) == (1, 2)


def test_occasions_belong_to_no_round() -> None:
    trip = a_checklist(
        "trip", [a_check("off", cadence="before each trip"), a_check("office", cadence="within 2 weeks of joining")]
    )
    assert a_board([trip], {}, BEGAN, CALENDAR).round is None


def test_what_was_left_to_put_right_or_has_changed_belongs_to_the_next_round_too() -> None:
    made = [a_check("left"), a_check("changed", cadence="every 1 year", revision=2), a_check("right")]
    asked = a_checklist("chirp", made)
    kept = {("chirp", "left"): an_answer(made[0], BEGAN, Result.FAIL, round=BEGAN),
            ("chirp", "changed"): an_answer(made[1], BEGAN, round=BEGAN, revision=1),
            ("chirp", "right"): an_answer(made[2], BEGAN, round=BEGAN)}  # fmt: skip
    found = a_board([asked], kept, date(2026, 8, 1), CALENDAR).round
    assert found is not None
    assert (found.opened, found.total, found.looked_at) == (date(2026, 6, 2), 3, 0)


def test_an_account_added_late_in_a_round_is_asked_at_its_own_pace() -> None:
    answers: Kept = {}
    give(answers, KEYS[:8], BEGAN)
    added = date(2026, 7, 20)
    calendar = PersonalCalendar(began=BEGAN, held={"post": added})
    give(answers, [key for key in KEYS[:8] if key[1] != "once"], date(2026, 6, 2), calendar=calendar)
    assert offered(board(answers, added, calendar)) == [("post", "grave")]
    assert ("post", "mid") in offered(board(answers, added + 28 * DAY, calendar))


def test_a_round_takes_in_no_occasion() -> None:
    mixed = a_checklist("mixed", [a_check("mid"), a_check("office", cadence="within 2 weeks of joining")])
    now = a_board([mixed], {}, BEGAN, CALENDAR)
    assert taken_in(now) == {("mixed", "mid")}
