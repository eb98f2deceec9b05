"""A record that was cut short is told as that, wherever it was cut, and in no library's words."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit_tui.errors import NewerSchema, Unreadable
from audit_tui.files.read import validate
from audit_tui.journal.journal import Journal
from audit_tui.journal.whole import parse_record
from audit_tui.record import Result, Review

from .conftest import TODAY
from .sitting_cases import review, save

PATH = Path("x.toml")
CUT = "this is not whole: it was cut short"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    made = review(1, {"private": Result.PASS, "location": Result.FAIL})
    waived = replace(made.answers[0], result=Result.WAIVED, note="n", agreed_by="head", until=date(2026, 4, 1))
    return save(Journal(tmp_path / "journal"), replace(made, answers=(waived, made.answers[1])))


def test_wherever_a_review_is_cut_it_says_so(saved: Path) -> None:
    data = saved.read_bytes()
    for end in range(data.index(b"[end]") + len(b"[end]\nanswers = ")):
        with pytest.raises(Unreadable, match=CUT):
            parse_record(data[:end], PATH)
    for end in range(data.index(b"[end]") + len(b"[end]\nanswers = 2"), len(data)):
        try:
            validate(Review, parse_record(data[:end], PATH), PATH)
        except Unreadable as problem:
            assert "not whole" in str(problem)


def test_a_journal_tells_a_review_that_was_cut_and_a_copy_of_it(saved: Path) -> None:
    data = saved.read_bytes()
    saved.write_bytes(data[: len(data) // 2])
    saved.with_name("copy.toml").write_bytes(data[: len(data) // 2])
    journal = Journal(saved.parent)
    listing, odd = journal.listing()
    reviews, problems = journal.reviews("chirp", TODAY, listing)
    assert reviews == []
    assert [CUT in str(problem) for problem in (*odd, *problems)] == [True, True]
    assert "answer again" in str(problems[0])


def test_what_is_whole_and_wrong_is_told_by_its_own_fault(saved: Path) -> None:
    data = saved.read_bytes()
    with pytest.raises(Unreadable, match="not valid TOML"):
        parse_record(data.replace(b"kind =", b"kind", 1), PATH)
    with pytest.raises(Unreadable, match="not UTF-8"):
        parse_record(b"\xff\xfe", PATH)
    with pytest.raises(NewerSchema):
        parse_record(b"schema = 2\n", PATH)


@pytest.mark.parametrize(
    ("key", "put"), [("completed", "2026-03-02T09:00:00Z"), ("completed", "true"), ("completed", '"soon"')]
)
def test_a_day_that_is_none_is_told_in_plain_words(saved: Path, key: str, put: str) -> None:
    text = saved.read_text().replace(f"{key} = 2026-03-02", f"{key} = {put}")
    with pytest.raises(Unreadable, match="completed: write a day by itself, as 2026-03-02") as caught:
        validate(Review, parse_record(text.encode(), PATH), PATH)
    assert "zero time" not in str(caught.value)


@pytest.mark.parametrize("put", ['"soon"', "true"])
def test_a_moment_that_is_none_is_told_in_plain_words(saved: Path, put: str) -> None:
    lines = [f"recorded = {put}" if line.startswith("recorded") else line for line in saved.read_text().splitlines()]
    with pytest.raises(Unreadable, match="recorded: write a day with a time and a time zone"):
        validate(Review, parse_record("\n".join(lines).encode(), PATH), PATH)
