"""Two windows at once: the newest moment wins, and a card that was answered elsewhere is passed over."""

from datetime import timedelta, timezone
from types import SimpleNamespace

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.record import Result
from audit_tui.sitting.sitting import Sitting

from .conftest import TODAY
from .sitting_cases import FAIL, FIXED, NINE, PASS, SECOND, begin, files, latest, moment, results


def test_each_next_card_passes_over_what_another_window_answered_meanwhile(audit: Audit) -> None:
    mine, theirs = begin(audit), begin(Audit(audit.paths))
    mine.answer(0, PASS, NINE + SECOND)
    assert mine.following(0, TODAY) == 1
    theirs.answer(1, FAIL, NINE + 2 * SECOND)
    assert mine.following(0, TODAY) == 2
    assert mine.elsewhere["chirp", "location"].result is Result.FAIL
    assert mine.left == (2,)
    theirs.answer(2, PASS, NINE + 3 * SECOND)
    assert mine.following(0, TODAY) is None


def test_what_was_answered_before_the_sitting_is_asked_all_the_same(audit: Audit) -> None:
    begin(audit).answer(1, FAIL, NINE)
    mine = begin(audit, moment(10))
    assert mine.following(0, TODAY) == 1
    begin(audit, moment(10)).answer(1, PASS, moment(10, 1))
    assert mine.following(0, TODAY) == 2


def test_an_answer_from_before_the_sitting_that_no_longer_counts_is_not_taken_for_one_given_meanwhile(
    audit: Audit,
) -> None:
    asked = begin(audit).asked
    begin(audit).answer(1, FAIL, NINE)
    mine = Sitting(audit.journal, asked, {}, TODAY, moment(10))
    assert mine.following(0, TODAY) == 1


def test_what_another_window_took_back_is_asked(audit: Audit) -> None:
    mine, theirs = begin(audit), begin(audit)
    theirs.answer(1, FAIL, NINE + SECOND)
    theirs.take_back(1, NINE + 2 * SECOND)
    assert mine.following(0, TODAY) == 1


def test_a_check_passed_over_can_still_be_answered_here(audit: Audit) -> None:
    mine = begin(audit)
    begin(audit).answer(1, FAIL, NINE + SECOND)
    mine.following(0, TODAY)
    mine.answer(1, FIXED, NINE + 2 * SECOND)
    assert mine.elsewhere == {}
    assert results(audit) == {"location": Result.FIXED}


def test_the_newest_of_two_windows_answers_counts_whichever_is_written_last(audit: Audit) -> None:
    mine, theirs = begin(audit), begin(audit)
    mine.answer(0, FAIL, NINE + SECOND)
    theirs.answer(0, FIXED, NINE + 2 * SECOND)
    mine.answer(1, PASS, NINE + 3 * SECOND)
    assert results(audit) == {"private": Result.FIXED, "location": Result.PASS}
    mine.answer(0, FAIL, NINE + 4 * SECOND)
    theirs.answer(1, FIXED, NINE + 5 * SECOND)
    assert results(audit) == {"private": Result.FAIL, "location": Result.FIXED}


def test_of_two_equal_moments_the_file_with_the_higher_number_counts(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter(["ffffffffffffffff", "0000000000000001"])
    chance = SimpleNamespace(urandom=lambda _: bytes.fromhex(next(numbers)))
    monkeypatch.setattr("audit_tui.sitting.review_file.os", chance)
    begin(audit).answer(0, FAIL, NINE)
    begin(audit).answer(0, PASS, NINE)
    assert results(audit) == {"private": Result.FAIL}


def test_across_two_time_zones_a_day_apart_the_newest_moment_counts(audit: Audit) -> None:
    east, west = timezone(timedelta(hours=13)), timezone(timedelta(hours=-11))
    first = begin(audit, moment(1, 0, TODAY + timedelta(days=1), east))
    first.answer(0, FAIL, moment(1, 0, TODAY + timedelta(days=1), east))
    begin(audit).answer(0, PASS, moment(5, 0, TODAY, west))
    names = [path.name[:10] for path in files(audit)]
    assert names == ["2026-03-02", "2026-03-03"], "the newer moment stands in the file of the earlier day"
    assert results(audit) == {"private": Result.PASS}


def test_two_windows_each_write_their_own_files_only(audit: Audit) -> None:
    mine, theirs = begin(audit), begin(audit)
    for second in range(4):
        (mine if second % 2 else theirs).answer(second % 3, PASS, NINE + second * SECOND)
    assert len(files(audit)) == 2
    assert latest(audit).problems == []


def test_a_journal_that_cannot_be_listed_is_told_at_the_next_card(audit: Audit) -> None:
    mine = begin(audit)
    audit.paths.journal.parent.mkdir(exist_ok=True)
    audit.paths.journal.write_text("in the way")
    with pytest.raises(UserError, match="cannot be read"):
        mine.following(0, TODAY)
