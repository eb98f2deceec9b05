from pathlib import Path

import pytest

from audit_tui.cli.commands import COMMANDS, GROUPS

from .commands import ARGUMENTS, every
from .newer_schema import KINDS, changed, make_newer, taking_it_for_its_own
from .whole import SHELF


def test_no_command_changes_a_file_of_a_newer_version() -> None:
    assert changed(every()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_command_changes_a_newer_file_among_files_that_it_knows(kind: str) -> None:
    assert changed(every(), KINDS[kind]) == []


def test_each_kind_has_a_file_that_can_be_newer(tmp_path: Path) -> None:
    newer = make_newer(tmp_path)
    kept = {path for path in newer if not path.is_relative_to(tmp_path / SHELF)}
    assert kept == {path for kind in KINDS.values() for path in tmp_path.glob(kind)}
    assert all(any(path in newer for path in tmp_path.glob(kind)) for kind in KINDS.values())
    assert all(b"schema = 2" in path.read_bytes() for path in newer)


def test_every_command_is_among_those_tried() -> None:
    assert len(every()) == len(COMMANDS)
    assert ARGUMENTS.keys() <= every().keys()
    assert {name.split()[0] for name in every() if " " in name} == {*GROUPS} - {""}


@pytest.mark.parametrize("name", ["trip add", "induction"])
def test_a_program_that_rewrites_what_it_read_is_caught(name: str) -> None:
    with taking_it_for_its_own():
        assert changed({name: every()[name]}) == [f"{name}: settings.toml"]
