"""The audit: one person's reviews from first answer to next due day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit_tui import phrases
from audit_tui.audit import AnswerInput, Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import Unwritable, UserError
from audit_tui.files.read import read_model
from audit_tui.paths import Paths
from audit_tui.record import Draft, Result, Review
from audit_tui.schedule.board import Board, State

from .conftest import TODAY, Clock

PASS = AnswerInput(Result.PASS)


def answered(audit: Audit, checklist: Checklist, given: dict[str, AnswerInput], today: date = TODAY) -> Draft:
    draft = audit.open(checklist, today)
    for check in checklist.checks:
        if check.id in given:
            draft = audit.answer(draft, checklist, check, given[check.id], today)
    return draft


WHOLE = {
    "private": PASS,
    "location": AnswerInput(Result.FIXED),
    "old-posts": AnswerInput(Result.PASS, "kept the wedding"),
}


def test_asking_creates_nothing(places: Paths) -> None:
    audit = Audit(places)
    audit.board(TODAY)
    audit.history("chirp")
    audit.open(audit.library.checklists["chirp"], TODAY)
    assert not places.settings.parent.exists()


def test_only_what_is_held_is_asked(fresh: Audit) -> None:
    assert [row.checklist.id for row in fresh.board(TODAY).rows] == ["rules"]
    assert [checklist.id for checklist in fresh.choosable()] == ["chirp"]
    fresh.choose("accounts", ["chirp"])
    assert {row.checklist.id for row in fresh.board(TODAY).rows} == {"chirp", "rules"}


def test_a_whole_review_is_due_three_calendar_months_later(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    review = audit.finish(answered(audit, chirp, WHOLE), chirp, clock(), TODAY)
    assert review.next_due == date(2026, 6, 2)
    row = audit.row(chirp, TODAY)
    assert (row.state, row.done, row.asked, row.next_due) == (State.UP_TO_DATE, 3, 3, date(2026, 6, 2))
    assert audit.row(chirp, date(2026, 6, 2)).state is State.DUE
    assert not audit.places.drafts.exists() or list(audit.places.drafts.iterdir()) == []


def test_every_answer_is_on_disk_before_the_next_question(audit: Audit, chirp: Checklist, places: Paths) -> None:
    draft = audit.open(chirp, TODAY)
    for number, check in enumerate(chirp.checks, start=1):
        draft = audit.answer(draft, chirp, check, PASS, TODAY)
        (path,) = places.drafts.iterdir()
        assert len(read_model(Draft, path).answers) == number


def test_the_line_at_the_top_counts_only_the_minutes_that_are_left(audit: Audit, chirp: Checklist) -> None:
    def said() -> str:
        return phrases.headline(Board((audit.row(chirp, TODAY),), TODAY))

    first = chirp.checks[0]
    assert f"about {chirp.minutes} minutes" in said()
    answered(audit, chirp, {first.id: PASS})
    assert said().startswith("Go on with")
    assert f"about {chirp.minutes - first.minutes} minute" in said()


def test_what_was_left_is_there_on_return(audit: Audit, chirp: Checklist, places: Paths, clock: Clock) -> None:
    answered(audit, chirp, {"private": AnswerInput(Result.FAIL, "ask at home")})
    later = Audit(places)
    row = later.row(chirp, TODAY + timedelta(days=1))
    assert (row.state, len(row.drafted)) == (State.STARTED, 1)
    draft = later.open(chirp, TODAY)
    kept = draft.answer("private")
    assert kept is not None
    assert (kept.result, kept.note, kept.on) == (Result.FAIL, "ask at home", TODAY)
    draft = later.answer(draft, chirp, chirp.checks[1], PASS, TODAY + timedelta(days=1))
    review = later.finish(draft, chirp, clock(), TODAY + timedelta(days=1))
    assert [answer.on for answer in review.answers] == [TODAY, TODAY + timedelta(days=1)]
    assert list(places.drafts.iterdir()) == []


def test_a_part_can_be_recorded_and_the_rest_stays_due(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    audit.finish(answered(audit, chirp, {"private": PASS}), chirp, clock(), TODAY)
    row = audit.row(chirp, TODAY)
    assert (row.state, row.done, row.asked) == (State.STARTED, 1, 3)
    assert [item.check.id for item in row.due_now] == ["location", "old-posts"]


def test_two_windows_lose_nothing(places: Paths, audit: Audit, chirp: Checklist, clock: Clock) -> None:
    other = Audit(places)
    mine = answered(audit, chirp, {"private": PASS})
    theirs = answered(other, chirp, {"location": AnswerInput(Result.FAIL)})
    assert {answer.check for answer in theirs.answers} == {"private", "location"}, "the second takes the first over"
    mine = audit.answer(mine, chirp, chirp.checks[2], PASS, TODAY)
    other.finish(theirs, chirp, clock(), TODAY)
    assert len(audit.row(chirp, TODAY).drafted) == 1, "what the first window added since is still there"
    audit.finish(mine, chirp, clock(), TODAY)
    row = audit.row(chirp, TODAY)
    assert {item.check.id: item.answer.result for item in row.items if item.answer} == {
        "private": Result.PASS, "location": Result.FAIL, "old-posts": Result.PASS,
    }  # fmt: skip


def test_a_draft_left_behind_by_a_crash_after_saving_is_not_offered_again(
    audit: Audit, chirp: Checklist, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = answered(audit, chirp, WHOLE)
    monkeypatch.setattr(audit.drafts, "close", lambda _: None)
    audit.finish(draft, chirp, clock(), TODAY)
    assert not audit.row(chirp, TODAY).drafted
    assert audit.open(chirp, TODAY).answers == ()


def test_taking_back_and_throwing_away(audit: Audit, chirp: Checklist, places: Paths) -> None:
    draft = answered(audit, chirp, {"private": PASS, "location": PASS})
    draft = audit.take_back(draft, "private")
    assert [answer.check for answer in draft.answers] == ["location"]
    audit.discard(draft)
    assert list(places.drafts.iterdir()) == []
    assert audit.row(chirp, TODAY).state is State.NEW


def test_an_exception_must_be_whole(audit: Audit, chirp: Checklist) -> None:
    draft = audit.open(chirp, TODAY)
    sound = AnswerInput(Result.WAIVED, "school film club", "head teacher", date(2026, 12, 24))
    for given, words in (
        (replace(sound, note=""), "needs its reason"),
        (replace(sound, agreed_by=""), "needs its reason"),
        (replace(sound, until=None), "needs its reason"),
        (replace(sound, until=date(2027, 3, 4)), "a year at most"),
        (replace(sound, until=TODAY - timedelta(days=1)), "before it begins"),
    ):
        with pytest.raises(ValueError, match=words):
            audit.answer(draft, chirp, chirp.checks[0], given, TODAY)
    kept = audit.answer(draft, chirp, chirp.checks[0], sound, TODAY).answers[0]
    assert (kept.agreed_by, kept.until) == ("head teacher", date(2026, 12, 24))


def test_a_save_that_fails_keeps_the_draft_and_can_be_tried_again(
    audit: Audit, chirp: Checklist, clock: Clock, places: Paths
) -> None:
    draft = answered(audit, chirp, WHOLE)
    places.journal.write_text("in the way")
    with pytest.raises(Unwritable):
        audit.finish(draft, chirp, clock(), TODAY)
    assert len(list(places.drafts.iterdir())) == 1
    places.journal.unlink()
    assert audit.finish(draft, chirp, clock(), TODAY).answers == draft.answers


def test_a_broken_draft_costs_only_itself(audit: Audit, chirp: Checklist, places: Paths) -> None:
    answered(audit, chirp, {"private": PASS})
    broken = places.drafts / "chirp_00000000000000ff.toml"
    broken.write_text("[")
    board = audit.board(TODAY)
    assert board.row("chirp") is not None
    assert any(str(broken) in str(problem) for problem in audit.problems)
    assert len(audit.open(chirp, TODAY).answers) == 1


def test_unreadable_settings_are_told_and_never_overwritten(places: Paths) -> None:
    places.settings.parent.mkdir()
    places.settings.write_text('schema = 1\naccounts = "chirp"\n')
    audit = Audit(places)
    board = audit.board(TODAY)
    assert [row.checklist.id for row in board.rows] == ["rules"]
    assert str(places.settings) in str(audit.problems[0])
    with pytest.raises(UserError):
        audit.choose("phone", "android")
    assert places.settings.read_text() == 'schema = 1\naccounts = "chirp"\n'


def test_a_schools_own_folder_is_laid_over(places: Paths, tmp_path: Path, fresh: Audit) -> None:
    school = tmp_path / "school"
    school.mkdir()
    (school / "rules.toml").write_text(
        (places.builtin / "rules.toml").read_text().replace("every 12 months", "every 6 months")
    )
    fresh.choose("checklists", str(school))
    assert str(Audit(places).library.checklists["rules"].cadence) == "every 6 months"


def test_withdrawing_brings_the_answer_before_it_back(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    audit.finish(answered(audit, chirp, {"private": AnswerInput(Result.FAIL)}), chirp, clock(), TODAY)
    wrong = audit.finish(answered(audit, chirp, {"private": PASS}), chirp, clock(), TODAY)
    audit.withdraw(wrong, TODAY)
    reviews, problems = audit.history("chirp")
    assert ([type(review) for review in reviews], problems) == ([Review], [])
    assert audit.row(chirp, TODAY).open_actions


def test_somebody_without_a_phone_is_not_asked_about_one(places: Paths) -> None:
    path = places.builtin / "rules.toml"
    path.write_text(path.read_text().replace('kind = "routine"', 'kind = "device"'))
    audit = Audit(places)
    assert [checklist.id for checklist in audit.held()] == ["rules"]
    audit.choose("phone", "none")
    assert audit.held() == ()
