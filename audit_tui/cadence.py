"""Cadence: when a check comes round, as it is written in a checklist."""

import re
from enum import StrEnum
from typing import NamedTuple


class Trigger(StrEnum):
    """What sets a check going: the calendar, joining the school, a trip, or an event."""

    EVERY = "every"
    ONCE = "once"
    JOINING = "of joining"
    BEFORE_TRIP = "before each trip"
    AFTER_TRIP = "after each trip"
    EVENT = "when it happens"


class Unit(StrEnum):
    """The calendar units a cadence may count in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


PERIOD = r"(?P<count>[1-9][0-9]{0,2}) (?P<unit>day|week|month|year)s?"
WITH_PERIOD = {Trigger.EVERY: f"every {PERIOD}", Trigger.JOINING: f"within {PERIOD} of joining"}
PLAIN = {str(trigger): trigger for trigger in Trigger if trigger not in (Trigger.EVERY, Trigger.JOINING)}
WAYS = '"every 3 months", "once", "within 2 weeks of joining", "before each trip", "after each trip", "when it happens"'

MEANT = {
    **dict.fromkeys(("termly", "every term", "each term", "once a term", "quarterly"), "every 3 months"),
    **dict.fromkeys(
        ("half-termly", "half termly", "every half term", "every half-term", "each half term"), "every 6 weeks"
    ),
    **dict.fromkeys(("annually", "annual", "yearly", "every year", "each year", "once a year"), "every 1 year"),
    **dict.fromkeys(("monthly", "every month", "each month", "once a month"), "every 1 month"),
    **dict.fromkeys(("fortnightly", "every fortnight", "each fortnight"), "every 2 weeks"),
    **dict.fromkeys(("weekly", "every week", "each week", "once a week"), "every 1 week"),
    **dict.fromkeys(("daily", "every day", "each day"), "every 1 day"),
}


class Cadence(NamedTuple):
    """One trigger, with its period in calendar units where it has one."""

    trigger: Trigger
    number: int = 0
    unit: Unit = Unit.MONTH

    @property
    def period(self) -> str:
        """The period in words: 3 months, 1 year."""
        return f"{self.number} {self.unit}{'s' if self.number != 1 else ''}"

    def __str__(self) -> str:
        """Write the cadence as a checklist file does."""
        if self.trigger is Trigger.EVERY:
            return f"every {self.period}"
        if self.trigger is Trigger.JOINING:
            return f"within {self.period} of joining"
        return str(self.trigger)


def parse(text: object) -> Cadence:
    """Read a cadence as written in a file; ValueError says which forms there are."""
    if isinstance(text, Cadence):
        return text
    words = " ".join(text.split()) if isinstance(text, str) else ""
    if words in PLAIN:
        return Cadence(PLAIN[words])
    for trigger, pattern in WITH_PERIOD.items():
        if found := re.fullmatch(pattern, words):
            return Cadence(trigger, int(found["count"]), Unit(found["unit"]))
    if meant := MEANT.get(words.casefold()):
        raise ValueError(f'write "{meant}"')
    raise ValueError(f"write {WAYS}")


def parse_every(text: object) -> Cadence:
    """Read a cadence that comes round by the calendar; ValueError where it waits for something else."""
    cadence = parse(text)
    if cadence.trigger is not Trigger.EVERY:
        raise ValueError('write "every" and a time, such as "every 1 month" or "every 6 weeks"')
    return cadence


QUARTERLY = Cadence(Trigger.EVERY, 3, Unit.MONTH)
