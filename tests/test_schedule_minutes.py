"""Minutes are estimated from words, labels and work, and a person's own pace is learnt."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.checklist import Check, Device, Steps
from audit_tui.schedule.minutes import Timed, estimate, estimate_all, learnt_pace, same_page

from .schedule_cases import a_check, an_answer

ON = date(2026, 3, 2)
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def worded(words: int, **more: object) -> Check:
    """Give a check of so many words: one to ask, one to expect, one of how, the rest why."""
    return a_check("c", "medium", ask="Right?", expect="On", why="we " * (words - 3), how=("Look.",), **more)


@pytest.mark.parametrize(("words", "minutes"), [(4, 0.25), (75, 0.25), (76, 0.5), (100, 0.5), (125, 0.5), (126, 0.75)])
def test_two_hundred_words_are_read_in_a_minute(words: int, minutes: float) -> None:
    assert estimate(worded(words), Device.WEB) == minutes


def test_all_that_is_to_be_read_counts() -> None:
    full = a_check("c", ask="a " * 20, expect="b " * 20, why="c " * 20, how=("d " * 20,), verify="e " * 20)
    assert estimate(full, Device.WEB) == 0.5
    assert estimate(full, Device.WEB, seen=True) == 0.25


@pytest.mark.parametrize(
    ("minutes", "seen", "expected"), [(3, False, 3.0), (3, True, 1.5), (5, True, 2.5), (9, False, 9), (60, False, 9)]
)
def test_work_counts_in_full_at_first_and_by_half_later(minutes: int, seen: int, expected: float) -> None:
    assert estimate(worded(4, minutes=minutes), Device.WEB, seen=bool(seen)) == expected


def stepped(*labels: str, **more: object) -> Check:
    return worded(4, steps={"android": labels, "iphone": ("You", *labels)}, confidence="high", **more)


def test_twelve_labels_take_a_minute() -> None:
    labels = [f"L{n}" for n in range(12)]
    assert estimate(stepped(*labels), Device.ANDROID) == 1.0
    assert estimate(stepped(*labels), Device.WEB) == 0.25


def test_the_steps_of_ones_own_phone_are_counted_and_shown() -> None:
    steps = Steps(web=("A",), iphone=("B", "C"), android=("D", "E", "F"))
    assert [steps.preferred(phone) for phone in ("android", "iphone", "none", None)] == [
        Device.ANDROID, Device.IPHONE, Device.WEB, Device.WEB]  # fmt: skip
    assert steps.on(steps.preferred("android")) == ("D", "E", "F")
    assert steps.on(steps.preferred("iphone")) == ("B", "C")
    assert Steps(phone=("G",)).preferred("android") is Device.ANDROID
    assert Steps(iphone=("G",)).preferred("android") is Device.IPHONE
    assert Steps(any=("G",)).preferred("android") is Device.ANY
    assert Steps().preferred("android") is Device.ANDROID
    assert Steps().preferred(None) is Device.WEB


def test_labels_shared_with_the_check_before_cost_nothing() -> None:
    way = [f"L{n}" for n in range(11)]
    check, before = stepped(*way, "End"), stepped(*way, "Other")
    assert estimate(check, Device.ANDROID) == 1.0
    assert estimate(check, Device.ANDROID, before=before) == 0.25
    assert estimate(check, Device.ANDROID, before=stepped("Elsewhere", *way[1:])) == 1.0
    assert estimate(check, Device.ANDROID, before=stepped(*way[:6])) == 0.5
    assert estimate(check, Device.ANDROID, before=check) == 0.25
    assert estimate_all([(check, False), (before, False)], "android") == 1.25


@pytest.mark.parametrize(
    ("here", "there", "same"),
    [(("A", "B", "C"), ("A", "B", "D"), True), (("A", "B"), ("A", "C"), False), (("A", "B"), ("A", "B"), True), (("A", "B"), ("C", "B"), False), (("A",), ("A",), True),
     (("A",), ("B",), False), (("A", "B"), ("A",), False), ((), (), False)],
)  # fmt: skip
def test_a_page_is_the_same_where_all_labels_but_the_last_are(
    here: tuple[str, ...], there: tuple[str, ...], same: int
) -> None:
    one, other = (a_check("c", steps={"web": labels}, confidence="high") for labels in (here, there))
    assert same_page(one, other, Device.WEB) == bool(same)


@given(
    words=st.integers(4, 150),
    labels=st.integers(0, 12),
    work=st.integers(0, 60),
    pace=st.floats(0.5, 2),
    seen=st.booleans(),
)
def test_an_estimate_is_in_quarters_between_one_and_nine_minutes(
    words: int, labels: int, work: int, pace: float, seen: int
) -> None:
    check = stepped(*map(str, range(labels)), minutes=work) if labels else worded(words, minutes=work)
    found = estimate(check, Device.ANDROID, seen=bool(seen), pace=pace)
    assert found % 0.25 == 0
    assert 0.25 <= found <= 9
    assert (
        estimate(check, Device.ANDROID, seen=bool(seen), pace=2)
        >= found
        >= estimate(check, Device.ANDROID, seen=bool(seen), pace=0.5)
    )


def answers(*gaps: float, work: int = 1) -> list[Timed]:
    """Give answers to checks of one minute each, with gaps in seconds between them."""
    moments, at = [NINE], NINE
    for gap in gaps:
        at += timedelta(seconds=gap)
        moments.append(at)
    return [
        Timed("chirp", worded(4, minutes=work), an_answer(worded(4), moment.date(), at=moment)) for moment in moments
    ]


def test_somebody_who_takes_half_as_long_again_is_told_so() -> None:
    assert learnt_pace(answers(90, 90, 90, 90, 90)) == 1.5
    assert learnt_pace(reversed(answers(90, 90, 90, 90, 90))) == 1.5


def test_fewer_than_five_gaps_teach_nothing() -> None:
    assert learnt_pace(answers(90, 90, 90, 90)) == 1.0
    assert learnt_pace([]) == 1.0


@pytest.mark.parametrize(("odd", "learnt"), [(4.9, 1.0), (5, 1.5), (600, 1.5), (600.1, 1.0)])
def test_a_held_key_and_a_pause_teach_nothing(odd: float, learnt: float) -> None:
    assert learnt_pace(answers(90, 90, 90, 90, odd)) == learnt


def test_only_answers_of_one_day_are_held_against_one_another() -> None:
    late = [
        Timed("chirp", one.check, replace(one.answer, on=ON + timedelta(days=n)))
        for n, one in enumerate(answers(*[90] * 6))
    ]
    assert learnt_pace(late) == 1.0


@pytest.mark.parametrize(("gap", "pace"), [(10, 0.5), (30, 0.5), (45, 0.75), (120, 2), (400, 2)])
def test_a_pace_lies_between_half_and_twice(gap: int, pace: float) -> None:
    assert learnt_pace(answers(*[gap] * 5)) == pace


def test_between_two_middle_ones_their_mean_counts() -> None:
    assert learnt_pace(answers(60, 60, 60, 90, 90, 90)) == 1.25


@given(st.lists(st.floats(5, 600), min_size=5, max_size=20))
def test_the_middle_one_counts(gaps: list[float]) -> None:
    assert learnt_pace(answers(*gaps)) == pytest.approx(min(2, max(0.5, median(gap / 60 for gap in gaps))), abs=1e-4)


def test_what_was_seen_before_is_held_against_the_shorter_estimate() -> None:
    again = [Timed(one.checklist_id, one.check, one.answer, seen=True) for one in answers(*[60] * 5, work=2)]
    assert learnt_pace(again) == 1.0
    assert learnt_pace(answers(*[60] * 5, work=2)) == 0.5


def test_a_shared_way_is_not_counted_twice_in_learning_either() -> None:
    check = stepped(*(f"L{n}" for n in range(12)), minutes=1)
    near = [Timed("chirp", check, one.answer) for one in answers(*[60] * 5)]
    apart = [Timed(f"list{n}", check, one.answer) for n, one in enumerate(answers(*[60] * 5))]
    assert learnt_pace(near, "android") == 1.0
    assert learnt_pace(apart, "android") == 0.5
