import sys

import pytest

from .acts import Act
from .private_files import UMASKS, look, readable
from .removals import SAVING
from .twins import CARELESS, CLOSED_LATE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing on Windows")


@pytest.mark.parametrize("umask", UMASKS, ids=oct)
@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_what_is_kept_can_be_read_by_its_owner_alone(act: Act, umask: int) -> None:
    made, wrong = readable(act, umask)
    assert made
    assert wrong == []


@pytest.mark.parametrize("twin", [CARELESS, CLOSED_LATE], ids=lambda twin: twin.name)
def test_a_careless_writer_is_caught(twin: Act) -> None:
    assert look([twin])[1]
