import pytest

from .damaged_files import LARGE, LONG, SHORT, STEP, counting_nothing, damage, left_out
from .kinds import Kind
from .kinds_beside import EVERY_KIND
from .salvage import SALVAGING


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)
def test_a_damaged_file_is_taken_in_whole_or_told_of(kind: Kind) -> None:
    found = damage(kind, SHORT, STEP)
    assert found.bad == []
    assert found.tried > SHORT // kind.cost
    assert found.told or kind.by_name


def test_a_reader_that_takes_what_it_can_is_caught() -> None:
    assert damage(SALVAGING, SHORT, STEP).bad


@pytest.mark.parametrize("kind", [kind for kind in EVERY_KIND if kind.has_count], ids=lambda kind: kind.name)
def test_a_reader_that_counts_no_values_is_caught(kind: Kind) -> None:
    with counting_nothing():
        found = damage(kind, 0, LARGE)
    assert found.bad
    assert found.tried > found.told


@pytest.mark.long
@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.name)
def test_a_file_cut_at_every_byte_and_put_wrong_ten_thousand_times_is_whole_or_told_of(kind: Kind) -> None:
    assert damage(kind, LONG).bad == []


@pytest.mark.parametrize(
    ("said", "kept", "missing"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, []),
        ({"a": 1, "b": 2}, {"a": 1}, ["b was left out"]),
        ({"a": [1, 2]}, {"a": [1]}, ["2 became 1"]),
        ({"a": [{"b": "x"}]}, {"a": [{"b": "y"}]}, ["'x' became 'y'"]),
        ({"a": " x  y "}, {"a": "x y"}, []),
    ],
)
def test_what_was_left_out_is_named(said: object, kept: object, missing: list[str]) -> None:
    assert [*left_out(said, kept, patient=False)] == missing
