"""Files in the journal that are not named as we name them: copies that a sync program or a person made."""

from audit_tui.files import reading
from audit_tui.journal.index import Entry, Index
from audit_tui.problems import Problem, Unreadable
from audit_tui.record import Review


def adopt(listing: Index) -> tuple[Index, list[Problem]]:
    """Add to a listing the strays that are reviews of their own, for they may be the only copy.

    One with the same bytes as a review is passed over; one that differs from it is told, never chosen silently.
    """
    entries = {checklist: list(group) for checklist, group in listing.entries.items()}
    problems: list[Problem] = []
    for path in listing.strays:
        try:
            data = reading.read_bytes(path)
            review = reading.check(Review, reading.parse(data, path), path)
            group = entries.setdefault(review.checklist, [])
            twin = next((entry for entry in group if entry.stub == review.id[:8]), None)
            if twin is None:
                group.append(Entry(path, review.completed, review.checklist, review.id[:8]))
                group.sort(key=lambda entry: entry.day, reverse=True)
            elif reading.read_bytes(twin.path) != data:
                raise Unreadable(
                    f"this differs from {twin.path.name}, though both say they are the same review, and is not counted",
                    path=path, remedy="keep the one that is right and move the other away",
                )  # fmt: skip
        except Problem as problem:
            problems.append(problem)
    return Index(entries, listing.withdrawn, ()), problems
