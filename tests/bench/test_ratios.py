from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .ratios import Group, Results, percentile, ratio, run_turn, turned


def results(above: list[float], below: list[float]) -> Results:
    return {"app": [{"ready": value} for value in above], "floor": [{"ready": value} for value in below]}


def test_each_ratio_is_taken_inside_one_turn() -> None:
    slow_once = results([2.0, 20.0, 6.0], [1.0, 10.0, 1.0])
    assert ratio(slow_once, ("app", "ready"), ("floor", "ready")) == 2.0


def test_what_was_not_measured_has_no_ratio() -> None:
    found = results([2.0, 2.0], [1.0])
    assert ratio(found, ("app", "ready"), ("floor", "ready")) is None
    assert ratio(found, ("nobody", "ready"), ("nobody", "ready")) is None
    assert ratio(found, ("app", "quit"), ("floor", "quit")) is None


@given(st.lists(st.floats(1, 1000), min_size=1), st.floats(0.1, 100))
def test_a_program_so_many_times_as_slow_as_its_floor_has_that_ratio(floor: list[float], times: float) -> None:
    found = ratio(results([value * times for value in floor], floor), ("app", "ready"), ("floor", "ready"))
    assert found == pytest.approx(times)


@pytest.mark.parametrize(("part", "value"), [(0, 1), (0.5, 3), (0.95, 4.8), (1, 5)])
def test_a_percentile_lies_between_two_values(part: float, value: float) -> None:
    assert percentile([5, 1, 4, 2, 3], part) == pytest.approx(value)


def test_everybody_has_each_place_in_turn() -> None:
    assert [turned("ABC", turn) for turn in range(4)] == [
        ["A", "B", "C"],
        ["B", "C", "A"],
        ["C", "A", "B"],
        ["A", "B", "C"],
    ]


def test_a_turn_measures_each_once_in_its_order() -> None:
    order: list[str] = []

    def measured(name: str) -> dict[str, float]:
        order.append(name)
        return {"ready": 1.0}

    found: Results = {}
    run_turn(Group({name: partial(measured, name) for name in "ABC"}), 1, found)
    assert order == ["B", "C", "A"]
    assert {name: len(turns) for name, turns in found.items()} == {"A": 1, "B": 1, "C": 1}
