"""What was forgotten while a window is open stays forgotten: that window is told, and writes nothing of it again."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import Unwritable
from audit_tui.files import disk
from audit_tui.files.forgotten import Watch
from audit_tui.kept.backup import back_up, read_backup
from audit_tui.kept.forget import forget
from audit_tui.kept.restore import restore
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput
from audit_tui.sitting.sitting import Sitting

from .conftest import TODAY, Clock
from .kept_homes import everything

Act = Callable[[Audit, Sitting, Checklist, Clock], object]
ACTS: dict[str, Act] = {
    "an answer": lambda _, sitting, __, clock: sitting.answer(1, AnswerInput(Result.PASS), clock()),
    "the same again": lambda _, sitting, __, clock: sitting.answer(0, AnswerInput(Result.PASS), clock()),
    "a note": lambda _, sitting, __, clock: sitting.remark(1, "a note", clock()),
    "an entry": lambda _, sitting, rules, clock: sitting.log(rules, EvidenceInput("a call"), clock()),
    "taking back": lambda _, sitting, __, clock: sitting.take_back(0, clock()),
    "taking all back": lambda _, sitting, __, clock: sitting.undo(clock()),
    "the theme": lambda audit, *_: audit.person.choose("theme", "audit-light"),
    "a trip": lambda audit, *_: audit.person.plan_trip("France", TODAY, TODAY),
    "a phone": lambda audit, *_: audit.person.phones.record(("350000000000006",), TODAY),
    "a new phone": lambda audit, _, __, clock: audit.person.new_phone(clock()),
}  # fmt: skip


@pytest.fixture
def sitting(audit: Audit, chirp: Checklist, clock: Clock) -> Sitting:
    """A sitting in an open window, with an answer kept."""
    made = audit.sitting(chirp, clock())
    made.answer(0, AnswerInput(Result.PASS), clock())
    return made


@pytest.mark.parametrize("act", ACTS)
def test_an_open_window_writes_nothing_after_forgetting_and_says_so(
    audit: Audit, sitting: Sitting, rules: Checklist, clock: Clock, act: str
) -> None:
    forget(audit.paths)
    for _ in range(2):
        with pytest.raises(Unwritable, match="all that was kept is gone"):
            ACTS[act](audit, sitting, rules, clock)
        assert everything(audit.paths) == {}


def test_what_others_left_in_the_folder_does_not_bring_it_back(audit: Audit, sitting: Sitting, clock: Clock) -> None:
    (audit.paths.journal / "notes.txt").write_bytes(b"not ours")
    forget(audit.paths)
    with pytest.raises(Unwritable):
        sitting.answer(1, AnswerInput(Result.PASS), clock())
    assert list(everything(audit.paths)) == ["journal/notes.txt"]


def test_a_review_cannot_be_withdrawn_that_was_forgotten(audit: Audit, sitting: Sitting) -> None:
    assert sitting.answers
    review = audit.history("chirp", TODAY)[0][0]
    forget(audit.paths)
    with pytest.raises(Unwritable):
        audit.withdraw(review, TODAY)
    assert everything(audit.paths) == {}


def test_once_it_is_restored_an_open_window_goes_on(audit: Audit, sitting: Sitting, clock: Clock) -> None:
    back_up(audit.paths, audit.paths.journal.parent.parent / "b.zip", TODAY)
    before = everything(audit.paths)
    forget(audit.paths)
    with pytest.raises(Unwritable):
        sitting.answer(1, AnswerInput(Result.PASS), clock())
    restore(read_backup(audit.paths.journal.parent.parent / "b.zip"), audit.paths)
    assert everything(audit.paths) == before
    sitting.answer(1, AnswerInput(Result.PASS), clock())
    assert len(Audit(audit.paths).history("chirp", TODAY)[0][0].answers) == 2


def test_a_window_opened_after_it_begins_anew(audit: Audit, sitting: Sitting) -> None:
    assert sitting.answers
    forget(audit.paths)
    anew = Audit(audit.paths)
    anew.person.choose("accounts", [])
    anew.person.choose("accounts", ["chirp"])
    assert list(everything(audit.paths)) == ["settings.toml"]


def test_who_chose_nothing_may_take_the_only_answer_back_and_answer_again(
    fresh: Audit, rules: Checklist, clock: Clock
) -> None:
    sitting = fresh.sitting(rules, clock())
    sitting.answer(0, AnswerInput(Result.PASS), clock())
    sitting.take_back(0, clock())
    assert everything(fresh.paths) == {}
    sitting.answer(0, AnswerInput(Result.PASS), clock())
    assert len(everything(fresh.paths)) == 1


def test_a_first_try_that_fails_is_not_taken_for_forgetting(fresh: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write_new", full)
        for _ in range(2):
            with pytest.raises(Unwritable, match="No space left"):
                fresh.person.choose("accounts", [])
    fresh.person.choose("accounts", [])


def test_a_folder_that_cannot_be_listed_is_no_proof_that_all_is_gone(audit: Audit, sitting: Sitting) -> None:
    assert sitting.answers
    watch = Watch((), audit.paths.journal)
    shutil.rmtree(audit.paths.journal)
    audit.paths.journal.write_bytes(b"a file")
    with watch.writing():
        pass


def test_one_failed_look_where_nothing_was_kept_yet_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Path.lstat

    def fails(path: Path) -> os.stat_result:
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(Path, "lstat", fails)
    watch = Watch((tmp_path / "settings.toml",), tmp_path / "journal")
    monkeypatch.setattr(Path, "lstat", look)
    with watch.writing():
        (tmp_path / "settings.toml").touch()
    (tmp_path / "settings.toml").unlink()
    with pytest.raises(Unwritable, match="all that was kept is gone"), watch.writing():
        pass
