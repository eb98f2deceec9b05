import pytest

from .killed_on_screen import CARELESS, LONG, TWIN, WITHOUT, kill_often

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(WITHOUT), reason=WITHOUT)]


def test_what_the_screen_went_on_from_is_there_after_a_kill() -> None:
    kept, gone = kill_often(LONG)
    assert kept > LONG
    assert gone == []


def test_a_program_that_writes_later_than_it_says_is_caught() -> None:
    assert kill_often(TWIN, CARELESS)[1]
