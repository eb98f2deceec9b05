"""The same job in lines."""

import io
import re

import pytest
from audit_tui.plain.review import PlainReview

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.plain.answers import read_answer
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.record import Result, Review
from audit_tui.schedule.board import State

from .conftest import TODAY, Clock


def converse(audit: Audit, checklist: Checklist, clock: Clock, *lines: str) -> tuple[Review | None, str]:
    told = io.StringIO()
    talk = Console(io.StringIO("".join(f"{line}\n" for line in lines)), told, echo=True)
    return PlainReview(audit, checklist, talk, clock).run(), told.getvalue()


def results(review: Review | None) -> dict[str, Result]:
    assert review is not None
    return {answer.check: answer.result for answer in review.answers}


@pytest.mark.parametrize(
    ("line", "result", "note"),
    [("1", Result.PASS, ""), ("pass", Result.PASS, ""), ("Yes", Result.PASS, ""),
     ("2 on my phone", Result.FIXED, "on my phone"),
     ("already right", Result.PASS, ""), ("3. will ask", Result.FAIL, "will ask"), ("unknown", Result.UNKNOWN, ""),
     ("NA", Result.NOTAPPLICABLE, ""), ("6", Result.WAIVED, "")],
)  # fmt: skip
def test_an_answer_is_a_number_or_a_word_and_may_carry_a_note(line: str, result: Result, note: str) -> None:
    said = read_answer(line)
    assert said is not None
    assert (said.result, said.note) == (result, note)


@pytest.mark.parametrize("line", ["", "7", "perhaps", "12", "\x1b[A"])
def test_anything_else_is_no_answer(line: str) -> None:
    assert read_answer(line) is None


def test_a_whole_review(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    review, told = converse(audit, chirp, clock, "1", "3 will ask at home", "unsure")
    assert results(review) == {"private": Result.PASS, "location": Result.FAIL, "old-posts": Result.UNKNOWN}
    assert "Check 1 of 3. Profile visibility." in told
    assert "Should be: Private profile: on." in told
    assert "On an iPhone: Profile › Settings › Private profile" in told
    assert "Saved: 3 of 3 answered." in told


def test_nothing_but_plain_lines_is_told(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    _, told = converse(audit, chirp, clock, "c", "d", "h", "what", "1", "1", "1")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", told)
    assert not re.search(r"[\u2500-\u259f]", told)
    assert max(map(len, told.splitlines())) < 80
    assert '"what" is not one of the answers.' in told
    assert "Asked by: Elm Lane School (1 September 2024), 1.1: Keep profiles private." in told


def test_skipping_going_back_and_stopping(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    review, told = converse(audit, chirp, clock, "1", "b", "5", "s", "1", "perhaps", "yes")
    assert results(review) == {"private": Result.NOTAPPLICABLE, "old-posts": Result.PASS}
    assert "Record the 2 of 3 now?" in told
    assert "Please type yes or no." in told


def test_the_end_of_the_input_keeps_what_was_answered(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    review, told = converse(audit, chirp, clock, "1")
    assert review is None
    assert "1 of 3 answered and kept. Go on with: audit-tui review chirp" in told
    assert audit.row(chirp, TODAY).state is State.STARTED
    review, told = converse(audit, chirp, clock, "1", "1")
    assert len(results(review)) == 3
    assert "this goes on from there" in told


def test_stopping_and_keeping_for_later(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    review, _ = converse(audit, chirp, clock, "1", "q", "no")
    assert review is None
    assert len(audit.row(chirp, TODAY).drafted) == 1
    review, told = converse(audit, chirp, clock, "q")
    assert review is None
    assert "1 of 3 answered and kept" in told


def test_nothing_answered_is_nothing_recorded(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    review, told = converse(audit, chirp, clock, "q")
    assert review is None
    assert "Nothing was answered, so nothing is recorded." in told


def test_an_exception_asks_for_the_rest_of_it(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    review, told = converse(
        audit, chirp, clock, "6 film club", "head teacher", "soon", "6 film club", "head teacher", "2 March 2099",
        "6", "film club", "head teacher", "24 December 2026", "1", "1",
    )  # fmt: skip
    assert review is not None
    waived = review.answer("private")
    assert waived is not None
    assert (waived.result, waived.note, waived.agreed_by) == (Result.WAIVED, "film club", "head teacher")
    assert told.count("Not kept:") == 2


def test_last_time_is_told_beside_the_question(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    converse(audit, chirp, clock, "3 ask the office", "1", "1")
    _, told = converse(audit, chirp, clock, "1")
    assert "Last time: not right yet, 2 March 2026; still to be put right." in told
    assert "Your note: ask the office" in told
    assert "1 check to look at" in told


def test_steps_that_are_old_or_unsure_say_so(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    clock.day = TODAY.replace(month=4, day=2)
    _, told = converse(audit, chirp, clock, "1", "q", "no")
    said = " ".join(told.split())
    assert "published guides up to 1 October 2025, not tried on a live account." in said
    assert "Labels may differ." in said
    assert "They are over six months old." in said


def menu(audit: Audit, clock: Clock, *lines: str) -> str:
    told = io.StringIO()
    run_menu(audit, Console(io.StringIO("".join(f"{line}\n" for line in lines)), told), clock)
    return told.getvalue()


def test_the_menu_asks_first_which_accounts_are_held(fresh: Audit, clock: Clock) -> None:
    told = menu(fresh, clock, "9", "1", "2", "", "q")
    assert "Please use numbers from 0 to 1." in told
    assert (fresh.choices.accounts, fresh.choices.phone) == (("chirp",), "android")
    assert "Start with Chirp: not started" in told


def test_the_first_questions_can_be_passed_over(fresh: Audit, clock: Clock) -> None:
    menu(fresh, clock, "", "", "", "q")
    assert fresh.choices.accounts is None


def test_the_menu_leads_everywhere(audit: Audit, clock: Clock) -> None:
    told = menu(audit, clock, "1", "1", "1", "1", "h 2", "m", "a", "", "", "", "zz", "q")
    assert "Saved: 3 of 3 answered. Next due 2 June 2026." in told
    assert "Earlier reviews: Chirp" in told
    assert "Checklists up to date: 1 of 2" in told
    assert '"zz" is not one of the choices.' in told


def test_a_problem_is_told_and_the_menu_goes_on(audit: Audit, clock: Clock) -> None:
    audit.places.drafts.parent.mkdir(exist_ok=True)
    audit.places.drafts.write_text("in the way")
    told = menu(audit, clock, "1", "1", "q", "q")
    assert "could not be saved" in told
    assert told.count("What now:") == 2
