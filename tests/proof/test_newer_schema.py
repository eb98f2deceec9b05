import pytest

from audit_tui.cli.commands import COMMANDS, GROUPS

from .commands import ARGUMENTS, every
from .newer_schema import changed, taking_it_for_its_own


def test_no_command_changes_a_file_of_a_newer_version() -> None:
    assert changed(every()) == []


def test_every_command_is_among_those_tried() -> None:
    assert len(every()) == len(COMMANDS)
    assert ARGUMENTS.keys() <= every().keys()
    assert {name.split()[0] for name in every() if " " in name} == {*GROUPS} - {""}


@pytest.mark.parametrize("name", ["trip add", "induction"])
def test_a_program_that_rewrites_what_it_read_is_caught(name: str) -> None:
    with taking_it_for_its_own():
        assert changed({name: every()[name]}) == [f"{name}: settings.toml"]
