import sys

import pytest

from .acts import Act
from .crash_states import LONG, MAKING, SHORT, is_caught, try_every_state
from .failed_flushes import LONG as LONG_FAILED
from .failed_flushes import SHORT as SHORT_FAILED
from .failed_flushes import TRIED, trusting_the_next_flush, try_each_failure
from .killed_then_cut import LONG as LONG_ANEW
from .killed_then_cut import SHORT as SHORT_ANEW
from .killed_then_cut import try_each_kill
from .removals import SAVING
from .unflushed import TRUSTING, TWINS
from .without_links import without_links

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows flushes names by itself")


@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_nothing_is_lost_in_any_state_that_a_power_cut_may_leave(act: Act) -> None:
    tried = try_every_state(act, SHORT)
    assert tried.states > tried.cuts
    assert tried.gone == []


@pytest.mark.parametrize("name", MAKING)
def test_nothing_is_lost_where_links_are_unknown(name: str) -> None:
    assert try_every_state(without_links(SAVING[name]), 2).gone == []


@pytest.mark.parametrize("act", TRIED.values(), ids=TRIED)
def test_what_is_said_after_a_flush_had_failed_is_so(act: Act) -> None:
    tried = try_each_failure(act, SHORT_FAILED)
    assert tried.cuts
    assert tried.gone == []


@pytest.mark.parametrize("name", ["answer", "answer taken back", "settings", "withdrawal"])
def test_a_twin_that_trusts_the_next_flush_is_caught(name: str) -> None:
    with trusting_the_next_flush():
        assert try_each_failure(TRIED[name], SHORT_FAILED).gone


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


@pytest.mark.long
@pytest.mark.parametrize("act", TRIED.values(), ids=TRIED)
def test_what_is_said_after_any_flush_of_a_long_run_had_failed_is_so(act: Act) -> None:
    assert try_each_failure(act, LONG_FAILED).gone == []
