import pytest

from .mishaps import Mishaps
from .model import LONG, NO_SHRINKING, TWIN, Careless, try_out


def test_whatever_is_done_in_whatever_order_the_board_says_what_was_said() -> None:
    assert try_out(Mishaps, 12) == ""


def test_a_careless_twin_is_caught() -> None:
    assert try_out(Careless, TWIN, NO_SHRINKING)


@pytest.mark.long
def test_five_thousand_lives_end_with_what_was_said() -> None:
    assert try_out(Mishaps, LONG) == ""
