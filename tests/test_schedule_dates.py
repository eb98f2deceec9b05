"""Month arithmetic against an independent oracle."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from audit_tui.cadence import Unit
from audit_tui.schedule.dates import NEVER, add_period

FIRST, LAST = date(2000, 1, 1), date(2040, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


@pytest.mark.parametrize("months", [1, 2, 3, 6, 12, 18])
def test_months_agree_with_dateutil_for_every_day_of_forty_one_years(months: int) -> None:
    assert [add_period(day, months, Unit.MONTH) for day in DAYS] == [day + relativedelta(months=months) for day in DAYS]


def test_years_agree_with_dateutil() -> None:
    assert [add_period(day, 1, Unit.YEAR) for day in DAYS] == [day + relativedelta(years=1) for day in DAYS]


def test_weeks_and_days_are_plain_days() -> None:
    assert add_period(date(2026, 10, 24), 2, Unit.WEEK) == date(2026, 11, 7)
    assert add_period(date(2026, 12, 31), 1, Unit.DAY) == date(2027, 1, 1)


def test_the_end_of_a_month_is_clamped() -> None:
    assert add_period(date(2026, 8, 31), 3, Unit.MONTH) == date(2026, 11, 30)
    assert add_period(date(2024, 2, 29), 1, Unit.YEAR) == date(2025, 2, 28)


def test_three_months_are_counted_from_the_anchor_never_chained() -> None:
    anchor = date(2026, 1, 31)
    assert (
        add_period(add_period(anchor, 1, Unit.MONTH), 1, Unit.MONTH)
        != add_period(anchor, 2, Unit.MONTH)
        == date(2026, 3, 31)
    )


@pytest.mark.parametrize("unit", Unit)
def test_beyond_the_last_year_is_the_last_day(unit: Unit) -> None:
    assert add_period(date(9999, 12, 31), 1, unit) == NEVER
