"""What the journal says to the checklists of one board: each of its files is read at most once."""

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
    """Read what was said to some checklists; a check that was merged takes over the newest of those it came from."""
    latest: dict[str, LatestAnswers] = {}
    logs: dict[str, Sequence[Evidence]] = {}
    logged = {checklist.id for checklist in checklists if checklist.is_event}
    for name, checks in _wanted(checklists).items():
        if name in logged:
            latest[name], logs[name] = journal.latest_and_log(name, checks, today, listing)
        else:
            latest[name] = journal.latest(name, checks, today, listing)
    for checklist in checklists:
        for check, name, former in _formers(checklist):
            latest[checklist.id].take_over(check, former, latest[name])
    return Reading(latest, logs, listing.first_day)


def _wanted(checklists: Collection[Checklist]) -> dict[str, set[str]]:
    """Give the checks to look for in each checklist: its own, and those that were merged into others."""
    wanted = {checklist.id: {check.id for check in checklist.checks} for checklist in checklists}
    for checklist in checklists:
        for _, name, former in _formers(checklist):
            wanted.setdefault(name, set()).add(former)
    return wanted


def _formers(checklist: Checklist) -> Iterator[tuple[str, str, str]]:
    """Give each check that others were merged into, with the checklist and the name of each of those."""
    for check in checklist.checks:
        for former in check.formerly:
            name, _, old = former.partition(":")
            yield check.id, name, old
