"""The audit: one person's checks from the first answer to the next due day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.schedule.board import State
from audit_tui.sitting.given import AnswerInput

from .conftest import TODAY
from .sitting_cases import FAIL, FIXED, NINE, PASS, SECOND, begin, files, kept, moment, results

DAY = timedelta(days=1)


def answer_all(audit: Audit, *given: AnswerInput, day: date = TODAY, hour: int = 9) -> None:
    sitting = begin(audit, moment(hour, day=day))
    for position, each in enumerate(given):
        sitting.answer(position, each, moment(hour, position, day))


def test_asking_creates_nothing(places: Paths) -> None:
    audit = Audit(places)
    audit.board(TODAY)
    audit.history("chirp", TODAY)
    audit.evidence(audit.person.library.checklists["chirp"], TODAY)
    audit.sitting(audit.person.library.checklists["chirp"], NINE)
    audit.ten_minutes(10, NINE)
    assert not places.settings.parent.exists()


def test_a_board_is_planned_once_for_the_same_minutes(audit: Audit) -> None:
    board = audit.board(TODAY)
    planned = audit.plan(board, 10)
    assert audit.plan(audit.board(TODAY), 10) is planned
    assert audit.plan(board, 0.5) != planned
    answer_all(audit, PASS)
    assert audit.plan(audit.board(TODAY), 10) != planned
    assert audit.plan(board, 10) == planned


def test_only_what_is_held_is_asked(fresh: Audit) -> None:
    assert [status.checklist.id for status in fresh.board(TODAY).lists] == ["rules"]
    assert [checklist.id for checklist in fresh.person.choosable()] == ["chirp"]
    fresh.person.choose("accounts", ["chirp"])
    assert {status.checklist.id for status in fresh.board(TODAY).lists} == {"chirp", "rules"}


def test_a_checklist_looked_through_is_due_three_calendar_months_later(audit: Audit, chirp: Checklist) -> None:
    answer_all(audit, PASS, FIXED, PASS)
    status = audit.status(chirp, TODAY)
    assert (status.state, status.done, status.asked, status.next_due) == (State.UP_TO_DATE, 3, 3, date(2026, 6, 2))
    assert audit.status(chirp, date(2026, 6, 2)).state is State.DUE


def test_a_sitting_asks_what_is_due_and_what_was_never_answered(audit: Audit, chirp: Checklist) -> None:
    answer_all(audit, PASS, FAIL)
    sitting = audit.sitting(chirp, moment(10))
    assert {each.status.check.id for each in sitting.asked} == {"location", "old-posts"}
    answer_all(audit, PASS, FIXED, PASS, hour=10)
    assert len(audit.sitting(chirp, moment(11)).asked) == 3, "where nothing is due one may look through all of it"


def test_a_sitting_keeps_the_day_its_round_was_opened_with_each_answer(audit: Audit, chirp: Checklist) -> None:
    board = audit.board(TODAY)
    sitting = audit.sitting(chirp, NINE)
    sitting.answer(0, PASS, NINE)
    assert sitting.round_opened == (board.round.opened if board.round else TODAY)
    assert kept(files(audit)[0]).answers[0].round == sitting.round_opened


def test_a_sitting_knows_the_notes_written_before(audit: Audit, chirp: Checklist) -> None:
    first = audit.sitting(chirp, NINE)
    first.remark(1, "ask at home", NINE)
    asked = first.asked[1].status.check.id
    again = audit.sitting(chirp, moment(10))
    assert {again.asked[n].status.check.id: again.note(n) for n in range(3)}[asked] == "ask at home"


def test_a_few_answers_count_and_the_rest_is_still_to_come(audit: Audit, chirp: Checklist) -> None:
    answer_all(audit, PASS)
    status = Audit(audit.paths).status(chirp, TODAY)
    assert (status.state, status.done, status.asked) == (State.COMING, 1, 3)
    assert [check.check.id for check in status.checks if not check.answer] == ["location", "old-posts"]


def test_unreadable_settings_are_told_and_never_overwritten(places: Paths) -> None:
    places.settings.parent.mkdir()
    places.settings.write_text('schema = 1\naccounts = "chirp"\n')
    audit = Audit(places)
    board = audit.board(TODAY)
    assert [status.checklist.id for status in board.lists] == ["rules"]
    assert str(places.settings) in str(audit.problems[0])
    with pytest.raises(UserError):
        audit.person.choose("phone", "android")
    assert places.settings.read_text() == 'schema = 1\naccounts = "chirp"\n'


def test_a_schools_own_folder_is_laid_over(places: Paths, tmp_path: Path, fresh: Audit) -> None:
    school = tmp_path / "school"
    school.mkdir()
    rules = (places.builtin / "rules.toml").read_text()
    (school / "rules.toml").write_text(rules.replace("every 12 months", "every 6 months"))
    fresh.person.choose("checklists", str(school))
    assert str(Audit(places).person.library.checklists["rules"].cadence) == "every 6 months"


def test_withdrawing_brings_the_answer_before_it_back(audit: Audit, chirp: Checklist) -> None:
    answer_all(audit, FAIL)
    sitting = begin(audit, moment(10))
    sitting.answer(0, PASS, moment(10))
    reviews, problems = audit.history("chirp", TODAY)
    assert (len(reviews), problems) == (2, [])
    audit.withdraw(reviews[0], TODAY)
    assert len(audit.history("chirp", TODAY)[0]) == 1
    assert results(audit) == {"private": Result.FAIL}
    assert audit.status(chirp, TODAY).open_actions


def test_one_answer_withdrawn_leaves_the_rest_of_its_review(audit: Audit) -> None:
    answer_all(audit, FAIL, FIXED)
    audit.withdraw(audit.history("chirp", TODAY)[0][0], TODAY, "private")
    assert results(audit) == {"location": Result.FIXED}


def test_a_damaged_file_is_told_and_costs_only_itself(audit: Audit) -> None:
    answer_all(audit, PASS)
    answer_all(audit, PASS, FAIL, day=TODAY + DAY)
    _, later = files(audit)
    later.write_bytes(later.read_bytes()[:-5])
    board = audit.board(TODAY + DAY)
    found = board.find("chirp")
    assert found is not None
    assert found.answered == 1
    assert [problem.path for problem in audit.problems] == [later]


def test_a_journal_that_cannot_be_listed_is_told(audit: Audit) -> None:
    audit.paths.journal.write_text("in the way")
    audit.board(TODAY)
    assert [problem.path for problem in audit.problems] == [audit.paths.journal]
    assert [problem.path for problem in audit.history("chirp", TODAY)[1]] == [audit.paths.journal]


def test_an_answer_to_a_check_that_was_merged_is_taken_over(audit: Audit, places: Paths) -> None:
    answer_all(audit, FAIL, FIXED)
    path = places.builtin / "chirp.toml"
    path.write_text(path.read_text().replace('id = "old-posts"', 'id = "posts"\nformerly = ["chirp:location"]'))
    later = Audit(places)
    found = {
        check.check.id: check.answer for check in later.status(later.person.library.checklists["chirp"], TODAY).checks
    }
    answer = found["posts"]
    assert answer is not None
    assert (answer.result, answer.at) == (Result.FIXED, NINE + 60 * SECOND)


def test_somebody_without_a_phone_is_not_asked_about_one(places: Paths) -> None:
    path = places.builtin / "rules.toml"
    path.write_text(path.read_text().replace('kind = "routine"', 'kind = "device"'))
    audit = Audit(places)
    assert [checklist.id for checklist in audit.person.held()] == ["rules"]
    audit.person.choose("phone", "none")
    assert audit.person.held() == ()


def test_a_board_is_made_once_for_the_same_answers_choices_and_day(audit: Audit, chirp: Checklist) -> None:
    first = audit.board(TODAY)
    assert audit.board(TODAY) is first
    assert audit.board(TODAY + timedelta(days=1)) is not first
    assert audit.board(TODAY) == first
    again = audit.board(TODAY)
    audit.sitting(chirp, NINE).answer(0, AnswerInput(Result.PASS), NINE)
    answered = audit.board(TODAY)
    assert answered.done == again.done + 1
    audit.person.choose("phone", "android")
    assert audit.board(TODAY).phone == "android"
    audit.person.hold(TODAY, accounts=[])
    assert audit.board(TODAY).find("chirp") is None
