"""Notes and evidence: kept as they are written, never counted as done, and never dropped."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import TooLarge, UsageError
from audit_tui.files import write
from audit_tui.files.read import LIMIT
from audit_tui.record import NOTE_LIMIT, Result
from audit_tui.sitting.given import EvidenceInput

from .conftest import TODAY
from .sitting_cases import FAIL, NINE, PASS, SECOND, WAIVED, begin, files, kept, latest, moment, results

LONG = "x" * NOTE_LIMIT


def test_a_note_is_kept_without_an_answer_and_never_counts_as_done(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.remark(0, "  ask at home\nand at school ", NINE)
    (note,) = kept(files(audit)[0]).notes
    assert (note.check, note.text, note.at) == ("private", "ask at home\nand at school", NINE)
    assert latest(audit).answers == {}
    assert sitting.left == (0, 1, 2)
    found = audit.board(TODAY).find("chirp")
    assert found is not None
    assert not any(check.answer for check in found.checks)
    assert begin(audit, moment(10)).note(0) == "ask at home\nand at school"


def test_the_newest_note_stands_and_an_empty_one_takes_it_away(audit: Audit) -> None:
    begin(audit).remark(0, "first", NINE)
    sitting = begin(audit, moment(10))
    sitting.remark(0, "second", moment(10))
    assert latest(audit).note("private") == sitting.note(0) == "second"
    sitting.remark(0, "", moment(11))
    assert latest(audit).note("private") == sitting.note(0) == ""


def test_a_note_left_as_it_stands_writes_nothing(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.remark(0, " ", NINE)
    assert files(audit) == []
    sitting.remark(0, "so", NINE)
    before = files(audit)[0].read_bytes()
    sitting.remark(0, " so\n", NINE + SECOND)
    assert files(audit)[0].read_bytes() == before


def test_a_note_stands_through_the_answer_that_is_given_beside_it(audit: Audit) -> None:
    begin(audit, moment(23, 59)).remark(0, "ask at home", moment(23, 59))
    later = TODAY + timedelta(days=1)
    sitting = begin(audit, moment(9, day=later))
    sitting.answer(0, FAIL, moment(9, day=later))
    assert latest(audit, later).note("private") == sitting.note(0) == "ask at home"
    sitting.remark(0, "", moment(10, day=later))
    assert latest(audit, later).note("private") == ""


def test_a_note_keeps_its_moment_when_an_answer_joins_it(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.remark(0, "ask at home", NINE)
    sitting.answer(0, FAIL, NINE + SECOND)
    assert [note.at for note in kept(files(audit)[0]).notes] == [NINE]


def test_a_note_stands_through_an_answer_that_another_window_gives_without_it(audit: Audit) -> None:
    mine, theirs = begin(audit), begin(audit)
    mine.remark(0, "ask at home", NINE)
    theirs.answer(0, FAIL, NINE + SECOND)
    assert latest(audit).note("private") == "ask at home"


def test_the_note_of_an_earlier_answer_is_not_taken_for_one_of_the_next(audit: Audit) -> None:
    begin(audit).answer(0, WAIVED, NINE)
    sitting = begin(audit, moment(10))
    assert sitting.note(0) == "school film club"
    sitting.answer(0, PASS, moment(10))
    assert latest(audit).note("private") == ""


def test_of_an_answers_note_and_one_of_the_same_moment_the_note_written_by_itself_stands(audit: Audit) -> None:
    begin(audit).answer(0, WAIVED, NINE)
    begin(audit).remark(0, "by itself", NINE)
    assert latest(audit).note("private") == "by itself"


def test_a_note_given_with_an_answer_is_newer_than_one_before_it(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.remark(0, "old", NINE)
    sitting.answer(0, WAIVED, NINE + SECOND)
    assert latest(audit).note("private") == sitting.note(0) == "school film club"
    sitting.remark(0, "new", NINE + 2 * SECOND)
    assert latest(audit).note("private") == sitting.note(0) == "new"


@pytest.mark.parametrize("days", [0, 365])
def test_clearing_the_note_of_an_exception_does_not_hurt_the_exception(audit: Audit, days: int) -> None:
    sitting = begin(audit)
    sitting.answer(0, WAIVED, NINE)
    later = moment(10, day=TODAY + timedelta(days=days))
    again = sitting if not days else begin(audit, later)
    again.remark(0, "", later)
    found = latest(audit, later.date())
    assert found.note("private") == again.note(0) == ""
    answer = found.answers["private"]
    assert (answer.result, answer.note, answer.until) == (Result.WAIVED, "school film club", date(2026, 12, 24))


def test_a_note_over_the_limit_is_refused_and_the_one_before_stays(audit: Audit) -> None:
    sitting = begin(audit)
    sitting.remark(0, f" {LONG} ", NINE)
    with pytest.raises(UsageError, match="1,001 letters and at most 1,000"):
        sitting.remark(0, LONG + "y", NINE + SECOND)
    assert latest(audit).note("private") == sitting.note(0) == LONG


def test_two_equal_entries_are_two_each_with_its_number_and_moment(audit: Audit) -> None:
    sitting = begin(audit)
    chirp = sitting.asked[0].checklist
    for second in range(2):
        sitting.log(chirp, EvidenceInput("another silent call"), NINE + second * SECOND)
    entries, problems = audit.evidence(chirp, TODAY)
    assert ([entry.what for entry in entries], problems) == (["another silent call"] * 2, [])
    assert [entry.at for entry in entries] == [NINE, NINE + SECOND]
    assert entries[0].id != entries[1].id
    assert entries == sitting.entries


def test_a_full_file_is_followed_by_another_and_all_entries_are_read_back(audit: Audit) -> None:
    sitting = begin(audit)
    chirp = sitting.asked[0].checklist
    given = EvidenceInput(LONG, LONG, LONG, LONG)
    for number in range(40):
        sitting.log(chirp, given, NINE + number * SECOND)
    assert len(files(audit)) == 3
    assert max(path.stat().st_size for path in files(audit)) <= LIMIT
    entries, problems = audit.evidence(chirp, TODAY)
    assert (len(entries), problems) == (40, [])
    sitting.answer(0, PASS, moment(10))
    assert results(audit) == {"private": Result.PASS}


def test_a_full_file_that_is_gone_is_made_up_for(audit: Audit) -> None:
    sitting = begin(audit)
    chirp = sitting.asked[0].checklist
    given = EvidenceInput(LONG, LONG, LONG, LONG)
    for number in range(15):
        sitting.log(chirp, given, NINE + number * SECOND)
    (path,) = files(audit)
    assert LIMIT - path.stat().st_size < len(LONG) * 4
    path.unlink()
    sitting.log(chirp, given, moment(11))
    entries, _ = audit.evidence(chirp, TODAY)
    assert len(entries) == len(sitting.entries)


ENTRIES: list[Callable[[str], EvidenceInput]] = [
    EvidenceInput,
    lambda text: EvidenceInput("it", when=text),
    lambda text: EvidenceInput("it", where=text),
    lambda text: EvidenceInput("it", told=text),
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_only_an_entry_too_long_in_itself_is_refused(audit: Audit, entry: Callable[[str], EvidenceInput]) -> None:
    sitting = begin(audit)
    chirp = sitting.asked[0].checklist
    sitting.log(chirp, entry(LONG), NINE)
    with pytest.raises(UsageError, match="1,001 letters"):
        sitting.log(chirp, entry(LONG + "y"), NINE)
    assert len(audit.evidence(chirp, TODAY)[0]) == len(sitting.entries) == 1


def test_a_part_that_no_file_holds_is_refused_once_and_for_all(audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_tui.files.write.LIMIT", 2000)
    usual = write.create_file.__kwdefaults__ or {}
    monkeypatch.setattr(write.create_file, "__kwdefaults__", {**usual, "limit": 2000})
    sitting = begin(audit)
    chirp = sitting.asked[0].checklist
    sitting.log(chirp, EvidenceInput("short"), NINE)
    with pytest.raises(TooLarge):
        sitting.log(chirp, EvidenceInput(LONG, LONG), NINE)
    sitting.log(chirp, EvidenceInput("short again"), NINE)
    assert len(files(audit)) == 1
    assert len(audit.evidence(chirp, TODAY)[0]) == 2


def test_an_entry_may_say_that_it_is_over(audit: Audit) -> None:
    sitting = begin(audit)
    chirp = sitting.asked[0].checklist
    sitting.log(chirp, EvidenceInput("It stopped.", over=True), NINE)
    assert [(entry.over, entry.on) for entry in audit.evidence(chirp, TODAY)[0]] == [(True, TODAY)]
