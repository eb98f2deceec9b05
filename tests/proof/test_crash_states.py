import sys

import pytest

from .acts import Act
from .crash_states import LONG, SHORT, is_caught, try_every_state
from .killed_then_cut import LONG as LONG_ANEW
from .killed_then_cut import SHORT as SHORT_ANEW
from .killed_then_cut import try_each_kill
from .removals import SAVING
from .unflushed import TRUSTING, TWINS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows flushes names by itself")


@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_nothing_is_lost_in_any_state_that_a_power_cut_may_leave(act: Act) -> None:
    tried = try_every_state(act, SHORT)
    assert tried.states > tried.cuts
    assert tried.gone == []


@pytest.mark.parametrize("twin", TWINS, ids=[twin.name for twin in TWINS])
def test_a_twin_without_a_flush_is_caught(twin: Act) -> None:
    assert is_caught(twin)


@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_what_a_killed_process_left_unflushed_is_not_relied_on(act: Act) -> None:
    tried = try_each_kill(act, SHORT_ANEW)
    assert tried.cuts
    assert tried.gone == []


def test_a_twin_that_trusts_a_folder_which_is_there_is_caught() -> None:
    assert try_each_kill(TRUSTING, SHORT_ANEW).gone


@pytest.mark.long
@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_nothing_is_lost_in_any_state_of_a_long_run(act: Act) -> None:
    assert try_every_state(act, LONG).gone == []
    assert try_each_kill(act, LONG_ANEW).gone == []
