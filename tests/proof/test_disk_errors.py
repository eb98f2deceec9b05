import pytest

from .acts import Act
from .disk_errors import try_act
from .removals import SAVING
from .twins import HOPEFUL, LITTERING, STUBBORN, UNREAD


@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_whatever_the_disk_answers_nothing_is_lost_and_it_is_told(act: Act) -> None:
    tried, bad = try_act(act, long=False)
    assert tried > 30
    assert bad == []


@pytest.mark.parametrize(
    ("twin", "noticed"),
    [(HOPEFUL, "report 0.txt"), (LITTERING, "was left behind"), (STUBBORN, "in the same window the next try fails")],
    ids=["hopeful", "littering", "stubborn"],
)
def test_a_careless_twin_is_caught(twin: Act, noticed: str) -> None:
    _, bad = try_act(twin, long=False)
    assert any(noticed in each for each in bad)


def test_a_program_that_makes_nothing_of_a_failed_flush_or_reading_back_is_caught() -> None:
    _, bad = try_act(UNREAD, long=True)
    for failed in ("fsync of reports", "open of 0.txt"):
        assert any(f"it went on though {failed} failed" in each for each in bad)


@pytest.mark.long
@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_every_fault_at_every_call_loses_nothing_and_is_told(act: Act) -> None:
    tried, bad = try_act(act, long=True)
    assert tried > 300
    assert bad == []
