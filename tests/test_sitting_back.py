"""Taking back: an answer of this sitting is gone for good, and all of it at once, but never an evidence entry."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.record import Result
from audit_tui.sitting.given import EvidenceInput
from audit_tui.sitting.sitting import Sitting

from .conftest import TODAY
from .sitting_cases import FAIL, FIXED, NINE, PASS, SECOND, begin, files, kept, latest, moment, results

TOMORROW = date(2026, 3, 3)


def test_an_answer_taken_back_is_gone_for_good_and_the_others_stay(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, PASS, NINE)
    sitting.answer(1, PASS, NINE)
    sitting.take_back(0, NINE + SECOND)
    assert sitting.given(0) is None
    assert results(audit) == {"location": Result.PASS}
    sitting.answer(2, PASS, NINE + 2 * SECOND)
    assert set(results(Audit(audit.paths))) == {"location", "old-posts"}


def test_the_answer_of_an_earlier_review_counts_again(audit: Audit) -> None:
    begin(audit).answer(0, FAIL, NINE)
    sitting = begin(audit, moment(10))
    sitting.answer(0, PASS, moment(10))
    assert results(audit) == {"private": Result.PASS}
    sitting.take_back(0, moment(11))
    assert results(audit) == {"private": Result.FAIL}


def test_the_last_answer_taken_back_removes_the_file_and_another_may_follow(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, PASS, NINE)
    sitting.take_back(0, NINE + SECOND)
    assert files(audit) == []
    sitting.answer(0, FIXED, NINE + 2 * SECOND)
    assert results(audit) == {"private": Result.FIXED}


def test_what_was_not_answered_here_cannot_be_taken_back_here(audit: Audit) -> None:
    begin(audit).answer(0, FAIL, NINE)
    begin(audit, moment(10)).take_back(0, moment(10))
    assert results(audit) == {"private": Result.FAIL}


def test_an_answer_given_again_after_midnight_is_taken_back_with_the_one_before(audit: Audit) -> None:
    sitting = begin(audit, moment(23, 59))
    sitting.answer(0, FAIL, moment(23, 59))
    sitting.answer(0, PASS, moment(0, 1, TOMORROW))
    sitting.take_back(0, moment(0, 2, TOMORROW))
    assert files(audit) == []


def touch(path: Path) -> None:
    path.write_text(f"# mine\n{path.read_text()}")


@pytest.mark.parametrize("hand", [touch, Path.unlink])
def test_in_a_file_not_ours_any_more_it_is_withdrawn_by_name_and_stays_away(
    audit: Audit, hand: Callable[[Path], None]
) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    sitting.answer(1, FIXED, NINE)
    sitting.remark(0, "ask at home", NINE)
    (path,) = files(audit)
    hand(path)
    before = path.read_bytes() if path.exists() else None
    sitting.take_back(0, NINE + SECOND)
    assert path.with_name(f"{path.stem}.withdrawn.private.toml").exists()
    assert (path.read_bytes() if path.exists() else None) == before
    assert results(audit) == {"location": Result.FIXED}, "the other answer was kept, and is not missing"
    sitting.answer(2, PASS, NINE + 2 * SECOND)
    assert results(audit) == {"location": Result.FIXED, "old-posts": Result.PASS}
    assert latest(audit).note("private") == "ask at home"
    sitting.answer(0, PASS, NINE + 3 * SECOND)
    assert results(audit)["private"] is Result.PASS, "a new answer counts"


def test_what_went_on_into_another_file_is_there_once_whatever_is_taken_back(audit: Audit) -> None:
    sitting = whole_sitting(audit)
    chirp = sitting.asked[0].checklist
    files(audit)[0].unlink()
    sitting.answer(1, PASS, NINE + SECOND)
    assert len(audit.evidence(chirp, TODAY)[0]) == 1
    sitting.take_back(0, NINE + 2 * SECOND)
    assert len(audit.evidence(chirp, TODAY)[0]) == 1
    assert results(audit) == {"location": Result.PASS}


def whole_sitting(audit: Audit) -> Sitting:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    sitting.remark(1, "ask at home", NINE)
    sitting.log(sitting.asked[0].checklist, EvidenceInput("a silent call"), NINE)
    return sitting


@pytest.mark.parametrize("hand", [None, touch, Path.unlink])
def test_undoing_takes_all_answers_and_notes_back_and_no_evidence(
    audit: Audit, hand: Callable[[Path], None] | None
) -> None:
    sitting = whole_sitting(audit)
    (path,) = files(audit)
    if hand:
        hand(path)
    sitting.undo(NINE + SECOND)
    found = latest(audit)
    assert (found.answers, found.note("location"), found.problems) == ({}, "", [])
    assert sitting.answers == {}
    assert sitting.note(1) == ""
    assert [entry.what for entry in audit.evidence(sitting.asked[0].checklist, TODAY)[0]] == ["a silent call"]


def test_undoing_lets_what_was_said_before_stand_again(audit: Audit) -> None:
    earlier = begin(audit)
    earlier.answer(0, PASS, NINE)
    earlier.remark(0, "as agreed", NINE)
    sitting = begin(audit, moment(10))
    sitting.answer(0, FAIL, moment(10))
    sitting.remark(0, "it changed", moment(10))
    sitting.undo(moment(11))
    assert results(audit) == {"private": Result.PASS}
    assert latest(audit).note("private") == sitting.note(0) == "as agreed"
    assert len(files(audit)) == 1


def test_after_undoing_the_same_note_can_be_written_again(audit: Audit) -> None:
    sitting = whole_sitting(audit)
    sitting.undo(NINE + SECOND)
    sitting.remark(1, "ask at home", NINE + 2 * SECOND)
    sitting.answer(0, PASS, NINE + 3 * SECOND)
    assert latest(audit).note("location") == "ask at home"
    assert results(audit) == {"private": Result.PASS}


def test_undoing_reaches_every_file_of_the_sitting(audit: Audit) -> None:
    sitting = begin(audit, moment(23, 59), "chirp", "rules")
    sitting.answer(0, FAIL, moment(23, 59))
    sitting.answer(3, FAIL, moment(23, 59))
    sitting.answer(1, FAIL, moment(0, 1, TOMORROW))
    assert len(files(audit)) == 3
    sitting.undo(moment(0, 2, TOMORROW))
    assert files(audit) == []


def test_withdrawing_a_whole_review_leaves_its_evidence(audit: Audit) -> None:
    sitting = whole_sitting(audit)
    audit.withdraw(kept(files(audit)[0]), TODAY)
    assert results(audit) == {}
    assert len(audit.evidence(sitting.asked[0].checklist, TODAY)[0]) == 1
