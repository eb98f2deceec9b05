"""The pace of the first round."""

from datetime import date

import pytest

from audit_tui.checklist import Severity
from audit_tui.schedule.due import Reason, build_check_status
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.schedule.pace import first_due

from .schedule_cases import DAY, a_check, a_checklist

START = date(2026, 9, 10)
TERM = (date(2026, 9, 2), date(2026, 12, 18))
HIGH, MEDIUM, LOW = Severity


def test_the_gravest_is_due_at_once_and_the_rest_is_spread_over_three_months() -> None:
    dues = [first_due(severity, START, PersonalCalendar(), START) for severity in Severity]
    assert dues == [START, date(2026, 10, 8), date(2026, 12, 10)]


@pytest.mark.parametrize(
    ("start", "joined", "terms", "high", "medium", "low"),
    [
        (date(2026, 9, 10), date(2026, 9, 2), (TERM,), date(2026, 9, 16), date(2026, 10, 8), date(2026, 12, 18)),
        (date(2026, 7, 1), date(2026, 9, 2), (TERM,), date(2026, 9, 16), date(2026, 9, 30), date(2026, 12, 18)),
        (date(2026, 7, 1), date(2026, 9, 2), (), date(2026, 9, 16), date(2026, 9, 30), date(2026, 12, 2)),
        (date(2026, 12, 1), date(2026, 9, 2), (TERM,), date(2026, 12, 1), date(2026, 12, 18), date(2026, 12, 18)),
        (date(2026, 12, 18), date(2026, 9, 2), (TERM,), date(2026, 12, 18), date(2026, 12, 18), date(2026, 12, 18)),
        (date(2026, 12, 19), date(2026, 9, 2), (TERM,), date(2026, 12, 19), date(2027, 1, 16), date(2027, 3, 19)),
    ],
)  # fmt: skip
def test_a_new_joiner_has_two_weeks_for_the_gravest_and_the_term_for_the_rest(
    start: date, joined: date, terms: tuple[tuple[date, date], ...], high: date, medium: date, low: date
) -> None:
    calendar = PersonalCalendar(joined=joined, terms=terms)
    assert [first_due(severity, start, calendar, start) for severity in Severity] == [high, medium, low]


@pytest.mark.parametrize(("days", "new"), [(-30, True), (366, True), (367, False)])
def test_one_is_a_new_joiner_for_a_year(days: int, new: int) -> None:
    joined = date(2026, 9, 2)
    start = joined - 40 * DAY
    found = first_due(HIGH, start, PersonalCalendar(joined=joined), joined + days * DAY)
    assert found == (joined + 14 * DAY if new else start)


@pytest.mark.parametrize(
    ("held", "began", "since", "start"),
    [
        ({"chirp": date(2026, 4, 1)}, date(2026, 3, 2), None, date(2026, 4, 1)),
        ({"snap": date(2026, 4, 1)}, date(2026, 3, 2), None, date(2026, 3, 2)),
        ({}, None, None, date(2026, 6, 1)),
        ({}, date(2026, 3, 2), date(2026, 5, 1), date(2026, 5, 1)),
        ({"chirp": date(2026, 5, 2)}, None, date(2026, 5, 1), date(2026, 5, 2)),
    ],
)  # fmt: skip
def test_a_check_starts_when_its_account_is_held_or_when_it_was_added(
    held: dict[str, date], began: date | None, since: date | None, start: date
) -> None:
    asked = a_checklist("chirp", [a_check("grave", "high", since=since)])
    calendar = PersonalCalendar(held=held, began=began)
    seen = build_check_status(asked, asked.checks[0], None, date(2026, 6, 1), calendar)
    assert (seen.start, seen.due, seen.reason) == (start, start, Reason.NEW)


@pytest.mark.parametrize(("cadence", "paced"), [("once", True), ("every 1 year", True), ("within 2 weeks of joining", False),
                                                ("before each trip", False), ("when it happens", False)])  # fmt: skip
def test_only_what_everybody_is_asked_is_paced(cadence: str, paced: int) -> None:
    asked = a_checklist("chirp", [a_check("slight", "low", cadence=cadence)])
    seen = build_check_status(asked, asked.checks[0], None, START, PersonalCalendar(began=START))
    assert (seen.due is not None) == bool(paced)
