"""What ships says where it comes from: each path its guide and date, each citation what the clause asks for."""

import re
from datetime import date, datetime

import pytest

from audit_tui.checklist import OWN_KNOWLEDGE, Check, Checklist, Confidence, Kind

from .shipped import LIBRARY

CHECKLISTS = list(LIBRARY.checklists.values())
CHECKS = [pytest.param(item, check, id=f"{item.id}-{check.id}") for item in CHECKLISTS for check in item.checks]
ALONE = [pytest.param(each.values[1], id=each.id) for each in CHECKS]
WITH_STEPS = [
    pytest.param(check, id=f"{item.id}-{check.id}")
    for item in CHECKLISTS
    for check in item.checks
    if check.steps.devices
]
NO_SOCIAL_MEDIA = ("ai-assistants", "apple-account")
PLATFORMS = [item for item in CHECKLISTS if item.kind is Kind.PLATFORM and item.id not in NO_SOCIAL_MEDIA]
QUARTERLY = "every 3 months"
THREE_MONTHLY = "all-saints:Golden Principles, three months"
CLOSES = re.compile(r"delete|deleting|deletion|close|closing|deactivate|remove", re.IGNORECASE)
ABOUT_RIGHTS = "https://ico.org.uk/"


@pytest.mark.parametrize("check", WITH_STEPS)
def test_a_path_says_what_it_was_compared_with_and_when(check: Check) -> None:
    assert check.confidence
    assert check.source
    assert len(check.source) > len("guide")
    if check.checked:
        assert date(2024, 1, 1) <= check.checked <= datetime.now().astimezone().date()
    else:
        assert check.source == OWN_KNOWLEDGE or check.confidence is not Confidence.HIGH, "no date is no certainty"


@pytest.mark.parametrize("check", [each for each in ALONE if "Settings" in str(each.values)])
def test_menus_that_are_named_without_a_path_have_a_source_too(check: Check) -> None:
    assert check.source or not any("Settings" in text for text in check.how)


@pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda item: item.id)
def test_the_date_of_a_file_is_that_of_its_oldest_path(checklist: Checklist) -> None:
    compared = [check.checked for check in checklist.checks if check.checked and check.source != OWN_KNOWLEDGE]
    if compared:
        assert checklist.steps_verified == min(compared)


@pytest.mark.parametrize("check", ALONE)
def test_no_link_opens_a_page_that_closes_an_account(check: Check) -> None:
    link = check.link or ""
    assert link.startswith(ABOUT_RIGHTS) or not CLOSES.search(link)


@pytest.mark.parametrize("checklist", PLATFORMS, ids=lambda item: item.id)
def test_each_platform_asks_each_quarter_what_the_three_monthly_clause_asks(checklist: Checklist) -> None:
    citing = [check for check in checklist.checks if THREE_MONTHLY in check.clauses]
    assert any(str(checklist.cadence_of(check)) == QUARTERLY for check in citing)


@pytest.mark.parametrize(("checklist", "check"), CHECKS)
def test_no_slower_check_cites_the_three_monthly_clause(checklist: Checklist, check: Check) -> None:
    assert str(checklist.cadence_of(check)) == QUARTERLY or THREE_MONTHLY not in check.clauses
