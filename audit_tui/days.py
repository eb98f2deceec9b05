"""Days: how a person writes one, and how it is read."""

import re
from datetime import date

from audit_tui.text import MONTHS, format_date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WAYS = "write a day of the calendar as 2 March 2026, 2/3/2026 (the day first) or 2026-03-02"
ISO_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
NUMBERED_DAY = re.compile(r"(?P<day>[0-9]{1,2})([/.-])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})")
SPOKEN_DAY = re.compile(
    r"((?P<weekday>[a-z]{3,9}),?\s+)?(?P<day>[0-9]{1,2})\s+(?P<month>[a-z]{3,9})\s+(?P<year>[0-9]{4})",
    re.IGNORECASE | re.ASCII,
)

MONTH_WAYS = (
    (re.compile(r"[0-9]{4}-[0-9]{1,2}"), "{}-01"),
    (re.compile(r"[0-9]{1,2}/[0-9]{4}"), "1/{}"),
    (re.compile(r"[a-z]{3,9}\s+[0-9]{4}", re.IGNORECASE | re.ASCII), "1 {}"),
)


def parse_date(text: str) -> date:
    """Read a day in one of the ways that UK staff write it, the day before the month. Raises ValueError."""
    for way in (ISO_DAY, NUMBERED_DAY, SPOKEN_DAY):
        if found := way.fullmatch(text.strip()):
            return _day(**found.groupdict())
    raise ValueError(WAYS)


def parse_day_or_month(text: str) -> date:
    """Read a day, or a month as "2019-11", "11/2019" or "November 2019", which is its first day. Raises ValueError."""
    for way, first in MONTH_WAYS:
        if way.fullmatch(text.strip()):
            return parse_date(first.format(text.strip()))
    return parse_date(text)


def _day(day: str, month: str, year: str, weekday: str | None = None) -> date:
    try:
        when = date(int(year), int(month) if month.isdecimal() else _place(month, MONTHS) + 1, int(day))
        fits = weekday is None or when.weekday() == _place(weekday, WEEKDAYS)
    except ValueError:
        raise ValueError(WAYS) from None
    if not fits:
        raise ValueError(f"{format_date(when)} is a {WEEKDAYS[when.weekday()]}; write the day that you mean")
    return when


def _place(word: str, names: tuple[str, ...]) -> int:
    """Find the name that a word is, or is the beginning of. Raises ValueError."""
    return [name.casefold().startswith(word.casefold()) for name in names].index(True)
