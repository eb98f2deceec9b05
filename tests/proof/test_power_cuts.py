from pathlib import Path

import pytest

from .acts import Act
from .mounted import mounted, why_not
from .power_cuts import CUT, EACH, EACH_OF_TWIN, LONG, TWIN, TWINS, cut_often


@pytest.fixture(autouse=True)
def _a_file_system_can_be_mounted() -> None:
    if reason := why_not():
        pytest.skip(reason)


@pytest.mark.parametrize("act", CUT.values(), ids=CUT)
def test_nothing_is_lost_when_the_power_is_cut(act: Act) -> None:
    assert cut_often([act], 1, EACH, seed=len(act.name)).gone == []


@pytest.mark.parametrize("twin", TWINS, ids=[twin.name for twin in TWINS])
def test_a_careless_twin_is_caught(twin: Act) -> None:
    assert cut_often([twin], TWIN, EACH_OF_TWIN).gone


def test_a_mount_that_is_refused_is_told(tmp_path: Path) -> None:
    with pytest.raises(EOFError), mounted(tmp_path / "nowhere"):
        pass


@pytest.mark.long
def test_the_power_is_cut_thousands_of_times_and_nothing_is_lost() -> None:
    tried = cut_often(CUT.values(), LONG, EACH)
    assert tried.kept > LONG
    assert tried.gone == []
