"""Records: whole or refused, of this version or the one before, and any text reads back as it was kept."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.errors import Unreadable
from audit_tui.journal.from_0_1 import brought_up_to_date
from audit_tui.journal.whole import to_review
from audit_tui.record import LONGEST_WAIVER, NOTE_LIMIT, Answer, Remark, Result, Review, derived_id, noon

from .models import model_of

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ANSWER = {"check": "private", "on": DAY, "at": AT, "result": "pass", "expect": "So", "revision": 1}
REVIEW = {"schema": 1, "kind": "review", "id": "a" * 16, "checklist": "chirp", "completed": DAY, "recorded": AT}
ENTRY = {"on": DAY, "what": "a silent call"}


def review(**more: Any) -> Review:  # noqa: ANN401 - any TOML value
    return to_review(brought_up_to_date(REVIEW | more), Path("review.toml"))


@pytest.mark.parametrize("result", Result)
def test_only_what_is_not_right_or_not_known_is_left_to_do(result: Result) -> None:
    assert result.done == (result not in (Result.FAIL, Result.UNKNOWN))


WAIVED = ANSWER | {"result": "waived", "note": "film club", "agreed_by": "head teacher"}


@pytest.mark.parametrize(
    ("days", "sound"), [(-1, False), (0, True), (LONGEST_WAIVER, True), (LONGEST_WAIVER + 1, False)]
)
def test_an_exception_lasts_a_year_at_most(days: int, sound: bool) -> None:  # noqa: FBT001
    table = WAIVED | {"until": DAY + timedelta(days=days)}
    if sound:
        assert model_of(Answer, table).until == DAY + timedelta(days=days)
    else:
        with pytest.raises(Unreadable, match="a year at most"):
            model_of(Answer, table)


@pytest.mark.parametrize("missing", ["note", "agreed_by", "until"])
def test_an_exception_says_why_who_and_until_when(missing: str) -> None:
    table = {key: value for key, value in (WAIVED | {"until": DAY}).items() if key != missing}
    with pytest.raises(Unreadable, match="needs its reason"):
        model_of(Answer, table)


def test_an_answer_without_a_moment_takes_noon_of_its_day() -> None:
    old = {key: value for key, value in ANSWER.items() if key != "at"}
    (table,) = brought_up_to_date({"answer": [old]})["answer"]
    assert model_of(Answer, table).at == noon(DAY) == datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_an_answer_of_a_review_without_a_moment_takes_the_reviews() -> None:
    old = {key: value for key, value in ANSWER.items() if key != "at"}
    assert review(answer=[old], end={"answers": 1}).answers[0].at == AT
    own = review(answer=[ANSWER | {"at": AT + timedelta(hours=1)}], end={"answers": 1})
    assert own.answers[0].at == AT + timedelta(hours=1)


def test_a_moment_has_a_zone() -> None:
    with pytest.raises(Unreadable, match="no time zone"):
        model_of(Answer, ANSWER | {"at": AT.replace(tzinfo=None)})


def test_old_entries_get_a_number_each_the_same_whenever_they_are_read() -> None:
    first, second = review(evidence=[ENTRY, ENTRY], end={"answers": 0}).evidence
    again = review(evidence=[ENTRY, ENTRY], end={"answers": 0}).evidence
    assert (first.at, first.id) == (AT, derived_id("a" * 16, 0))
    assert first.id != second.id
    assert (first, second) == again


@pytest.mark.parametrize(
    "end", [{"answers": 0}, {"answers": 2}, {"answers": 1, "notes": 1}, {"answers": 1, "evidence": 1}]
)
def test_a_review_that_was_cut_short_is_refused(end: dict[str, int]) -> None:
    with pytest.raises(Unreadable, match="not whole"):
        review(answer=[ANSWER], end=end)


def test_a_review_says_something_and_answers_a_check_once() -> None:
    with pytest.raises(Unreadable, match="neither answers nor notes nor evidence"):
        review(end={"answers": 0})
    with pytest.raises(Unreadable, match="answers a check twice"):
        review(answer=[ANSWER, ANSWER], end={"answers": 2})
    assert review(note=[{"check": "private", "at": AT, "text": "so"}], end={"answers": 0, "notes": 1}).answers == ()


def test_a_review_gives_its_answer_to_a_check() -> None:
    found = review(answer=[ANSWER], end={"answers": 1})
    assert found.answer("private") == found.answers[0]
    assert found.answer("location") is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=NOTE_LIMIT))
def test_a_note_once_kept_does_not_change_when_it_is_kept_again(text: str) -> None:
    kept = model_of(Remark, {"check": "private", "at": AT, "text": text}).text
    assert model_of(Remark, {"check": "private", "at": AT, "text": kept}).text == kept


def test_a_note_has_a_thousand_letters_at_most() -> None:
    assert len(model_of(Remark, {"check": "private", "at": AT, "text": "x" * NOTE_LIMIT}).text) == 1000
    with pytest.raises(Unreadable):
        model_of(Remark, {"check": "private", "at": AT, "text": "x" * (NOTE_LIMIT + 1)})
