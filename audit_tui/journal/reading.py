"""What the journal says to the checklists of one board."""

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
    for checklist in checklists:
        wanted = {check.id for check in checklist.checks}
        if checklist.is_event:
            latest[checklist.id], logs[checklist.id] = journal.latest_and_log(checklist.id, wanted, today, listing)
        else:
            latest[checklist.id] = journal.latest(checklist.id, wanted, today, listing)
        for check, name, former in _formers(checklist):
            latest[checklist.id].take_over(check, former, journal.latest(name, {former}, today, listing))
    return Reading(latest, logs, listing.first_day)


def _formers(checklist: Checklist) -> Iterator[tuple[str, str, str]]:
    """Give each check that others were merged into, with the checklist and the name of each of those."""
    for check in checklist.checks:
        for former in check.formerly:
            name, _, old = former.partition(":")
            yield check.id, name, old
