"""How the board is put into words, on pages and as data."""

import json
from datetime import date
from typing import Any

import pytest

from audit_tui import phrases
from audit_tui.checklist import Checklist
from audit_tui.exports.as_json import board_json, plan_json
from audit_tui.formats.text import to_text
from audit_tui.pages.due import due_page
from audit_tui.pages.history import changes
from audit_tui.pages.occasions import evidence_page, induction_page
from audit_tui.pages.summary import summary_page
from audit_tui.record import Answer, End, Result, Review
from audit_tui.schedule.board import Board, build_checklist_status
from audit_tui.schedule.due import Reason, build_check_status
from audit_tui.schedule.occasions import PersonalCalendar, Trip
from audit_tui.schedule.plan import plan

from .schedule_cases import DAY, a_board, a_check, a_checklist, an_answer, an_entry

BEGAN = date(2026, 3, 2)
CALENDAR = PersonalCalendar(began=BEGAN)
CHIRP = a_checklist("chirp", [a_check("grave", "high"), a_check("mid"), a_check("slight", "low")])
SNAP = a_checklist("snap", [a_check("grave", "high"), a_check("mid")])
Kept = dict[tuple[str, str], Answer]


def kept(*keys: tuple[str, str], on: date = BEGAN, result: Result = Result.PASS, **more: object) -> Kept:
    checks = {(one.id, check.id): check for one in (CHIRP, SNAP) for check in one.checks}
    return {key: an_answer(checks[key], on, result, **({"round": BEGAN} | more)) for key in keys}


EVERY = [(one.id, check.id) for one in (CHIRP, SNAP) for check in one.checks]
WAIVED: dict[str, Any] = {"note": "film club", "agreed_by": "head teacher", "until": date(2026, 5, 1)}


def board(answers: Kept, today: date = BEGAN, calendar: PersonalCalendar = CALENDAR) -> Board:
    return a_board([CHIRP, SNAP], answers, today, calendar)


def state(answers: Kept, today: date = BEGAN) -> str:
    found = board(answers, today).find("chirp")
    assert found is not None
    return phrases.state(found)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("answers", "day", "said"),
    [
        ({}, 0, "not started"),
        ({}, 29, "overdue 29 days"),
        (kept(EVERY[0]), 0, "1 of 3 looked at, more due 30 March 2026"),
        (kept(EVERY[0]), 28, "1 of 3 looked at"),
        (kept(*EVERY[:3]), 1, "up to date until 2 June 2026"),
        (kept(*EVERY[:3]), 90, "due in 2 days"),
        (kept(*EVERY[:3]), 91, "due tomorrow"),
        (kept(*EVERY[:3]), 92, "due today"),
        (kept(*EVERY[:3]), 95, "due since 2 June 2026"),
        (kept(*EVERY[:2]) | kept(EVERY[2], result=Result.FAIL), 60, "1 to put right"),
        (kept(*EVERY[:2]) | kept(EVERY[2], revision=0), 60, "1 check changed"),
    ],
)  # fmt: skip
def test_each_state_is_said_in_a_few_words(answers: Kept, day: int, said: str) -> None:
    assert state(answers, BEGAN + day * DAY) == said


def test_a_list_that_nobody_looked_at_yet_is_not_up_to_date() -> None:
    later = a_checklist("later", [a_check("mid")])
    seen = build_checklist_status(later, {}, BEGAN, CALENDAR)
    assert phrases.state(seen) == "first due 30 March 2026"


def test_the_first_line_names_what_fits_into_ten_minutes() -> None:
    grave = a_checklist("chirp", [a_check(f"c{n}", "high", minutes=3, why="we " * 50) for n in range(4)])
    assert (
        phrases.headline(a_board([grave], {}, BEGAN, CALENDAR))
        == "Ten minutes now: 3 checks that matter most, in Chirp."
    )
    assert (
        phrases.headline(a_board([grave], {}, BEGAN, CALENDAR), 15)
        == "13 minutes now: 4 checks that matter most, in Chirp."
    )
    alone = a_checklist("snap", [a_check("c0", "high")])
    assert (
        phrases.headline(a_board([alone], {}, BEGAN, CALENDAR)) == "One minute now: 1 check that matters most, in Snap."
    )
    assert phrases.headline(board({})) == "One minute now: 3 checks, what matters most first, in Snap and Chirp."
    assert phrases.headline(board(kept(*EVERY))) == "Nothing is due. Next: 2 June 2026."
    assert phrases.headline(a_board([], {}, BEGAN, CALENDAR)) == "Nothing is due."


def test_that_nothing_is_due_yet_is_said_only_where_nothing_is() -> None:
    today = date(2026, 3, 2)
    trip = a_checklist("trip", [a_check("off", cadence="before each trip")])
    near = PersonalCalendar(began=today, trips=(Trip("farm", today + 5 * DAY, today + 5 * DAY),))
    for severity, said in (("high", False), ("low", True)):
        board = a_board([a_checklist("chirp", [a_check("one", severity)]), trip], {}, today, near)
        found = plan(board, 0.25)
        assert [each.status.check.id for each in found.checks] == ["off"]
        assert ("Nothing is due yet." in phrases.planned_headline(board, found)) is said


def test_the_first_line_names_the_trip_and_no_more_than_four_lists() -> None:
    trips = PersonalCalendar(began=BEGAN, trips=(Trip("the farm", BEGAN + 2 * DAY, BEGAN + 2 * DAY),))
    trip = a_checklist("trip", [a_check("off", cadence="before each trip")])
    lists = [trip, *(a_checklist(f"l{n}", [a_check("grave", "high")]) for n in range(4))]
    assert phrases.headline(a_board(lists, {}, BEGAN, trips)) == (
        "Two minutes now: 5 checks, first for the trip: the farm, in Trip, L0, L1, L2 and 1 more.")  # fmt: skip


def test_where_nothing_fits_the_first_line_says_what_would() -> None:
    long = a_checklist("chirp", [a_check("c0", minutes=9)])
    said = kept()
    said["chirp", "c0"] = an_answer(long.checks[0], BEGAN, Result.FAIL)
    assert (
        phrases.headline(a_board([long], said, BEGAN + DAY, CALENDAR), 5)
        == "About 9 minutes are needed for the shortest check."
    )


@pytest.mark.parametrize("result", Result)
def test_nothing_is_said_to_be_due_only_where_nothing_waits(result: Result) -> None:
    said = set()
    for day in range(130):
        first = kept(EVERY[0], on=BEGAN, result=result, **(WAIVED if result is Result.WAIVED else {}))
        found = board(kept(*EVERY[1:]) | first, BEGAN + day * DAY)
        line = phrases.headline(found)
        assert not (line.startswith("Nothing is due") and found.due), (day, line)
        said.add(line)
    waiting = "Nothing more to look at today: 1 check still to put right."
    assert (waiting in said) is not result.done
    assert any(line.startswith("Nothing is due") for line in said) is result.done


def test_the_three_monthly_review_is_one_line() -> None:
    assert phrases.round_line(board(kept(*EVERY[:2]))) == "Three-monthly review: 2 of 5, open since 2 March"
    half = kept(EVERY[0]) | kept(EVERY[1], result=Result.FAIL)
    assert phrases.round_line(board(half)) == "Three-monthly review: 2 of 5, 1 still to put right, open since 2 March"
    done = kept(*EVERY, on=date(2026, 3, 9))
    assert phrases.round_line(board(done, date(2026, 3, 10))) == (
        "Three-monthly review: complete on 9 March 2026, the next from 9 June")  # fmt: skip
    late = kept(*EVERY, on=date(2026, 11, 9))
    assert phrases.round_line(board(late, date(2026, 11, 10))).endswith("the next from 9 February 2027")
    assert phrases.round_line(board({}, date(2027, 1, 10))) == "Three-monthly review: 0 of 5, open since 2 March 2026"
    assert phrases.round_line(a_board([], {}, BEGAN, CALENDAR)) == ""


def test_progress_tells_what_matters_most_and_all_of_it() -> None:
    assert phrases.progress_line(board(kept(*EVERY[:2]))) == "Done: 1 of 2 most important, 2 of 5 in all"
    low = a_checklist("chirp", [a_check("slight", "low")])
    assert phrases.progress_line(a_board([low], {}, BEGAN, CALENDAR)) == "Done: 0 of 1 in all"
    assert phrases.coming_line(board({})) == "3 more checks to come, the next on 30 March 2026"
    assert phrases.coming_line(board(kept(*EVERY))) == ""


@pytest.mark.parametrize("minutes", [(0.25, "about 1 minute"), (1, "about 1 minute"), (1.25, "about 2 minutes")])
def test_estimates_are_said_in_whole_minutes(minutes: tuple[float, str]) -> None:
    assert phrases.about(minutes[0]) == minutes[1]


@pytest.mark.parametrize(("number", "said"), [(1, "one minute"), (12, "twelve minutes"), (13, "13 minutes")])
def test_numbers_up_to_twelve_are_words(number: int, said: str) -> None:
    assert phrases.number_word(number) == said


def test_why_a_check_is_asked_is_said_only_of_what_is_due() -> None:
    waived = an_answer(CHIRP.checks[0], BEGAN, Result.WAIVED, **WAIVED)
    running, ended = (
        build_check_status(CHIRP, CHIRP.checks[0], waived, day, CALENDAR)
        for day in (date(2026, 4, 30), date(2026, 5, 2))
    )
    assert phrases.why_due(running, date(2026, 4, 30)) == ""
    assert phrases.why_due(ended, date(2026, 5, 1)) == "the agreed exception ends today"
    assert phrases.why_due(ended, date(2026, 5, 2)) == "the agreed exception ended"
    assert set(phrases.REASONS) == set(Reason) - {Reason.NEW, Reason.ROUND}


def test_the_page_of_what_is_due_tells_the_round_and_how_far_one_is() -> None:
    said = flat(to_text(due_page(board(kept(*EVERY[:2])))))
    assert (
        "One minute now: 2 checks, what matters most first, in Snap. Three-monthly review: 2 of 5, open since 2 March. "
        "Done: 1 of 2 most important, 2 of 5 in all. 2 more checks to come, the next on 30 March 2026."
    ) in said


def test_the_summary_counts_what_is_asked_and_not_all_there_is(yearly: Checklist) -> None:
    found = a_board([yearly], {}, BEGAN, CALENDAR)
    said = to_text(summary_page(found))
    assert found.asked == 1 < len(yearly.checks)
    assert "Checks done: 0 of 1\n" in said
    assert "Last answer: already right: 0 of 1\n" in said
    assert "Not answered yet: 1 of 1\n" in said


def test_the_summary_tells_both_progresses_the_round_and_the_questions() -> None:
    answers = kept(*EVERY[:3]) | kept(EVERY[3], result=Result.FAIL) | kept(EVERY[4], result=Result.UNKNOWN)
    said = to_text(summary_page(board(answers)))
    assert "Three-monthly review: complete on 2 March 2026, 2 still to put right, the next from 2 June" in flat(said)
    assert "Most important checks done: 1 of 2\n" in said
    assert "Checks done: 3 of 5\n" in said
    assert "Checklists up to date: 2 of 2\n" in said
    assert "Snap: Is grave right? (not right yet, 2 March 2026)" in said
    assert "Snap: Is mid right? (could not find it, or not sure, 2 March 2026)" in said
    assert "Is grave right?" not in to_text(summary_page(board(answers), short=True))


def test_a_list_that_is_partly_looked_at_does_not_count_as_up_to_date() -> None:
    assert "Checklists up to date: 0 of 2\n" in to_text(summary_page(board(kept(EVERY[0], EVERY[3]))))


@pytest.mark.parametrize(("day", "running", "ended"), [(date(2026, 4, 30), 1, 0), (date(2026, 5, 1), 0, 1)])
def test_an_exception_that_has_ended_is_not_counted_as_agreed(day: date, running: int, ended: int) -> None:
    said = to_text(
        summary_page(
            board(
                kept(
                    EVERY[0], result=Result.WAIVED, note="film club", agreed_by="head teacher", until=date(2026, 5, 1)
                ),
                day,
            )
        )
    )
    assert f"Last answer: exception agreed: {running} of 5\n" in said
    assert f"Exceptions that have ended: {ended} of 5\n" in said
    assert ("Chirp: Is grave right? (exception agreed" in said) == bool(running)


def test_lists_for_when_they_are_needed_are_not_in_the_summary() -> None:
    event = a_checklist("approach", [a_check("c0")], cadence="when it happens", kind="routine")
    assert "Approach" not in to_text(summary_page(a_board([event, CHIRP], {}, BEGAN, CALENDAR)))


def test_the_board_as_data_has_stable_words_the_round_and_what_matters_most() -> None:
    answers = kept(*EVERY[:3]) | kept(EVERY[3], result=Result.FAIL)
    told = json.loads(board_json(board(answers), (), checks=True))
    assert told["round"] == {
        "opened": "2026-03-02",
        "total": 5,
        "looked_at": 4,
        "to_put_right": 1,
        "complete_on": None,
        "next_from": None,
    }
    assert told["high"] == {"done": 1, "total": 2}
    reasons = {f"{one['id']}/{check['id']}": check["reason"] for one in told["checklists"] for check in one["checks"]}
    assert reasons == {
        "chirp/grave": "round",
        "chirp/mid": "round",
        "chirp/slight": "round",
        "snap/grave": "open",
        "snap/mid": "new",
    }
    assert {one["state"] for one in told["checklists"]} == {"open", "up-to-date"}
    assert json.loads(board_json(a_board([], {}, BEGAN, CALENDAR), ()))["round"] is None


def test_the_words_for_reasons_in_data_never_change() -> None:
    assert [str(reason) for reason in Reason] == [
        "new", "round", "open", "changed", "lapsed", "trip", "joined", "new-phone", "term", "incident"]  # fmt: skip


def test_a_plan_as_data_has_exactly_what_was_promised() -> None:
    assert json.loads(plan_json(plan(board({}), 0.5))) == {
        "schema": 1, "minutes": 0.5,
        "checks": [{"checklist": "chirp", "check": "grave", "severity": "high", "minutes": 0.25},
                   {"checklist": "snap", "check": "grave", "severity": "high", "minutes": 0.25}],
    }  # fmt: skip


def test_an_induction_keeps_not_yet_due_and_overdue_apart() -> None:
    induction = a_checklist("induction", [a_check("office", cadence="within 2 weeks of joining")])
    joined = PersonalCalendar(began=BEGAN, joined=BEGAN)

    def said(day: int, answers: Kept | None = None) -> str:
        found = a_board([induction], answers or {}, BEGAN + day * DAY, joined)
        return flat(to_text(induction_page(found, found.find("induction"), BEGAN)))

    assert "Is office right? not yet: by 16 March 2026" in said(13)
    assert "Is office right? due since 16 March 2026" in said(14)
    assert "Is office right? due since 16 March 2026" in said(42)
    assert "Is office right? overdue since 16 March 2026" in said(43)
    answered = {("induction", "office"): an_answer(induction.checks[0], BEGAN, note="secret")}
    assert "done 2 March 2026" in said(50, answered)
    assert "secret" not in said(50, answered)
    assert "does not certify" in said(50, answered)


def test_the_log_of_an_incident_says_where_it_ended() -> None:
    page = to_text(evidence_page(CHIRP, (an_entry(1, BEGAN), an_entry(2, BEGAN, over=True))))
    assert page.count("Over: this is where it ended") == 1


def test_history_shows_ones_own_notes() -> None:
    said = an_answer(CHIRP.checks[0], BEGAN, note="ask my sister")
    review = Review(
        id="0" * 16, checklist="chirp", completed=BEGAN, recorded=said.at, answers=(said,), end=End(answers=1)
    )
    assert changes(review, None, CHIRP) == ("Is grave right? Already right, 12:00 (your note: ask my sister)",)
    assert changes(review, review, CHIRP) == ("Nothing changed since the review before.",)
