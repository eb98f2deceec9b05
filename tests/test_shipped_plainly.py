"""What ships can be read by anybody: short questions, easy words, each asked once, answered by looking."""

import re
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from audit_tui.checklist import Check

from .reading import reading_age, syllables
from .shipped import LIBRARY

CHECKS = [
    pytest.param(check, id=f"{item.id}-{check.id}") for item in LIBRARY.checklists.values() for check in item.checks
]
MOST_WORDS = 18
OLDEST_READER = 12
ALIKE = 0.8
LOOKED = re.compile(r"have you (looked|searched|been through|gone through)\b", re.IGNORECASE)
PLACE = re.compile(r"\b(your|the|exact) places?\b(?! of)", re.IGNORECASE)
# Questions that sound alike and ask for different things.
APART = {frozenset(("phone:own-number", "school-channels:private-email"))}


def test_the_measure_of_reading_knows_hard_from_easy() -> None:
    assert syllables("phone") == 1
    assert syllables("verification") == 5
    assert reading_age(["The cat sat on the mat."]) < 6
    hard = "Institutional accountability necessitates comprehensive documentation of organisational responsibilities."
    assert reading_age([hard]) > 20
    assert reading_age(["Tap on the Accountability Documentation."]) < 8


@pytest.mark.parametrize("check", CHECKS)
def test_a_question_is_short_and_asks_what_is_and_not_whether_one_looked(check: Check) -> None:
    assert len(check.ask.split()) <= MOST_WORDS
    assert not LOOKED.search(check.ask)


@pytest.mark.parametrize("check", CHECKS)
def test_a_child_of_twelve_can_read_it(check: Check) -> None:
    assert reading_age([check.ask, check.expect, check.why]) <= OLDEST_READER


@pytest.mark.parametrize("check", CHECKS)
def test_where_one_is_is_called_location(check: Check) -> None:
    for text in (check.ask, check.expect, check.why):
        assert not PLACE.search(text), text


def test_no_two_questions_are_alike() -> None:
    asked = {
        f"{item.id}:{check.id}": (check.ask.replace(item.title, "it"), check.like)
        for item in LIBRARY.checklists.values()
        for check in item.checks
    }
    alike = [
        (one, other)
        for (one, (first, like)), (other, (second, unlike)) in combinations(asked.items(), 2)
        if not (like and like == unlike) and frozenset((one, other)) not in APART and _is_alike(first, second)
    ]
    assert alike == []


def _is_alike(first: str, second: str) -> bool:
    found = SequenceMatcher(None, first, second)
    return found.real_quick_ratio() > ALIKE and found.quick_ratio() > ALIKE and found.ratio() > ALIKE
