import pytest

from audit_tui.files import read
from audit_tui.record import Review
from audit_tui.team.statement import LARGEST

from .heavy import hostile
from .hostile_files import MANY, answer, answers, collecting_every_fault, crowded, floor, folder_of


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
    assert folder_of(b"schema = 1\nplatform = [" + b"{}," * (LARGEST // 3 - 10) + b"]")[1] == MANY
    assert folder_of(b"#" * (LARGEST + 1))[1] == MANY


def test_too_many_names_in_a_journal_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST", 100)
    assert crowded(101)


@pytest.mark.long
def test_fifty_thousand_names_in_a_journal_are_told() -> None:
    assert crowded(50_000)
