"""Revisions: a changed meaning asks again, a better wording does not, and a merged check takes answers over."""

from datetime import UTC, datetime, timedelta

import pytest

from audit_tui.audit import Audit
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.schedule.due import CheckStatus, Reason
from audit_tui.sitting.given import AnswerInput

from .conftest import TODAY

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def change(places: Paths, before: str, after: str, name: str = "chirp.toml") -> Audit:
    """Let the author of a checklist change it."""
    path = places.builtin / name
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))
    return Audit(places)


def give(audit: Audit, check: str, result: Result = Result.PASS, now: datetime = NOW) -> None:
    sitting = audit.sitting(audit.person.library.checklists["chirp"], now)
    position = next(n for n, each in enumerate(sitting.asked) if each.status.check.id == check)
    sitting.answer(position, AnswerInput(result), now)


def seen(audit: Audit, check: str) -> CheckStatus:
    status = audit.status(audit.person.library.checklists["chirp"], TODAY)
    return next(each for each in status.checks if each.check.id == check)


def test_a_better_question_and_a_mended_path_ask_nobody_again(audit: Audit, places: Paths) -> None:
    give(audit, "private")
    change(places, "Is your profile private?", "Can only your friends see your profile?")
    changed = change(places, "Private profile: on", "Private profile: switched on")
    assert seen(changed, "private").reason is Reason.ROUND


def test_a_raised_revision_asks_again_and_its_answer_settles_it(audit: Audit, places: Paths) -> None:
    give(audit, "private")
    changed = change(places, 'id = "private"', 'id = "private"\nrevision = 2')
    assert (seen(changed, "private").reason, seen(changed, "private").due) == (Reason.CHANGED, TODAY)
    give(changed, "private", now=NOW + timedelta(minutes=1))
    assert seen(Audit(places), "private").reason is Reason.ROUND


@pytest.mark.parametrize(("first", "second", "stands"), [(0, 1, Result.FAIL), (1, 0, Result.PASS)])
def test_the_newest_answer_of_what_was_merged_counts(
    audit: Audit, places: Paths, first: int, second: int, stands: Result
) -> None:
    give(audit, "private", Result.PASS, NOW + timedelta(minutes=first))
    give(audit, "location", Result.FAIL, NOW + timedelta(minutes=second))
    merged = change(places, 'id = "old-posts"', 'id = "old-posts"\nformerly = ["chirp:private", "chirp:location"]')
    answer = seen(merged, "old-posts").answer
    assert answer is not None
    assert answer.result is stands
    assert merged.problems == ()


def test_a_check_that_moved_from_another_list_keeps_its_answer(audit: Audit, places: Paths) -> None:
    give(audit, "private")
    moved = change(places, 'id = "read"', 'id = "read"\nformerly = ["chirp:private"]', "rules.toml")
    status = moved.status(moved.person.library.checklists["rules"], TODAY)
    answer = status.checks[0].answer
    assert answer is not None
    assert (answer.check, answer.on) == ("private", TODAY)


def test_an_own_answer_that_is_newer_is_not_overruled_by_an_old_one(audit: Audit, places: Paths) -> None:
    give(audit, "location", Result.FAIL, NOW)
    give(audit, "private", Result.PASS, NOW + timedelta(minutes=1))
    merged = change(places, 'id = "private"', 'id = "private"\nformerly = ["chirp:location"]')
    answer = seen(merged, "private").answer
    assert answer is not None
    assert answer.result is Result.PASS


def test_a_revision_below_one_and_a_former_name_without_its_list_are_refused(places: Paths) -> None:
    for key in ("revision = 0", 'formerly = ["private"]'):
        broken = change(places, 'id = "location"', f'id = "location"\n{key}')
        assert any("chirp.toml" in str(problem) for problem in broken.problems), key
        change(places, f'id = "location"\n{key}', 'id = "location"')
