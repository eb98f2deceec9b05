"""A school's folder that is not there for a day: at home, off the network, a share that hangs, an empty mount."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import Away, Unreadable
from audit_tui.files.in_time import in_time
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.school import lists
from audit_tui.sitting.given import AnswerInput

from .conftest import TODAY, Clock
from .plain_talk import menu
from .school_cases import choose, make_school


@pytest.fixture
def folder(tmp_path: Path, places: Paths) -> Path:
    """A school's folder, chosen by somebody who holds an account of its own lists."""
    made = make_school(tmp_path / "ours")
    choose(places, made)
    return made


def opened(places: Paths) -> Audit:
    audit = Audit(places)
    audit.person.note_held(TODAY)
    return audit


def answer_all(audit: Audit, clock: Clock, *names: str) -> None:
    for name in names:
        checklist = audit.person.library.checklists[name]
        sitting = audit.sitting(checklist, clock())
        for number in range(len(sitting.asked)):
            sitting.answer(number, AnswerInput(Result.PASS), clock())


def kept(places: Paths) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (*places.journal.iterdir(), places.settings)}


def test_answers_and_dates_are_all_back_when_the_folder_is(places: Paths, folder: Path, clock: Clock) -> None:
    audit = opened(places)
    answer_all(audit, clock, "club", "ours", "chirp")
    before, bytes_before = audit.board(TODAY), kept(places)
    assert str(audit.person.calendar().every["chirp"]) == "every 1 month"

    folder.rename(folder.with_name("gone"))
    away = opened(places)
    board = away.board(TODAY)
    assert {status.checklist.id for status in board.lists} == {"chirp", "rules"}
    assert "chirp" not in away.person.calendar().every
    assert [type(problem) for problem in away.problems] == [Away]
    assert str(away.problems[0]) == (
        f"{folder}: the school's folder is not there just now. Until it is back, the built-in checklists are used alone "
        "and as often as they say themselves; your answers to the school's own stay kept."
    )
    assert kept(places) == bytes_before
    assert away.statement("Teacher A", TODAY).unread == 1

    folder.with_name("gone").rename(folder)
    assert opened(places).board(TODAY) == before
    assert kept(places) == bytes_before


def test_what_is_answered_meanwhile_counts_afterwards(places: Paths, folder: Path, clock: Clock) -> None:
    opened(places)
    folder.rename(folder.with_name("gone"))
    answer_all(opened(places), clock, "chirp")
    folder.with_name("gone").rename(folder)
    chirp = opened(places).board(TODAY).find("chirp")
    assert chirp is not None
    assert chirp.done == chirp.asked == 3


@pytest.mark.parametrize("given", [["chirp"], []])
def test_accounts_of_the_schools_own_lists_are_not_dropped_by_who_was_not_shown_them(
    places: Paths, folder: Path, given: list[str]
) -> None:
    opened(places)
    folder.rename(folder.with_name("gone"))
    away = opened(places)
    days = away.person.choices.held
    away.person.hold(TODAY, accounts=given)
    assert away.person.choices.accounts == (*given, "club")
    assert away.person.choices.held["club"] == days["club"]
    folder.with_name("gone").rename(folder)
    back = opened(places)
    back.person.hold(TODAY, accounts=given)
    assert back.person.choices.accounts == tuple(given)


def test_the_account_asked_in_lines_meanwhile_leaves_them_as_well(places: Paths, folder: Path, clock: Clock) -> None:
    opened(places)
    folder.rename(folder.with_name("gone"))
    told = menu(opened(places), clock, "a", "1", "", "", "q")
    assert "Could not be used: " in " ".join(told.split())
    assert opened(places).person.choices.accounts == ("chirp", "club")


def test_nothing_is_noted_as_asked_of_somebody_while_that_is_not_known(places: Paths, folder: Path) -> None:
    folder.rename(folder.with_name("gone"))
    before = places.settings.read_bytes()
    opened(places)
    assert places.settings.read_bytes() == before
    folder.with_name("gone").rename(folder)
    assert "rules" not in opened(places).person.choices.held


def test_the_empty_place_of_a_share_is_away_as_well(places: Paths, folder: Path) -> None:
    folder.rename(folder.with_name("gone"))
    folder.mkdir()
    audit = opened(places)
    assert "the school's folder is empty just now" in str(audit.problems[0])
    assert "rules" in audit.person.library.checklists


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A share that answers nothing until it is let go; fewer seconds than a person would be kept waiting."""
    let_go = Event()
    monkeypatch.setattr(lists, "ANSWER", 0.05)
    monkeypatch.setattr(lists, "READ", 0.05)
    yield let_go
    let_go.set()


@pytest.mark.parametrize("name", ["is_folder", "read_library"])
def test_a_share_that_hangs_keeps_nobody_waiting(
    places: Paths, folder: Path, hanging: Event, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    really = getattr(lists, name)

    def hang(asked: object) -> object:
        if asked == folder or (isinstance(asked, list) and folder in asked):
            hanging.wait(30)
        return really(asked)

    monkeypatch.setattr(lists, name, hang)
    began = time.monotonic()
    audit = opened(places)
    assert time.monotonic() - began < 5
    assert f"{folder}: the school's folder does not answer. Until it is back" in str(audit.problems[0])
    assert audit.person.library.checklists.keys() == {"chirp", "rules"}


def test_a_share_is_asked_once_before_it_is_given_up(
    places: Paths, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def refuse(path: Path) -> bool:
        asked.append(path)
        raise Unreadable("this folder cannot be entered (The network path was not found)", path=path)

    monkeypatch.setattr(lists, "is_folder", refuse)
    monkeypatch.setattr(lists, "list_names", asked.append)
    audit = opened(places)
    audit.board(TODAY)
    assert asked == [folder]
    assert "cannot be entered (The network path was not found). Until it is back" in str(audit.problems[0])


def test_what_comes_in_time_is_given_and_what_fails_is_raised() -> None:
    assert in_time(5, lambda: 3) == 3
    with pytest.raises(Unreadable, match="No good"):
        in_time(5, lambda: (_ for _ in ()).throw(Unreadable("no good")))
    with pytest.raises(PermissionError):
        in_time(5, lambda: (_ for _ in ()).throw(PermissionError()))
    with pytest.raises(TimeoutError):
        in_time(0.01, lambda: time.sleep(0.2))


def test_a_program_ends_though_the_share_still_hangs() -> None:
    program = (
        "import contextlib, time\nfrom audit_tui.files.in_time import in_time\n"
        "with contextlib.suppress(TimeoutError):\n    in_time(0.05, lambda: time.sleep(60))\n"
    )
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)
    assert time.monotonic() - began < 20
