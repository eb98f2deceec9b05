"""Whatever is typed and whatever fails, only a UserError leaves a sitting, nothing kept is lost, and a next try works."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.record import NOTE_LIMIT, Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput
from audit_tui.sitting.sitting import Sitting

from .conftest import TODAY
from .sitting_cases import FAIL, FIXED, NINE, PASS, SECOND, begin, files, kept, latest, moment, results

ANY_TEXT = st.text(st.characters(), max_size=NOTE_LIMIT + 5) | st.sampled_from(
    [
        "\ud800",
        "\x00\x1b[2J",
        "\x1c \x85\u2028",
        "x" * 100_000,
        "\r\n" * 600,
        "\u202e",
        "🏴" * 999,
        '"""',
        "\\",
        "[end]",
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, more=ANY_TEXT, result=st.sampled_from(Result))
def test_any_text_is_kept_or_refused_with_a_sentence(audit: Audit, text: str, more: str, result: Result) -> None:
    sitting = begin(audit)
    chirp = sitting.asked[0].checklist
    with suppress(UserError):
        sitting.remark(0, text, NINE)
    with suppress(UserError):
        sitting.answer(1, AnswerInput(result, text, more, TODAY), NINE)
    with suppress(UserError):
        sitting.log(chirp, EvidenceInput(text, more, text, more), NINE)
    found = latest(audit)
    assert found.problems == []
    assert found.note("private") == sitting.note(0)
    assert {entry.id for entry in sitting.entries} <= {entry.id for entry in audit.evidence(chirp, TODAY)[0]}
    sitting.answer(2, PASS, NINE)
    sitting.undo(NINE)


CALLS = ["open", "write", "fsync", "link", "replace", "unlink"]
Act = Callable[[Sitting], None]


def first(sitting: Sitting) -> None:
    sitting.answer(0, FAIL, NINE)


def second(sitting: Sitting) -> None:
    sitting.answer(1, FIXED, NINE + SECOND)


def again(sitting: Sitting) -> None:
    sitting.answer(0, PASS, NINE + SECOND)


def note(sitting: Sitting) -> None:
    sitting.remark(0, "ask at home", NINE + SECOND)


def entry(sitting: Sitting) -> None:
    sitting.log(sitting.asked[0].checklist, EvidenceInput("a call"), NINE + SECOND)


def back(sitting: Sitting) -> None:
    sitting.take_back(0, NINE + SECOND)


def undo(sitting: Sitting) -> None:
    sitting.undo(NINE + SECOND)


CASES: list[tuple[list[Act], Act]] = [
    ([], first), ([first], second), ([first], again), ([first], note), ([], note), ([first], entry), ([], entry),
    ([first], back), ([first, second], back), ([first, note, entry], undo), ([first], undo),
]  # fmt: skip


class Fault:
    """Lets one call of the system fail, the nth of its kind, and counts them."""

    def __init__(self, name: str, nth: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        real = getattr(os, name)

        def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the real one takes and gives
            self.calls += 1
            if self.calls == nth:
                raise OSError(errno.EIO, "Input/output error")
            return real(*arguments, **named)

        monkeypatch.setattr(os, name, call)


def said(audit: Audit) -> tuple[Any, ...]:
    """Give what counts: answers, the note, and what was logged."""
    found = latest(audit)
    chirp = audit.person.library.checklists["chirp"]
    answers = {check: answer.result for check, answer in found.answers.items()}
    return answers, found.note("private"), [each.what for each in audit.evidence(chirp, TODAY)[0]]


def fresh_audit(audit: Audit, tmp_path: Path, name: str) -> Audit:
    home = tmp_path / name
    home.mkdir()
    return Audit(type(audit.paths)(home / "settings.toml", home / "journal", home / "drafts", audit.paths.builtin))


@pytest.mark.parametrize(("before", "act"), CASES, ids=lambda each: getattr(each, "__name__", None))
@pytest.mark.parametrize("name", CALLS)
def test_a_fault_anywhere_is_told_loses_nothing_and_the_next_try_works(
    audit: Audit, tmp_path: Path, name: str, before: list[Act], act: Act
) -> None:
    whole = fresh_audit(audit, tmp_path, "whole")
    calm = begin(whole)
    for each in before:
        each(calm)
    acknowledged = said(whole)
    act(calm)
    wanted = said(whole)
    for nth in range(1, 40):
        own = fresh_audit(audit, tmp_path, str(nth))
        sitting = begin(own)
        for each in before:
            each(sitting)
        with pytest.MonkeyPatch.context() as patch:
            fault = Fault(name, nth, patch)
            told = problem_of(act, sitting)
        if told:
            assert str(own.paths.journal) in told
            assert said(own) in (acknowledged, wanted)
            act(sitting)
        assert said(own) == wanted
        assert latest(own).problems == []
        sitting.undo(moment(10))
        assert said(own)[:2] == ({}, "")
        if fault.calls < nth:
            break
    removes = act in (back, undo) and before == [first]
    never = {"write", "link", "replace"} if removes else {"link" if before else "replace"}
    assert (nth == 1) == (name in never), "every fault that can be reached was"
    assert nth < 39


def problem_of(act: Act, sitting: Sitting) -> str:
    try:
        act(sitting)
    except UserError as problem:
        return str(problem)
    return ""


def test_what_a_failed_try_left_on_disk_does_not_outlive_taking_back(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = begin(audit)

    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("audit_tui.files.write.read_back", fails)
        with pytest.raises(UserError):
            sitting.answer(0, FAIL, NINE)
    assert len(files(audit)) == 1, "written, though not called saved"
    sitting.undo(NINE)
    assert files(audit) == []
    with monkeypatch.context() as patch:
        patch.setattr("audit_tui.files.write.read_back", fails)
        with pytest.raises(UserError):
            sitting.answer(0, FAIL, NINE)
    sitting.answer(0, PASS, NINE + SECOND)
    assert len(files(audit)) == 1
    assert [answer.result for answer in kept(files(audit)[0]).answers] == [Result.PASS]
    sitting.take_back(0, NINE + 2 * SECOND)
    assert files(audit) == []


def test_what_a_failed_try_to_go_on_left_is_taken_back_too(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    files(audit)[0].unlink()

    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("audit_tui.files.write.read_back", fails)
        with pytest.raises(UserError):
            sitting.answer(1, FAIL, NINE + SECOND)
    assert len(files(audit)) == 1, "written, though not called saved"
    sitting.answer(1, PASS, NINE + 2 * SECOND)
    assert results(audit) == {"private": Result.FAIL, "location": Result.PASS}
    sitting.take_back(1, NINE + 3 * SECOND)
    assert results(audit) == {"private": Result.FAIL}
    sitting.undo(NINE + 4 * SECOND)
    assert results(audit) == {}


def test_a_full_disk_is_told_with_what_to_do_and_the_next_try_works(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = begin(audit)
    sitting.answer(0, PASS, NINE)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
        with pytest.raises(UserError, match=r"(?i)make some room on this disk"):
            sitting.answer(1, PASS, NINE)
    assert sitting.given(1) is None
    assert results(audit) == {"private": Result.PASS}
    sitting.answer(1, PASS, NINE)
    assert set(results(audit)) == {"private", "location"}


def test_a_folder_that_may_not_be_entered_is_told_and_waited_for(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, PASS, NINE)
    audit.paths.journal.rename(audit.paths.journal.with_name("away"))
    audit.paths.journal.write_text("in the way")
    for act in (second, note, entry, back, undo):
        with pytest.raises(UserError):
            act(sitting)
    audit.paths.journal.unlink()
    audit.paths.journal.with_name("away").rename(audit.paths.journal)
    second(sitting)
    assert set(results(audit)) == {"private", "location"}
