"""The journal: created once, never rewritten, and damaged files cost only themselves."""

import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_tui.errors import ChangedElsewhere, Unwritable, UserError
from audit_tui.files import write
from audit_tui.files.read import parse_toml, read_bytes, read_model, validate
from audit_tui.journal.filenames import review_name
from audit_tui.journal.journal import Journal
from audit_tui.journal.latest import LatestAnswers
from audit_tui.record import Result, Review

from .conftest import TODAY
from .sitting_cases import CHECKS, moment, save
from .sitting_cases import review as made
from .sitting_cases import standing as latest


def review(number: int, on: date, results: dict[str, Result], minute: int = 0, note: str = "") -> Review:
    return made(number, results, moment(9, minute, on), note=note)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal")


def standing(journal: Journal, today: date = TODAY) -> tuple[LatestAnswers, list[UserError]]:
    found = latest(journal, today)
    return found, found.problems


def results(journal: Journal, today: date = TODAY) -> dict[str, Result]:
    found, problems = standing(journal, today)
    assert problems == []
    return {check: answer.result for check, answer in found.answers.items()}


def test_a_review_reads_back_as_it_was_kept(journal: Journal) -> None:
    kept = review(1, TODAY, {"private": Result.FIXED}, note='a "note"\nof two lines [x] =1+1')
    path = save(journal, kept)
    assert path.name == "2026-03-02_chirp_00000001.toml"
    assert read_model(Review, path) == kept
    text = path.read_text()
    assert text.startswith("# A review, kept")
    assert text.rstrip().endswith("[end]\nanswers = 1\nnotes = 0\nevidence = 0\nvalues = 14")


def test_keeping_twice_keeps_once_and_another_with_that_name_is_refused(journal: Journal) -> None:
    kept = review(1, TODAY, {"private": Result.PASS})
    path = save(journal, kept)
    before = path.read_bytes()
    save(journal, kept)
    with pytest.raises(Unwritable):
        save(journal, review(1, TODAY, {"private": Result.FAIL}))
    assert path.read_bytes() == before
    assert len(list(journal.folder.iterdir())) == 1


def test_the_newest_answer_to_each_check_counts(journal: Journal) -> None:
    save(journal, review(1, date(2025, 12, 1), {"private": Result.FAIL, "location": Result.PASS}))
    save(journal, review(2, date(2026, 3, 1), {"private": Result.PASS}))
    save(journal, review(3, date(2026, 3, 1), {"private": Result.FIXED}, minute=5))
    assert results(journal) == {"private": Result.FIXED, "location": Result.PASS}
    assert standing(journal)[0].last_done == date(2026, 3, 1)


def test_other_checklists_are_not_opened(journal: Journal) -> None:
    save(journal, review(1, TODAY, {"private": Result.PASS}))
    (journal.folder / "2026-03-01_other_00000009.toml").write_text("[")
    assert results(journal) == {"private": Result.PASS}


def test_reading_stops_once_every_check_has_its_answer(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dict.fromkeys(CHECKS, Result.PASS)
    for number in range(40):
        save(journal, review(number, TODAY - number * timedelta(days=90), whole))
    opened: list[Path] = []

    def read(path: Path) -> bytes:
        opened.append(path)
        return read_bytes(path)

    monkeypatch.setattr("audit_tui.journal.journal.read_bytes", read)
    assert len(results(journal)) == 3
    assert len(opened) == 1


def test_years_without_a_word_of_the_missing_check_are_not_parsed(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        save(journal, review(number, TODAY - number * timedelta(days=90), {"private": Result.PASS}))
    parsed: list[Path] = []

    def parse(data: bytes, path: Path) -> dict[str, Any]:
        parsed.append(path)
        return parse_toml(data, path)

    monkeypatch.setattr("audit_tui.journal.whole.parse_toml", parse)
    assert len(results(journal)) == 1
    assert len(parsed) == 1


def test_a_check_named_in_another_editors_quotes_is_found(journal: Journal) -> None:
    save(journal, review(1, TODAY, {"private": Result.PASS}))
    path = save(journal, review(2, TODAY - timedelta(days=9), {"location": Result.FAIL}))
    path.write_text(path.read_text().replace('"location"', "'location'"))
    assert results(journal) == {"private": Result.PASS, "location": Result.FAIL}


def test_six_thousand_files_are_listed_but_hardly_opened(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.folder.mkdir()
    whole = dict.fromkeys(CHECKS, Result.PASS)
    for number in range(6000):
        day = TODAY - timedelta(days=number // 4)
        each = review(number, day, whole)
        journal.path(each).touch()
    for number in range(8):
        each = review(number, TODAY - timedelta(days=number // 4), whole)
        journal.path(each).write_bytes(journal.to_bytes(each))
    opened: list[Path] = []

    def read(path: Path) -> bytes:
        opened.append(path)
        return read_bytes(path)

    monkeypatch.setattr("audit_tui.journal.journal.read_bytes", read)
    assert len(results(journal)) == 3
    assert len(opened) == 8, "those of the day and of the day before, for two time zones"


def test_only_what_was_written_before_is_replaced_or_removed(journal: Journal) -> None:
    first, second = (review(1, TODAY, {"private": result}) for result in (Result.FAIL, Result.PASS))
    path = save(journal, first)
    before, after = journal.to_bytes(first), journal.to_bytes(second)
    journal.replace(second, before, after)
    assert path.read_bytes() == after
    with pytest.raises(ChangedElsewhere):
        journal.replace(first, b"something else", before)
    with pytest.raises(ChangedElsewhere):
        journal.remove(first, before)
    assert path.read_bytes() == after
    journal.remove(second, after)
    assert not path.exists()
    with pytest.raises(ChangedElsewhere):
        journal.replace(first, after, before)


def test_one_answer_withdrawn_leaves_the_others(journal: Journal) -> None:
    wrong = review(1, TODAY, {"private": Result.PASS, "location": Result.PASS})
    save(journal, wrong)
    journal.withdraw(wrong, TODAY, "private")
    assert (journal.folder / "2026-03-02_chirp_00000001.withdrawn.private.toml").exists()
    assert results(journal) == {"location": Result.PASS}
    (found,), _ = journal.reviews("chirp", TODAY, journal.listing()[0])
    assert [answer.check for answer in found.answers] == ["location"]
    assert journal.is_withdrawn(wrong, "private")
    assert not journal.is_withdrawn(wrong, "location")
    journal.withdraw(wrong, TODAY)
    assert journal.is_withdrawn(wrong, "location")


def test_a_withdrawal_that_cannot_be_written_is_told(journal: Journal, file_in_the_way: Path) -> None:
    with pytest.raises(UserError):
        journal.withdraw(review(1, TODAY, {"private": Result.PASS}), TODAY)
    assert file_in_the_way.is_file()


def test_a_withdrawn_review_does_not_count_and_its_file_is_untouched(journal: Journal) -> None:
    save(journal, review(1, date(2025, 12, 1), {"private": Result.FAIL}))
    wrong = review(2, date(2026, 3, 1), {"private": Result.PASS})
    path = save(journal, wrong)
    before = path.read_bytes()
    journal.withdraw(wrong, TODAY)
    journal.withdraw(wrong, TODAY + timedelta(days=1))
    assert results(journal) == {"private": Result.FAIL}
    assert path.read_bytes() == before
    assert "2026-03-01_chirp_00000002.withdrawn.toml" in {each.name for each in journal.folder.iterdir()}
    assert [each.id for each in journal.reviews("chirp", TODAY, journal.listing()[0])[0]] == ["0000000100000000"]


def test_withdrawing_again_flushes_the_name_that_is_there_already(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = review(1, TODAY, {"private": Result.PASS})
    journal.withdraw(wrong, TODAY)
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append(os.fstat(handle).st_ino))
    journal.withdraw(wrong, TODAY)
    assert flushed == [journal.folder.stat().st_ino]


def test_a_name_that_does_not_fit_its_content_is_told(journal: Journal) -> None:
    path = save(journal, review(1, TODAY, {"private": Result.PASS}))
    path.rename(path.with_name("2026-03-01_chirp_00000001.toml"))
    found, problems = standing(journal)
    assert found.answers == {}
    assert "its name does not fit what is in it" in str(problems[0])
    assert path.name in str(problems[0])


def test_a_newer_file_is_told_and_left_to_the_byte(journal: Journal) -> None:
    path = save(journal, review(1, TODAY, {"private": Result.PASS}))
    newer = path.read_bytes().replace(b"schema = 1", b"schema = 2")
    path.write_bytes(newer)
    found, problems = standing(journal)
    assert found.answers == {}
    assert "made by a newer version" in str(problems[0])
    assert path.read_bytes() == newer


def test_a_key_that_a_later_version_added_is_passed_over(journal: Journal) -> None:
    path = save(journal, review(1, TODAY, {"private": Result.PASS}))
    path.write_text(path.read_text().replace("[[answer]]", "mood = 3\n\n[[answer]]\nsure = true", 1))
    assert results(journal) == {"private": Result.PASS}


def test_every_way_to_cut_a_record_short_is_noticed(journal: Journal) -> None:
    whole = save(journal, review(1, TODAY, dict.fromkeys(sorted(CHECKS), Result.PASS), note="as agreed")).read_bytes()
    path = journal.folder / review_name(TODAY, "chirp", "00000001")
    kept = read_model(Review, path)
    for length in range(len(whole.rstrip())):
        try:
            cut = validate(Review, parse_toml(whole[:length], path), path)
        except UserError:
            continue
        assert (cut.answers, cut.notes, cut.evidence) == (kept.answers, kept.notes, kept.evidence), whole[:length]


@settings(max_examples=300)
@given(at=st.integers(0, 2000), byte=st.integers(0, 255))
def test_no_damage_makes_a_crash(tmp_path_factory: pytest.TempPathFactory, at: int, byte: int) -> None:
    journal = Journal(tmp_path_factory.mktemp("damaged"))
    save(journal, review(2, TODAY - timedelta(days=9), dict.fromkeys(CHECKS, Result.PASS)))
    path = save(journal, review(1, TODAY, {"private": Result.FAIL}))
    data = bytearray(path.read_bytes())
    data[at % len(data)] = byte
    path.write_bytes(data)
    found, problems = standing(journal)
    assert found.answers["location"].result is Result.PASS
    assert problems or "private" in found.answers


def test_two_devices_merge_whatever_the_order(tmp_path: Path) -> None:
    one, two, both = (Journal(tmp_path / name) for name in ("one", "two", "both"))
    both.folder.mkdir()
    for number in range(100):
        journal = one if number % 2 else two
        save(journal, review(number, TODAY - timedelta(days=number), {"private": Result.PASS}))
    for journal in (two, one):
        for path in journal.folder.iterdir():
            (both.folder / path.name).write_bytes(path.read_bytes())
    assert len(both.reviews("chirp", TODAY, both.listing()[0])[0]) == 100


def test_an_unreadable_journal_is_a_problem_not_an_empty_one(file_in_the_way: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        Journal(file_in_the_way).listing()


@pytest.fixture
def file_in_the_way(tmp_path: Path) -> Path:
    path = tmp_path / "journal"
    path.write_text("a file where the folder should be")
    return path


@pytest.mark.parametrize("text", ["", "[", "schema = 1\n", "# nothing\n\n"])
def test_a_ruined_file_is_told_even_where_it_names_no_check(journal: Journal, text: str) -> None:
    journal.folder.mkdir()
    (journal.folder / "2026-03-01_chirp_00000009.toml").write_text(text)
    assert len(standing(journal)[1]) == 1


def test_what_an_earlier_crash_left_half_written_is_swept_away(journal: Journal) -> None:
    journal.folder.mkdir()
    stale, other = journal.folder / ".old.toml.12ab.tmp", journal.folder / "mine.txt"
    stale.touch()
    other.touch()
    os.utime(stale, (0, 0))
    os.utime(other, (0, 0))
    save(journal, review(1, TODAY, {"private": Result.PASS}))
    assert not stale.exists()
    assert other.exists()


def test_the_folder_is_looked_through_for_them_once(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Path] = []
    monkeypatch.setattr(write, "sweep_temporaries", lambda folder, _: looked.append(folder))
    for number in (1, 2, 3):
        save(journal, review(number, TODAY, {"private": Result.PASS}))
    assert looked == [journal.folder]
