import sys

import pytest

from .acts import ACTS, Act
from .private_files import UMASKS, look, readable
from .twins import CARELESS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing on Windows")


@pytest.mark.parametrize("umask", UMASKS, ids=oct)
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_what_is_kept_can_be_read_by_its_owner_alone(act: Act, umask: int) -> None:
    made, wrong = readable(act, umask)
    assert made
    assert wrong == []


def test_a_careless_writer_is_caught() -> None:
    assert look([CARELESS])[1]
