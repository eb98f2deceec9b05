import pytest

from audit_tui.files import read
from audit_tui.record import Review
from audit_tui.team.statement import LARGEST

from .heavy import hostile
from .hostile_files import (
    BEARABLE,
    FEW,
    FULL,
    TIMES,
    answer,
    answers,
    collecting_every_fault,
    floor,
    reading_every_folder_to_its_end,
    slowest,
)
from .hostile_folders import MANY, MOST_PARSED, crowded, honest_folder, hostile_folder


def test_every_file_of_64_kib_is_answered_with_bounded_work() -> None:
    found = answers()
    assert [each.name for each in found if not each.bounded] == []
    assert len(found) > len([*hostile()])


def test_an_honest_file_of_64_kib_is_read() -> None:
    assert floor() > 0


def test_a_reader_that_collects_every_fault_is_caught() -> None:
    with collecting_every_fault():
        found = [*answer("a list", dict(hostile())["empty tables under answer"], [Review])]
    assert not all(each.bounded for each in found)


def test_a_folder_of_hostile_statements_costs_none_but_themselves() -> None:
    assert hostile_folder(MANY).told == MANY
    assert hostile_folder(MANY, b"#" * (LARGEST + 1)).told == MANY


def test_a_folder_full_of_hostile_statements_is_refused_after_some() -> None:
    found = hostile_folder(FEW)
    assert found.parsed <= MOST_PARSED + 2
    assert "files that are no statements" in found.refusal
    with reading_every_folder_to_its_end():
        assert hostile_folder(FEW).told == FEW


def test_too_many_names_in_a_journal_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST", 100)
    assert crowded(101)


@pytest.mark.long
def test_fifty_thousand_names_in_a_journal_are_told() -> None:
    assert crowded(50_000)


@pytest.mark.long
def test_every_file_of_64_kib_is_answered_within_a_tenth_of_a_second() -> None:
    worst, longer = slowest(TIMES)
    assert (longer, worst.seconds < BEARABLE) == (0, True)


@pytest.mark.long
def test_nearly_twenty_thousand_hostile_statements_take_little_more_than_honest_ones() -> None:
    assert hostile_folder(FULL).seconds < 3 * honest_folder(FULL).seconds
