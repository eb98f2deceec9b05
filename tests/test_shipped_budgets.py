"""What ships fits the time that people have: ten minutes first, two hours for the first round, then 25 a quarter."""

import pytest

from audit_tui.cadence import Trigger
from audit_tui.checklist import Check, Checklist, Kind, Severity
from audit_tui.schedule.minutes import estimate_all

from .shipped import LIBRARY

CHECKLISTS = list(LIBRARY.checklists.values())
OF_EVERYBODY = [item for item in CHECKLISTS if item.for_everyone]
TEN = [
    LIBRARY.checklists[name]
    for name in ("facebook", "instagram", "whatsapp", "youtube", "x", "linkedin", "tiktok", "snapchat", "pinterest",
                 "google-account")
]  # fmt: skip
USUAL = [LIBRARY.checklists[name] for name in ("facebook", "instagram", "whatsapp", "youtube")]
HELD = USUAL + OF_EVERYBODY
PHONES = ("android", "iphone", "samsung")
QUARTERLY = "every 3 months"
REGULAR = (Trigger.EVERY, Trigger.ONCE)
MOST_OF_ONE, MOST_OF_PHONE, MOST_OF_ROUTINES, MOST_OF_TEN = 6, 6, 8, 45
FIRST_ROUND, LATER_QUARTER = 120, 25


def regular(checklist: Checklist) -> list[Check]:
    return [check for check in checklist.checks if checklist.cadence_of(check).trigger in REGULAR]


def quarterly(checklist: Checklist) -> list[Check]:
    return [check for check in checklist.checks if str(checklist.cadence_of(check)) == QUARTERLY]


def test_nothing_but_the_phone_and_routines_is_asked_of_everybody() -> None:
    assert {item.kind for item in OF_EVERYBODY} == {Kind.DEVICE, Kind.ROUTINE}
    assert [item.id for item in OF_EVERYBODY if item.kind is Kind.DEVICE] == ["phone"]


@pytest.mark.parametrize("checklist", CHECKLISTS, ids=lambda item: item.id)
def test_a_list_asks_six_things_a_quarter_at_most(checklist: Checklist) -> None:
    assert len(quarterly(checklist)) <= MOST_OF_ONE


def test_the_phone_and_the_routines_ask_little_each_quarter() -> None:
    routines = [item for item in OF_EVERYBODY if item.kind is Kind.ROUTINE]
    assert len(quarterly(LIBRARY.checklists["phone"])) <= MOST_OF_PHONE
    assert sum(len(quarterly(item)) for item in routines) <= MOST_OF_ROUTINES


def test_the_ten_accounts_that_most_people_hold_ask_45_things_a_quarter_at_most() -> None:
    assert sum(len(quarterly(item)) for item in TEN + OF_EVERYBODY) <= MOST_OF_TEN


@pytest.mark.parametrize("phone", PHONES)
def test_the_first_round_of_four_usual_accounts_takes_two_hours_in_all(phone: str) -> None:
    """A round takes in what falls due within four weeks; what matters least falls due after three months."""
    soon = [[check for check in regular(item) if check.severity is not Severity.LOW] for item in HELD]
    assert sum(estimate_all(((check, False) for check in checks), phone) for checks in soon) <= FIRST_ROUND


@pytest.mark.parametrize("phone", PHONES)
def test_a_later_quarter_of_four_usual_accounts_takes_25_minutes(phone: str) -> None:
    later = sum(estimate_all(((check, True) for check in quarterly(item)), phone) for item in HELD)
    assert later <= LATER_QUARTER
