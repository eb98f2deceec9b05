import pytest

from .no_network import WITHOUT, can_be_watched, careless, look

pytestmark = pytest.mark.skipif(not can_be_watched(), reason=WITHOUT)


def test_no_command_and_no_screen_opens_a_socket_to_the_world() -> None:
    assert [*look(one_by_one=False)] == []


def test_a_program_that_opens_one_is_caught() -> None:
    assert careless()


@pytest.mark.long
def test_no_command_in_a_process_of_its_own_opens_a_socket_to_the_world() -> None:
    assert [*look(one_by_one=True)] == []
