"""Cadences for whole lists that do nothing, since no check of those comes round as its list does."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from audit_tui.cadence import Cadence, Trigger
from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable, UserError

NOT_ROUND = '"{}" waits for something else than the calendar, so a cadence for it does nothing'
TAKE_OUT = "take the line out, or write cadence in a [[change]] of single checks"
EACH_OWN = 'each check of "{}" says itself how often it comes round, so a cadence for the list does nothing'


def idle_every(every: Mapping[str, Cadence], used: Mapping[str, Checklist], path: Path) -> Iterator[UserError]:
    """Tell of each cadence for a list of which no check comes round as the list does."""
    for name in every:
        if name not in used:
            continue
        checks = used[name].checks
        rounds = [check for check in checks if used[name].cadence_of(check).trigger is Trigger.EVERY]
        if not any(check.cadence is None for check in rounds):
            yield Unreadable((EACH_OWN if rounds else NOT_ROUND).format(name), path=path, key="every", remedy=TAKE_OUT)
