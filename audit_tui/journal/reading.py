"""What the journal says to the checklists of one board."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from audit_tui.checklist import Checklist
from audit_tui.journal.filenames import Listing
from audit_tui.journal.journal import Journal
from audit_tui.journal.latest import LatestAnswers
from audit_tui.record import Evidence


class Reading(NamedTuple):
    """The latest answers by checklist, the evidence logs of those that have one, and the day of the first review."""

    latest: Mapping[str, LatestAnswers]
    logs: Mapping[str, Sequence[Evidence]]
    first_day: date | None


def read_checklists(journal: Journal, checklists: Collection[Checklist], today: date, listing: Listing) -> Reading:
    """Read what was said to some checklists; a check without an answer of its own takes over those merged into it."""
    latest: dict[str, LatestAnswers] = {}
    logs: dict[str, Sequence[Evidence]] = {}
    for checklist in checklists:
        wanted = {check.id for check in checklist.checks}
        if checklist.is_event:
            latest[checklist.id], logs[checklist.id] = journal.latest_and_log(checklist.id, wanted, today, listing)
        else:
            latest[checklist.id] = journal.latest(checklist.id, wanted, today, listing)
    heirs = [heir for checklist in checklists for heir in _heirs(checklist, latest[checklist.id])]
    names: dict[str, set[str]] = defaultdict(set)
    for heir in heirs:
        names[heir.of].add(heir.former)
    before = {name: journal.latest(name, formers, today, listing) for name, formers in names.items()}
    for heir in heirs:
        latest[heir.checklist].take_over(heir.check, heir.former, before[heir.of])
    return Reading(latest, logs, listing.first_day)


class _Heir(NamedTuple):
    """A check that another was merged into, and the checklist and name of that one."""

    checklist: str
    check: str
    of: str
    former: str


def _heirs(checklist: Checklist, own: LatestAnswers) -> Iterator[_Heir]:
    for check in checklist.checks:
        for name in check.formerly if check.id not in own.answers else ():
            of, _, former = name.partition(":")
            yield _Heir(checklist.id, check.id, of, former)
