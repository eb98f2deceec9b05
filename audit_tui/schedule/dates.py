"""Calendar arithmetic: whole days and calendar months, the month's end clamped, never chained."""

from calendar import monthrange
from datetime import date, timedelta

from audit_tui.cadence import Unit

MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
NEVER = date.max
LATE = 28  # days for which something may be due before it is overdue


def add_period(anchor: date, count: int, unit: Unit) -> date:
    """Give the day that lies `count` units after the anchor: 31 August + 3 months = 30 November.

    A day beyond the year 9999 is given as the last day there is.
    """
    try:
        if unit in DAYS:
            return anchor + timedelta(days=count * DAYS[unit])
        years, month = divmod(anchor.month - 1 + count * MONTHS[unit], 12)
        year = anchor.year + years
        return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return NEVER
