"""Files in the journal that are not named as we name them: copies that a sync program or a person made."""

from pathlib import Path

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.read import parse_toml, read_bytes, validate
from audit_tui.journal.filenames import STUB, Entry, Listing
from audit_tui.record import Review


def recover_copies(listing: Listing) -> tuple[Listing, list[UserError]]:
    """Add to a listing the strays that are reviews of their own, for they may be the only copy.

    One that says nothing but what a review says too is passed over: a sync program caught it between two answers. One
    that says something else is told, never chosen silently.
    """
    entries = {checklist: list(group) for checklist, group in listing.entries.items()}
    problems: list[UserError] = []
    for path in listing.strays:
        try:
            data = read_bytes(path)
            review = validate(Review, parse_toml(data, path), path)
            group = entries.setdefault(review.checklist, [])
            twin = next((entry for entry in group if entry.stub == review.id[:STUB]), None)
            if twin is None:
                group.append(Entry(path, review.completed, review.checklist, review.id[:STUB]))
                group.sort(key=lambda entry: entry.day, reverse=True)
            elif not _says_it_all(twin.path, review):
                raise Unreadable(
                    f"this differs from {twin.path.name}, though both say they are the same review, and is not counted",
                    path=path, remedy="keep the one that is right and move the other away",
                )  # fmt: skip
        except UserError as problem:
            problems.append(problem)
    return Listing(entries, listing.withdrawn, ()), problems


def _says_it_all(path: Path, copy: Review) -> bool:
    review = validate(Review, parse_toml(read_bytes(path), path), path)
    return all(
        set(theirs) <= set(ours)
        for theirs, ours in (
            (copy.answers, review.answers),
            (copy.notes, review.notes),
            (copy.evidence, review.evidence),
        )
    )
