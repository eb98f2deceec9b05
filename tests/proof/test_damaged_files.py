import pytest

from .damaged_files import LONG, SHORT, STEP, damage, left_out
from .kinds import KINDS, Kind
from .salvage import SALVAGING


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_damaged_file_is_taken_in_whole_or_told_of(kind: Kind) -> None:
    found = damage(kind, SHORT, STEP)
    assert found.bad == []
    assert found.tried > SHORT
    assert found.told or kind.by_name


def test_a_reader_that_takes_what_it_can_is_caught() -> None:
    assert damage(SALVAGING, SHORT, STEP).bad


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
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
