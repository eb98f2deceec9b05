"""What is put first in the content that ships: few checks, the grave ones, and soon looked at."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from audit_tui.cadence import Trigger
from audit_tui.checklist import Check, Checklist, Device, Kind, Severity
from audit_tui.library.families import FAMILIES

from .shipped import LIBRARY, READER

CHECKLISTS = list(LIBRARY.checklists.values())
PHONES = (Device.ANDROID, Device.IPHONE)
MAIN = ("facebook", "instagram", "whatsapp", "x", "linkedin", "tiktok", "snapchat")
USUAL = ("facebook", "instagram", "whatsapp")
SITTING = 10 * 4


def highs(checklist: Checklist) -> list[Check]:
    """Give the checks of the first round that come before all others."""
    rounds = (Trigger.EVERY, Trigger.ONCE)
    return [
        check
        for check in checklist.checks
        if check.severity is Severity.HIGH and checklist.cadence_of(check).trigger in rounds
    ]


def quarters(check: Check, phone: Device) -> int:
    """Count the quarters of a minute: 200 words a minute, five seconds a label, and the work beyond."""
    words = sum(len(text.split()) for text in (check.ask, check.expect, check.why, check.verify or "", *check.how))
    labels = check.steps.on(phone) or check.steps.on(Device.ANY) or check.steps.on(Device.WEB)
    tenths = words * 3 + len(labels) * 50 + check.minutes * 600
    return -(-tenths // 150)


def cost(checklists: list[Checklist], phone: Device) -> int:
    return sum(quarters(check, phone) for item in checklists for check in highs(item))


EVERYBODYS = [item for item in CHECKLISTS if item.for_everyone]
CHOSEN = [item for item in CHECKLISTS if not item.for_everyone]
OF_THE_USUAL_PERSON = [check for item in CHECKLISTS if item.for_everyone or item.id in USUAL for check in highs(item)]


@pytest.mark.parametrize("path", [path for path, _ in READER.checklists.values()], ids=lambda path: path.stem)
def test_every_severity_is_chosen_and_none_left_to_the_default(path: Path) -> None:
    families = {family["id"]: family for family in tomllib.loads((path.parent / FAMILIES).read_text())["family"]}
    for check in tomllib.loads(path.read_text())["check"]:
        assert "severity" in check or "severity" in families[check["like"]], check


@pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda item: item.id)
def test_a_checklist_puts_few_checks_first(checklist: Checklist) -> None:
    fewest, most = 0, 0
    if checklist.kind is Kind.PLATFORM:
        fewest, most = (2, 3) if checklist.id in MAIN else (1, 2)
        fewest = 0 if checklist.id == "other-apps" else fewest  # one list for a dozen of them
    elif checklist.id == "phone":
        fewest, most = 2, 3
    elif checklist.id == "sign-in":
        fewest, most = 1, 2
    assert fewest <= len(highs(checklist)) <= most


def test_the_usual_accounts_have_at_most_twelve_that_matter_most() -> None:
    assert 8 <= len(OF_THE_USUAL_PERSON) <= 12


@pytest.mark.parametrize("phone", PHONES)
def test_any_eight_of_them_fit_into_ten_minutes_and_all_into_two_sittings(phone: Device) -> None:
    costs = sorted((quarters(check, phone) for check in OF_THE_USUAL_PERSON), reverse=True)
    assert sum(costs[:8]) <= SITTING
    assert sum(costs) + max(costs) <= 2 * SITTING, "the first sitting may end before the next check fits"


@pytest.mark.parametrize("phone", PHONES)
def test_three_sittings_see_all_that_matters_most_for_any_ten_accounts(phone: Device) -> None:
    worst = sorted(CHOSEN, key=lambda item: cost([item], phone), reverse=True)[:10]
    assert cost(EVERYBODYS + worst, phone) < 26 * 4
    longest = max(quarters(check, phone) for item in CHECKLISTS for check in highs(item))
    assert longest <= 2 * 4, "a sitting that cannot take the next one has still more than eight minutes done"


@pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda item: item.id)
def test_no_check_is_put_above_nine_minutes_of_work_and_none_of_a_platform_above_five(checklist: Checklist) -> None:
    most = 5 if checklist.kind is Kind.PLATFORM else 9
    assert [check.id for check in checklist.checks if check.minutes > most] == []
    assert [check.id for check in highs(checklist) if check.minutes > 1] == []


def test_not_everything_else_is_of_one_rank() -> None:
    ranks = Counter(check.severity for item in CHECKLISTS for check in item.checks)
    total = sum(ranks.values())
    assert min(ranks[Severity.MEDIUM], ranks[Severity.LOW]) > total / 5
