"""The newest moment wins, and what is ahead of the clock by more than a day is told and not believed."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_tui.journal.journal import Journal
from audit_tui.journal.latest import LatestAnswers, is_ahead
from audit_tui.record import End, Evidence, Remark, Result
from audit_tui.text import format_date

from .conftest import TODAY
from .sitting_cases import NINE, SECOND, moment, review, save, standing

DAY = timedelta(days=1)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal")


def results(journal: Journal, today: date = TODAY) -> dict[str, Result]:
    found = standing(journal, today)
    assert found.problems == []
    return {check: answer.result for check, answer in found.answers.items()}


OLD, NEW = review(2, {"private": Result.FAIL}, NINE), review(1, {"private": Result.FIXED}, NINE + SECOND)


@pytest.mark.parametrize("order", list(permutations([OLD, NEW])))
def test_of_one_day_the_newest_moment_counts_in_whatever_order_they_are_read(order: tuple[object, ...]) -> None:
    found = LatestAnswers(frozenset({"private"}))
    for each in order:
        found.take(OLD if each is OLD else NEW)
    assert found.answers["private"].result is Result.FIXED


@pytest.mark.parametrize("order", list(permutations([1, 2])))
def test_of_two_equal_moments_the_higher_number_counts(order: tuple[int, ...]) -> None:
    found = LatestAnswers(frozenset({"private"}))
    both = {1: review(1, {"private": Result.FAIL}), 2: review(2, {"private": Result.FIXED})}
    for number in order:
        found.take(both[number])
    assert found.answers["private"].result is Result.FIXED
    assert found.reviews["private"] == both[2].id


@settings(max_examples=60)
@given(
    moments=st.lists(
        st.tuples(
            st.datetimes(
                datetime(2026, 2, 20, tzinfo=UTC).replace(tzinfo=None),
                datetime(2026, 3, 1, tzinfo=UTC).replace(tzinfo=None),
            ),
            st.integers(-12, 14),
            st.sampled_from(Result),
        ),
        min_size=1,
        max_size=6,
        unique_by=lambda each: each[0],
    )
)
def test_whatever_zones_and_days_the_newest_moment_counts(
    tmp_path_factory: pytest.TempPathFactory, moments: list[tuple[datetime, int, Result]]
) -> None:
    journal = Journal(tmp_path_factory.mktemp("zones"))
    usual = [(at, zone, Result.PASS if result is Result.WAIVED else result) for at, zone, result in moments]
    for number, (at, zone, result) in enumerate(usual):
        local = at.replace(tzinfo=UTC).astimezone(timezone(timedelta(hours=zone)))
        save(journal, review(number, {"private": result}, local))
    assert results(journal) == {"private": max(usual)[2]}


def test_the_newer_moment_counts_from_the_first_and_the_last_time_zone_on_earth(journal: Journal) -> None:
    """On the Line Islands it is Tuesday while on Niue it is still Sunday."""
    early = datetime(2026, 3, 3, 0, 30, tzinfo=timezone(timedelta(hours=14)))
    late = datetime(2026, 3, 1, 23, 45, tzinfo=timezone(timedelta(hours=-11)))
    save(journal, review(1, {"private": Result.FAIL, "location": Result.PASS, "old-posts": Result.PASS}, early))
    save(journal, review(2, {"private": Result.FIXED}, late))
    assert results(journal)["private"] is Result.FIXED


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("zone", ["+14:00", "-12:00"])
@pytest.mark.parametrize("key", ["on", "at", "recorded"])
def test_a_day_at_the_end_of_the_calendar_costs_only_itself(journal: Journal, key: str, day: str, zone: str) -> None:
    path = save(journal, review(1, {"private": Result.PASS}))
    save(journal, review(2, {"location": Result.PASS}, NINE - DAY))
    save(journal, review(3, {"private": Result.FAIL}, NINE - 9 * DAY))
    value = f"{day}T12:00:00{zone}" if key != "on" else day
    text = re.sub(rf"(?m)^{key} = .*$", f"{key} = {value}", path.read_text())
    path.write_text(text)
    path.with_name(f"{path.stem} (1).toml").write_text(text.replace("[end]", "# by hand\n[end]"))
    assert standing(journal).answers["location"].result is Result.PASS


@pytest.mark.parametrize(("days", "ahead"), [(0, False), (1, False), (2, True), (9, True)])
def test_a_file_is_believed_up_to_one_day_ahead(journal: Journal, days: int, ahead: bool) -> None:  # noqa: FBT001
    save(journal, review(1, {"private": Result.PASS}, NINE + days * DAY))
    found = standing(journal)
    assert ("private" not in found.answers) == ahead == is_ahead(TODAY + days * DAY, TODAY)
    assert len(found.problems) == ahead
    listing, _ = journal.listing()
    reviews, problems = journal.reviews("chirp", TODAY, listing)
    assert (len(reviews), len(problems)) == (not ahead, ahead)
    if ahead:
        assert f"this is dated {format_date(TODAY + days * DAY)}, later than 2 March 2026, so it is not counted" in str(
            problems[0]
        )


@pytest.mark.parametrize(("days", "ahead"), [(1, False), (2, True)])
@pytest.mark.parametrize("field", ["on", "at"])
def test_an_answer_inside_a_file_is_believed_up_to_one_day_ahead(
    journal: Journal,
    field: str,
    days: int,
    ahead: bool,  # noqa: FBT001
) -> None:
    save(journal, review(1, {"private": Result.FAIL}, NINE - DAY))
    late = review(2, {"private": Result.PASS, "location": Result.PASS})
    value = NINE + days * DAY
    changed: dict[str, Any] = {field: value if field == "at" else value.date()}
    shifted = replace(late.answers[0], **changed)
    save(journal, replace(late, answers=(shifted, late.answers[1])))
    found = standing(journal)
    assert found.answers["private"].result is (Result.FAIL if ahead else Result.PASS)
    assert found.answers["location"].result is Result.PASS, "what is beside it counts"
    assert len(found.problems) == ahead
    if ahead:
        assert "dated later than 2 March 2026, so not counted: the answer to private (4 March 2026)." in str(
            found.problems[0]
        )


@pytest.mark.parametrize(("days", "ahead"), [(1, False), (2, True)])
def test_notes_and_evidence_are_believed_up_to_one_day_ahead(journal: Journal, days: int, ahead: bool) -> None:  # noqa: FBT001
    at = NINE + days * DAY
    made = replace(
        review(1, {"location": Result.PASS}),
        notes=(Remark(check="private", at=at, text="so"),),
        evidence=(Evidence(id="a" * 16, at=at, on=TODAY, what="a call"),),
        end=End(answers=1, notes=1, evidence=1),
    )
    save(journal, made)
    assert (standing(journal).note("private") == "") == ahead
    entries, problems = journal.evidence("chirp", TODAY, journal.listing()[0])
    assert (len(entries), len(problems)) == (not ahead, ahead)
    if ahead:
        parts = "the note on private (4 March 2026) and an entry of its log (4 March 2026)"
        assert f"dated later than 2 March 2026, so not counted: {parts}." in str(problems[0])


@pytest.mark.parametrize(("number", "end"), [(3, ""), (4, " and 1 more")])
def test_of_many_parts_ahead_the_first_three_are_named(journal: Journal, number: int, end: str) -> None:
    checks = [f"check-{n}" for n in range(number)]
    late = review(1, dict.fromkeys(checks, Result.PASS))
    ahead = tuple(replace(answer, on=TODAY + 9 * DAY) for answer in late.answers)
    save(journal, replace(late, answers=ahead))
    (problem,) = journal.reviews("chirp", TODAY, journal.listing()[0])[1]
    assert str(problem).count("the answer to check-") == 3
    assert f"{end}. Check the clock" in str(problem)


def test_a_file_read_for_an_earlier_day_is_later_than_that_day_and_told_once(journal: Journal) -> None:
    late = review(1, {"private": Result.PASS})
    save(journal, replace(late, answers=(replace(late.answers[0], on=TODAY + 9 * DAY),)))
    (problem,) = standing(journal, TODAY - 9 * DAY).problems
    assert "this is dated 2 March 2026, later than 21 February 2026" in str(problem)
    assert "still to come" not in str(problem)


def test_a_review_with_nothing_left_to_believe_is_no_review(journal: Journal) -> None:
    late = review(1, {"private": Result.PASS})
    save(journal, replace(late, answers=(replace(late.answers[0], on=TODAY + 9 * DAY),)))
    found = standing(journal)
    assert (found.answers, found.last_done, len(found.problems)) == ({}, None, 1)
    assert journal.reviews("chirp", TODAY, journal.listing()[0])[0] == []


def test_the_day_of_the_last_review_is_that_of_one_whose_answers_count(journal: Journal) -> None:
    save(journal, review(1, {"private": Result.PASS}, NINE - 9 * DAY))
    late = review(2, {"private": Result.PASS}, NINE)
    save(journal, late)
    assert standing(journal).last_done == TODAY
    journal.withdraw(late, TODAY, "private")
    assert standing(journal).last_done == TODAY - 9 * DAY


def test_an_answer_of_a_check_that_was_merged_is_taken_over_where_it_is_newer() -> None:
    found, other = LatestAnswers(frozenset({"private"})), LatestAnswers(frozenset({"old"}))
    found.take(review(1, {"private": Result.FAIL}, moment(10)))
    other.take(review(2, {"old": Result.PASS}, moment(9)))
    found.take_over("private", "old", other)
    assert [answer.result for answer in found.answers.values()] == [Result.FAIL]
    other.take(review(3, {"old": Result.FIXED}, moment(11)))
    found.take_over("private", "old", other)
    assert [answer.result for answer in found.answers.values()] == [Result.FIXED]
