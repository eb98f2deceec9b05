import sys

import pytest

from .acts import Act
from .removals import SAVING
from .straced import why_not
from .system_calls import STRACED, kill_acts, strace_acts
from .twins import OVERWRITTEN
from .without_links import WITHOUT_LINKS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs processes that can be killed by a signal")
needs_strace = pytest.mark.skipif(bool(why_not()), reason=why_not() or "strace is here")


@pytest.mark.parametrize("act", [*SAVING.values(), WITHOUT_LINKS], ids=lambda act: act.name)
def test_killed_at_any_call_nothing_is_lost_and_the_next_try_works(act: Act) -> None:
    points, gone = kill_acts([act], long=False)
    assert points >= 20
    assert gone == []


def test_a_twin_that_writes_the_old_file_over_is_caught() -> None:
    _, gone = kill_acts([OVERWRITTEN], long=False)
    assert any("torn" in each for each in gone)


@needs_strace
def test_killed_under_strace_nothing_is_lost() -> None:
    points, gone = strace_acts([SAVING[STRACED]], long=False)
    assert points
    assert gone == []


@pytest.mark.long
@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_killed_at_every_moment_of_every_call_nothing_is_lost(act: Act) -> None:
    points, gone = kill_acts([act], long=True)
    assert points > 100
    assert gone == []


@pytest.mark.long
@needs_strace
@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_killed_under_strace_at_every_call_nothing_is_lost(act: Act) -> None:
    points, gone = strace_acts([act], long=True)
    assert points > 10
    assert gone == []


@pytest.mark.long
@needs_strace
def test_under_strace_the_twin_is_caught_too() -> None:
    _, gone = strace_acts([OVERWRITTEN], long=True)
    assert any("torn" in each for each in gone)
