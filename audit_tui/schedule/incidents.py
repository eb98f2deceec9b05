"""Incidents: what is under way in a checklist for when something happens, and since when."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from audit_tui.cadence import Trigger
from audit_tui.checklist import Checklist
from audit_tui.record import Answer, Evidence

ONE_INCIDENT = timedelta(days=28)


class Incident(NamedTuple):
    """Something that happened and is not over: since which day, and how many entries its log has.

    `after` is the moment at which the incident before it was said to be over.
    """

    since: date
    entries: int
    after: datetime | None = None

    def counts(self, answer: Answer) -> bool:
        """Tell whether an answer belongs to this incident and not to an earlier one."""
        return answer.on >= self.since and (self.after is None or answer.at > self.after)


def find_incident(
    checklist: Checklist, answers: Mapping[str, Answer], evidence: Sequence[Evidence]
) -> Incident | None:  # fmt: skip
    """Find the incident that is under way.

    One with entries in its log lasts until it is said to be over, one without until all is answered.
    """
    if checklist.cadence.trigger is not Trigger.EVENT:
        return None
    after = max((entry.at for entry in evidence if entry.over), default=None)
    entries = sorted((e for e in evidence if after is None or e.at > after), key=lambda entry: entry.at)
    asked = [check.id for check in checklist.checks if checklist.cadence_of(check).trigger is Trigger.EVENT]
    days = sorted(
        answer.on for check in asked if (answer := answers.get(check)) and (after is None or answer.at > after)
    )
    if entries:
        return Incident(_begun(entries[0].on, days, len(asked)), len(entries), after)
    recent = [day for day in days if day >= days[-1] - ONE_INCIDENT]
    return Incident(recent[0], 0, after) if 0 < len(recent) < len(asked) else None


def _begun(first_entry: date, days: list[date], asked: int) -> date:
    """Give the day on which it began: that of the first entry, or of answers shortly before it.

    Where all was answered before the entry, that was an incident of its own, and it was closed.
    """
    before = [day for day in days if first_entry - ONE_INCIDENT <= day < first_entry]
    return before[0] if 0 < len(before) < asked else first_entry
