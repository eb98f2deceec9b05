import pytest

from .full_disk import LONG, SHORT, fill_disks, why_not
from .removals import SAVING
from .twins import HOPEFUL

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "a small disk can be made")


def test_on_a_full_disk_nothing_is_lost_and_with_room_again_it_is_saved() -> None:
    full, bad = fill_disks(SAVING, SHORT)
    assert full >= len(SAVING)
    assert bad == []


def test_a_twin_that_calls_everything_kept_is_caught() -> None:
    _, bad = fill_disks([HOPEFUL.name], SHORT)
    assert any(each.endswith("left: report 1.txt") for each in bad)


@pytest.mark.long
def test_on_many_full_disks_nothing_is_lost() -> None:
    full, bad = fill_disks(SAVING, LONG)
    assert full > 5 * len(SAVING)
    assert bad == []
