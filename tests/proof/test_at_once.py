import sys

import pytest

from .acts import Act
from .at_once import AT_ONCE, LONG, PROCESSES, SHORT, TWIN, save_at_once
from .twins_at_once import FORGETFUL, ONE_FILE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its processes cannot be begun like these")


@pytest.mark.parametrize("act", AT_ONCE.values(), ids=AT_ONCE)
def test_what_four_processes_save_at_once_is_all_kept(act: Act) -> None:
    assert save_at_once([act], SHORT) == (PROCESSES * SHORT, [])


@pytest.mark.parametrize("twin", [ONE_FILE, FORGETFUL], ids=lambda act: act.name)
def test_a_careless_twin_is_caught(twin: Act) -> None:
    _, gone = save_at_once([twin], TWIN)
    assert gone


@pytest.mark.long
def test_a_thousand_sittings_at_once_are_all_kept() -> None:
    assert save_at_once(AT_ONCE.values(), LONG) == (len(AT_ONCE) * PROCESSES * LONG, [])
