"""Handing in and the team page, in lines."""

from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.files.read import read_model
from audit_tui.team.folder import to_bytes
from audit_tui.team.statement import Statement

from .conftest import TODAY, Clock
from .plain_talk import menu


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def flat(told: str) -> str:
    return " ".join(told.split())


def test_sentences_then_the_file_when_asked_then_a_yes(audit: Audit, clock: Clock, folder: Path) -> None:
    told = menu(audit, clock, "g", "Teacher A", str(folder), "what", "file", "yes", "q")
    for words in (
        "Made by Teacher A on 2 March 2026.",
        "can open this folder",
        "Please type yes, no or file.",
        "Handed in.",
    ):
        assert words in flat(told)
    (path,) = folder.iterdir()
    for line in to_bytes(read_model(Statement, path)).decode().splitlines():
        assert flat(line) in flat(told)


@pytest.mark.parametrize("said", [("no", "q"), ("file",), ()])
def test_without_a_yes_nothing_is_written(audit: Audit, clock: Clock, folder: Path, said: tuple[str, ...]) -> None:
    menu(audit, clock, "g", "Teacher A", str(folder), *said)
    assert list(folder.iterdir()) == []
    assert audit.person.settings.read().label is None


def test_the_next_time_just_enter_says_the_same(audit: Audit, clock: Clock, folder: Path) -> None:
    told = menu(audit, clock, "g", "Teacher A", str(folder), "yes", "g", "", "", "yes", "q")
    assert told.count("Handed in.") == 2
    (path,) = folder.iterdir()
    assert read_model(Statement, path).issue == 2


@pytest.mark.parametrize(
    ("said", "told"),
    [(("Teacher A", "/nowhere/at/all"), "there is no such folder"), (("x" * 61,), "at most 60 letters"),
     (("Teacher A", ""), "say which folder, as your lead gave it to you")],
)  # fmt: skip
def test_what_will_not_do_is_told_and_nothing_is_kept(
    audit: Audit, clock: Clock, said: tuple[str, ...], told: str
) -> None:
    assert told in flat(menu(audit, clock, "g", *said, "q"))
    assert audit.person.settings.read().label is None


def test_a_team_with_its_list_and_the_next_time_without_typing(audit: Audit, clock: Clock, folder: Path) -> None:
    audit.hand_in(audit.statement("Teacher A", TODAY), str(folder))
    roster = folder.parent / "list.txt"
    roster.write_text("Teacher A\nSite manager\n")
    told = flat(menu(audit, clock, "team", str(folder), str(roster), "team", "", "", "team", "", ".", "q"))
    assert told.count("Handed in, of your list: 1 of 2") == 2
    assert told.count("- Site manager") == 2
    assert told.count("Up to date: 0 of 1") == 3
    assert audit.person.settings.read().team_list is None


@pytest.mark.parametrize(
    ("said", "told"),
    [(("",), "Say which folder."), (("/nowhere/at/all", ""), "there is no such folder"),
     ((".", "/nowhere/list.txt"), "cannot be read")],
)  # fmt: skip
def test_a_team_that_cannot_be_summed_up_is_told(audit: Audit, clock: Clock, said: tuple[str, ...], told: str) -> None:
    assert told in flat(menu(audit, clock, "team", *said, "q"))
    assert audit.person.settings.read().team_folder is None
