"""A sitting's files: on disk from the first answer on, and written by nobody but the sitting that made them."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.record import Result
from audit_tui.sitting.given import EvidenceInput

from .conftest import TODAY
from .sitting_cases import CHECKS, FAIL, FIXED, NINE, PASS, SECOND, begin, files, kept, latest, moment, results


def test_asking_creates_nothing(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.following(0, TODAY)
    sitting.undo(NINE)
    assert not audit.paths.journal.exists()


def test_every_answer_is_on_disk_before_the_next_question_in_one_file(audit: Audit) -> None:
    sitting = begin(audit)
    for position, check in enumerate(CHECKS):
        sitting.answer(position, PASS, NINE + position * SECOND)
        (path,) = files(audit)
        assert [answer.check for answer in kept(path).answers] == list(CHECKS[: position + 1])
        assert kept(path).answers[-1].check == check
        assert path.read_text().startswith("# A review, kept by audit-tui.")
    assert path.name.startswith("2026-03-02_chirp_")
    assert kept(path).recorded == NINE + 2 * SECOND


def test_an_answer_carries_its_moment_its_round_and_what_was_expected(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    (answer,) = kept(files(audit)[0]).answers
    assert (answer.at, answer.on, answer.round, answer.revision) == (NINE, TODAY, TODAY, 1)
    assert answer.expect == "Private profile: on"
    assert sitting.given(0) == answer


def test_answering_again_takes_the_place_of_the_answer_before(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    sitting.answer(0, FIXED, NINE + SECOND)
    assert [answer.result for answer in kept(files(audit)[0]).answers] == [Result.FIXED]


def test_two_checklists_have_two_files(audit: Audit) -> None:
    sitting = begin(audit, NINE, "chirp", "rules")
    sitting.answer(0, PASS, NINE)
    sitting.answer(3, PASS, NINE)
    assert [kept(path).checklist for path in files(audit)] == ["chirp", "rules"]


def test_a_sitting_past_midnight_begins_another_file(audit: Audit) -> None:
    sitting = begin(audit, moment(23, 59))
    sitting.answer(0, PASS, moment(23, 59))
    before = files(audit)[0].read_bytes()
    sitting.answer(1, PASS, moment(0, 0, date(2026, 3, 3)))
    first, second = files(audit)
    assert first.read_bytes() == before
    assert [kept(path).completed for path in (first, second)] == [TODAY, date(2026, 3, 3)]
    assert [answer.on for answer in kept(second).answers] == [date(2026, 3, 3)]


def test_another_sitting_never_writes_into_an_earlier_ones_file(audit: Audit) -> None:
    begin(audit).answer(0, FAIL, NINE)
    (path,) = files(audit)
    before = path.read_bytes()
    begin(audit).answer(0, PASS, NINE + SECOND)
    assert path.read_bytes() == before
    assert len(files(audit)) == 2
    assert results(audit) == {"private": Result.PASS}


def edit(path: Path) -> None:
    path.write_text(path.read_text().replace('"fail"', '"pass"'))


def touch(path: Path) -> None:
    path.write_text(f"# mine\n{path.read_text()}")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def renumber(path: Path) -> None:
    data = path.read_text()
    number = kept(path).id
    path.write_text(data.replace(number, f"{(int(number[0], 16) + 1) % 16:x}{number[1:]}"))


HANDS = [touch, cut, Path.unlink, renumber]


@pytest.mark.parametrize("hand", HANDS)
def test_a_file_that_another_hand_changed_is_left_and_nothing_is_missing(
    audit: Audit, hand: Callable[[Path], None]
) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    sitting.remark(0, "ask at home", NINE)
    (path,) = files(audit)
    hand(path)
    before = path.read_bytes() if path.exists() else None
    sitting.answer(1, FIXED, NINE + SECOND)
    assert (path.read_bytes() if path.exists() else None) == before
    found = latest(audit)
    assert len(found.problems) == (hand in (cut, renumber))
    assert {name: answer.result for name, answer in found.answers.items()} == {
        "private": Result.FAIL, "location": Result.FIXED,
    }  # fmt: skip
    assert found.note("private") == "ask at home"
    mine = next(each for each in files(audit) if each != path)
    sitting.answer(2, PASS, NINE + 2 * SECOND)
    assert {answer.check for answer in kept(mine).answers} >= {"location", "old-posts"}, "it goes on in one file"


def test_an_edited_answer_is_not_overruled_by_a_copy_of_what_it_was(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    (path,) = files(audit)
    edit(path)
    sitting.answer(1, FIXED, NINE + SECOND)
    (mine,) = (kept(each) for each in files(audit) if each != path)
    assert [answer.check for answer in mine.answers] == ["location"]
    assert results(audit) == {"private": Result.PASS, "location": Result.FIXED}
    sitting.answer(0, FAIL, NINE + 2 * SECOND)
    assert results(audit)["private"] is Result.FAIL, "said again, it counts"


@pytest.mark.parametrize("check", [None, "private"])
def test_what_another_window_withdrew_does_not_come_back(audit: Audit, check: str | None) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    other = Audit(audit.paths)
    (review,), _ = other.history("chirp", TODAY)
    other.withdraw(review, TODAY, check)
    sitting.answer(1, FIXED, NINE + SECOND)
    assert results(audit) == {"location": Result.FIXED}
    sitting.answer(0, PASS, NINE + 2 * SECOND)
    assert results(audit) == {"location": Result.FIXED, "private": Result.PASS}, "said again, it counts"


@pytest.mark.parametrize("check", [None, "private"])
def test_what_was_withdrawn_does_not_come_back_where_the_file_is_gone_too(audit: Audit, check: str | None) -> None:
    sitting = begin(audit)
    chirp = sitting.asked[0].checklist
    sitting.answer(0, FAIL, NINE)
    sitting.answer(2, FAIL, NINE)
    sitting.log(chirp, EvidenceInput("a call"), NINE)
    audit.withdraw(kept(files(audit)[0]), TODAY, check)
    next(path for path in files(audit) if "withdrawn" not in path.name).unlink()
    sitting.answer(1, FIXED, NINE + SECOND)
    assert results(audit) == {"location": Result.FIXED} | ({"old-posts": Result.FAIL} if check else {})
    assert len(audit.evidence(chirp, TODAY)[0]) == 1, "an entry is never withdrawn"


def test_a_note_to_a_withdrawn_review_is_kept(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, FAIL, NINE)
    audit.withdraw(kept(files(audit)[0]), TODAY)
    sitting.remark(1, "look again", NINE + SECOND)
    assert latest(audit).note("location") == "look again"


def test_the_day_of_a_file_is_the_day_it_is_for_the_person(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.answer(0, PASS, moment(9, day=TODAY + timedelta(days=1)))
    assert kept(files(audit)[0]).completed == TODAY + timedelta(days=1)
