import pytest

from audit_tui.person import Person

from .twins_at_once import ForgetfulPerson
from .two_windows import LONG, SHORT, TWIN, change_in_turn


def test_two_open_windows_undo_nothing_of_each_other() -> None:
    assert change_in_turn(Person, SHORT) == []


def test_a_careless_twin_is_caught() -> None:
    assert change_in_turn(ForgetfulPerson, TWIN)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_ten_thousand_changes_by_two_windows_undo_nothing(seed: int) -> None:
    assert change_in_turn(Person, LONG, seed) == []
