"""Copies that sync programs make: earlier states are passed over, the only copy counts, and a difference is told."""

from datetime import timedelta
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.record import Result
from audit_tui.sitting.given import EvidenceInput

from .conftest import TODAY
from .sitting_cases import FAIL, FIXED, NINE, PASS, SECOND, begin, files, kept, latest, results

NAMES = ["{} (1).toml", "{}-LAPTOP7.toml", "{}.sync-conflict-20260302-1200.toml",
         "{} (Teacher A's conflicted copy 2026-03-02).toml"]  # fmt: skip


def copied(path: Path, name: str = NAMES[0]) -> Path:
    copy = path.with_name(name.format(path.stem))
    copy.write_bytes(path.read_bytes())
    return copy


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_counts_only_where_it_is_the_only_one(audit: Audit, name: str) -> None:
    begin(audit).answer(0, PASS, NINE)
    (path,) = files(audit)
    copy = copied(path, name)
    assert results(audit) == {"private": Result.PASS}
    assert len(audit.history("chirp", TODAY)[0]) == 1
    path.unlink()
    assert results(audit) == {"private": Result.PASS}, "the copy may be the only one left"
    path.write_bytes(copy.read_bytes().replace(b'"pass"', b'"fail"'))
    found = latest(audit)
    assert found.answers["private"].result is Result.FAIL
    assert "both say they are the same review" in str(found.problems[0])


def test_of_two_copies_that_are_left_one_counts_and_another_that_differs_is_told(audit: Audit) -> None:
    begin(audit).answer(0, PASS, NINE)
    (path,) = files(audit)
    _, second = copied(path), copied(path, "{} (2).toml")
    path.unlink()
    assert results(audit) == {"private": Result.PASS}
    assert len(audit.history("chirp", TODAY)[0]) == 1
    second.write_text(second.read_text().replace('"pass"', '"fail"'))
    assert ["differs from" in str(problem) for problem in latest(audit).problems] == [True]
    assert len(audit.history("chirp", TODAY)[0]) == 1


@pytest.mark.parametrize("last", [0, 1])
def test_of_two_states_that_are_left_the_last_counts_whatever_they_are_called(audit: Audit, last: int) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    (path,) = files(audit)
    copied(path, NAMES[1 - last])
    sitting.answer(0, FIXED, NINE + SECOND)
    sitting.log(sitting.asked[0].checklist, EvidenceInput("a call"), NINE + SECOND)
    copied(path, NAMES[last])
    path.unlink()
    assert results(audit) == {"private": Result.FIXED}
    assert len(audit.evidence(sitting.asked[0].checklist, TODAY)[0]) == 1


def test_every_earlier_state_of_a_sitting_is_passed_over_silently(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    (path,) = files(audit)
    copied(path, "{} (1).toml")
    sitting.answer(0, FIXED, NINE + SECOND)
    sitting.answer(1, PASS, NINE + 2 * SECOND)
    sitting.remark(0, "first", NINE + 2 * SECOND)
    copied(path, "{} (2).toml")
    sitting.remark(0, "second", NINE + 3 * SECOND)
    sitting.log(sitting.asked[0].checklist, EvidenceInput("a call"), NINE + 3 * SECOND)
    copied(path, "{} (3).toml")
    sitting.take_back(1, NINE + 4 * SECOND)
    assert results(audit) == {"private": Result.FIXED}
    assert len(files(audit)) == 4


@pytest.mark.parametrize(("before", "after"), [('"fail"', '"pass"'), ('"ask"', '"do not ask"'), ('"a call"', '"two"')])
def test_an_earlier_state_that_was_edited_is_told(audit: Audit, before: str, after: str) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    sitting.remark(0, "ask", NINE)
    sitting.log(sitting.asked[0].checklist, EvidenceInput("a call"), NINE)
    copy = copied(files(audit)[0])
    sitting.answer(1, PASS, NINE + SECOND)
    copy.write_text(copy.read_text().replace(before, after))
    assert ["is not counted" in str(problem) for problem in latest(audit).problems] == [True]


def test_a_later_state_counts_for_it_goes_on_from_what_is_there(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    (path,) = files(audit)
    before = path.read_bytes()
    sitting.answer(0, PASS, NINE + SECOND)
    sitting.answer(1, PASS, NINE + SECOND)
    copied(path)
    path.write_bytes(before)
    found = latest(audit)
    assert found.problems == []
    assert [answer.result for answer in found.answers.values()] == [Result.PASS, Result.PASS]


def test_a_whole_copy_of_a_ruined_file_counts(audit: Audit) -> None:
    begin(audit).answer(0, FAIL, NINE)
    (path,) = files(audit)
    copied(path)
    path.write_bytes(path.read_bytes()[:-9])
    found = latest(audit)
    assert found.answers["private"].result is Result.FAIL
    assert [problem.path for problem in found.problems] == [path]


def test_a_copied_withdrawal_counts_and_is_nothing_odd(audit: Audit) -> None:
    begin(audit).answer(0, FAIL, NINE)
    audit.withdraw(kept(files(audit)[0]), TODAY, "private")
    withdrawal = next(path for path in files(audit) if "withdrawn" in path.name)
    copied(withdrawal)
    withdrawal.unlink()
    assert results(audit) == {}
    assert results(audit, TODAY + timedelta(days=1)) == {}


def test_a_copied_withdrawal_of_one_answer_that_was_cut_short_withdraws_nothing(audit: Audit) -> None:
    begin(audit).answer(0, PASS, NINE)
    begin(audit).answer(1, PASS, NINE)
    audit.withdraw(kept(files(audit)[0]), TODAY, "private")
    withdrawal = next(path for path in files(audit) if "withdrawn" in path.name)
    whole = withdrawal.read_text().splitlines(keepends=True)
    withdrawal.unlink()
    last = next(number for number, line in enumerate(whole) if line.startswith("withdrawn"))
    without_check = [line for line in whole if not line.startswith("check =")]
    for cut in (*(whole[:lines] for lines in range(last + 1)), without_check):
        (audit.paths.journal / "a copy.toml").write_text("".join(cut))
        assert (audit.journal.listing()[0].withdrawn, len(audit.journal.listing()[1])) == ({}, 1)


def test_a_withdrawal_is_named_with_its_copies(audit: Audit) -> None:
    begin(audit).answer(0, FAIL, NINE)
    review = kept(files(audit)[0])
    audit.withdraw(review, TODAY)
    audit.withdraw(review, TODAY, "private")
    whole = next(path for path in files(audit) if path.name.endswith(".withdrawn.toml"))
    copy = copied(whole)
    reviews, answers = audit.journal.withdrawals("chirp")
    assert reviews == (f"{whole.name} and {copy.name}",)
    assert answers == (whole.name.replace(".withdrawn.", ".withdrawn.private."),)
    assert audit.journal.withdrawals("rules") == ((), ())


def test_a_stray_that_is_no_record_is_told(audit: Audit) -> None:
    audit.paths.journal.mkdir(parents=True)
    (audit.paths.journal / "shopping.toml").write_text("schema = 1\nmilk = 2\n")
    assert len(latest(audit).problems) == 1
