import pytest

from .sync import keep_the_newest_file
from .two_devices import LONG, TWIN, merge_often


def test_two_journals_say_the_same_in_whatever_order_they_are_merged() -> None:
    assert merge_often(30) == []


def test_a_careless_twin_is_caught() -> None:
    assert merge_often(TWIN, keep_the_newest_file)


@pytest.mark.long
def test_two_journals_say_the_same_in_thousands_of_orders() -> None:
    assert merge_often(LONG, seed=1) == []
