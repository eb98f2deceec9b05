"""What a person says of accounts, phone and trips, as the keys to set."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.errors import UsageError
from audit_tui.files.table import as_table
from audit_tui.settings.choices import Choices, Phone
from audit_tui.settings.edits import (
    Keys,
    cancel_trip,
    change_phone,
    hold,
    join,
    make_calendar_seed,
    make_share_id,
    plan_trip,
)  # fmt: skip

from .models import model_of

MAY, JUNE = date(2026, 5, 4), date(2026, 6, 1)
FARM = {"name": "Farm", "first": JUNE, "last": JUNE}
MUSEUM = {"name": "Museum", "first": MAY, "last": MAY}


def after(choices: Choices, keys: Keys) -> Choices:
    table: dict[str, Any] = {**as_table(choices), **keys}
    return model_of(Choices, {key: value for key, value in table.items() if value is not None})


def test_an_account_is_held_from_the_day_it_was_first_said() -> None:
    first = after(Choices(), hold(Choices(), today=MAY, accounts=["x"], everyone=["conduct"], devices=["phone"]))
    assert first.held == {"x": MAY, "conduct": MAY, "phone": MAY}
    later = after(first, hold(first, today=JUNE, accounts=["x", "threads"], everyone=["conduct"], devices=["phone"]))
    assert later.accounts == ("threads", "x")
    assert later.held == {"x": MAY, "conduct": MAY, "phone": MAY, "threads": JUNE}


def test_an_account_given_up_and_taken_up_again_begins_anew() -> None:
    had = Choices(accounts=("x",), held={"x": MAY, "conduct": MAY})
    without = after(had, hold(had, today=JUNE, accounts=[], everyone=["conduct"]))
    assert (without.accounts, without.held) == ((), {"conduct": MAY})
    assert after(without, hold(without, today=JUNE, accounts=["x"])).held == {"x": JUNE, "conduct": MAY}


def test_what_is_not_said_stays_as_it_was() -> None:
    had = Choices(accounts=("x",), phone=Phone.IPHONE, held={"x": MAY})
    assert after(had, hold(had, today=JUNE)) == had
    unasked = after(Choices(), hold(Choices(), today=MAY, phone=Phone.ANDROID, everyone=["conduct"]))
    assert (unasked.accounts, unasked.phone, unasked.held) == (None, Phone.ANDROID, {"conduct": MAY})


def test_without_a_phone_its_day_goes() -> None:
    had = Choices(phone=Phone.IPHONE, held={"phone": MAY})
    assert after(had, hold(had, today=JUNE, phone=Phone.NONE, devices=["phone"])).held == {}
    assert after(had, hold(had, today=JUNE, phone=Phone.ANDROID, devices=["phone"])).held == {"phone": MAY}


def test_a_list_that_is_away_for_a_while_keeps_its_day() -> None:
    had = Choices(accounts=("x",), held={"x": MAY, "school-rules": MAY})
    assert after(had, hold(had, today=JUNE, accounts=["x"], everyone=[])).held == {"x": MAY, "school-rules": MAY}


def test_a_day_ahead_of_the_clock_is_brought_back() -> None:
    had = Choices(accounts=("x",), held={"x": date(2062, 1, 1)})
    assert after(had, hold(had, today=MAY)).held == {"x": MAY}


def test_a_trip_renamed_with_a_slip_in_the_year_stays_as_it_was() -> None:
    had = model_of(Choices, {"trip": [FARM]})
    with pytest.raises(UsageError, match="the year should be from 2000 to 2100"):
        plan_trip(had, "The farm", date(1926, 6, 1), JUNE, instead_of="Farm")
    renamed = after(had, plan_trip(had, "The farm", MAY, JUNE, instead_of="Farm"))
    assert [(trip.name, trip.first) for trip in renamed.trips] == [("The farm", MAY)]


def test_a_trip_is_added_to_those_there_in_their_order() -> None:
    had = model_of(Choices, {"trip": [FARM]})
    assert [trip.name for trip in after(had, plan_trip(had, "Museum", MAY, MAY)).trips] == ["Museum", "Farm"]
    (moved,) = after(had, plan_trip(had, " Farm ", MAY, JUNE)).trips
    assert (moved.name, moved.first) == ("Farm", MAY)


def test_a_trip_never_takes_the_place_of_another_by_its_name() -> None:
    had = model_of(Choices, {"trip": [FARM, MUSEUM]})
    with pytest.raises(UsageError, match='There is a trip called "Museum" already'):
        plan_trip(had, "Museum", JUNE, JUNE, instead_of="Farm")
    with pytest.raises(UsageError, match='There is no trip called "Zoo"'):
        plan_trip(had, "Museum", JUNE, JUNE, instead_of="Zoo")
    assert len(after(had, plan_trip(had, "Farm", MAY, MAY, instead_of="Farm")).trips) == 2


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\nb"])
def test_a_trip_has_a_name_that_fits(name: str) -> None:
    with pytest.raises(UsageError, match=r"of 1 to 200 letters|control or invisible"):
        plan_trip(Choices(), name, MAY, MAY)
    assert plan_trip(Choices(), "x" * 200, MAY, MAY)


def test_a_trip_is_taken_out_by_its_name() -> None:
    had = model_of(Choices, {"trip": [FARM, MUSEUM]})
    assert [trip.name for trip in after(had, cancel_trip(had, "Farm")).trips] == ["Museum"]
    with pytest.raises(UsageError, match='There is no trip called "Zoo"'):
        cancel_trip(had, "Zoo")
    assert cancel_trip(model_of(Choices, {"trip": [FARM]}), "Farm") == {"trip": None}


def test_the_day_of_joining_is_kept_and_cleared() -> None:
    joined = after(Choices(), join(Choices(), MAY))
    assert joined.joined == MAY
    assert after(joined, join(joined, None)).joined is None


def test_a_new_phone_has_its_moment() -> None:
    moment = datetime(2026, 5, 4, 12, 30, 15, 999, tzinfo=UTC)
    assert after(Choices(), change_phone(Choices(), moment)).new_phone == moment


@pytest.mark.parametrize(("make", "name"), [(make_share_id, "share_id"), (make_calendar_seed, "calendar_seed")])
def test_a_number_is_made_once_and_for_each_person(make: Any, name: str) -> None:  # noqa: ANN401 - one of two edits
    one, other = after(Choices(), make(Choices())), after(Choices(), make(Choices()))
    assert getattr(one, name) != getattr(other, name)
    assert make(one) == {}


IDS = st.sets(st.sampled_from(["x", "threads", "facebook", "discord"]))
DAYS = st.integers(0, 400).map(lambda days: MAY + timedelta(days))


@given(steps=st.lists(st.tuples(DAYS, IDS), min_size=1, max_size=6))
def test_a_day_is_that_of_the_first_time_since_it_was_last_given_up(steps: list[tuple[date, set[str]]]) -> None:
    choices, expected = Choices(), dict[str, date]()
    for today, accounts in sorted(steps, key=lambda step: step[0]):
        choices = after(choices, hold(choices, today=today, accounts=accounts))
        expected = {name: expected.get(name, today) for name in accounts}
    assert choices.held == expected
