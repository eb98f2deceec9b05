import pytest

from .read_faults import ASKED, DONE, try_commands
from .twins import heedless


@pytest.mark.parametrize("command", [*ASKED, *DONE], ids=" ".join)
def test_what_cannot_be_read_is_said_and_not_written_over(command: tuple[str, ...]) -> None:
    tried, bad = try_commands([command], long=False)
    assert tried
    assert bad == []


def test_a_heedless_twin_is_caught() -> None:
    with heedless():
        _, bad = try_commands([("trip", "list")], long=False)
    assert any("passed over in silence" in each for each in bad)


@pytest.mark.long
def test_every_fault_of_reading_is_said_and_nothing_is_written_over() -> None:
    tried, bad = try_commands([*ASKED, *DONE], long=True)
    assert tried > 500
    assert bad == []
