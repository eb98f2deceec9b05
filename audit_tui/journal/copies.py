"""Files in the journal that are not named as we name them: copies that a sync program or a person made."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.read import read_bytes, validate
from audit_tui.journal.filenames import STUB, Entry, Listing
from audit_tui.journal.whole import parse_record, to_review
from audit_tui.journal.withdrawal import Withdrawal
from audit_tui.record import Review


def recover_copies(listing: Listing) -> tuple[Listing, list[UserError]]:
    """Add to a listing the strays that are records of their own, for they may be the only copy.

    One that says nothing but what a review says too is passed over: a sync program caught it between two answers. One
    that says something else is told, never chosen silently. Of several that are left the last state counts, whatever
    their names, for it has what the earlier ones say.
    """
    reviews: list[tuple[Path, Review]] = []
    copies: list[Entry] = []
    withdrawn = dict(listing.withdrawn)
    problems: list[UserError] = []
    for path in listing.strays:
        try:
            record = _read(path)
        except UserError as problem:
            problems.append(problem)
            continue
        if isinstance(record, Withdrawal):
            what = (record.checklist, record.id[:STUB], record.check)
            withdrawn[what] = (*withdrawn.get(what, ()), path)
        else:
            reviews.append((path, record))
    for path, review in sorted(reviews, key=_recorded, reverse=True):
        try:
            if not _says_no_more(review, path, _twins(review, listing, copies)):
                copies.append(Entry(path, review.completed, review.checklist, review.id[:STUB]))
        except UserError as problem:
            problems.append(problem)
    return listing._replace(withdrawn=withdrawn, strays=(), copies=tuple(copies)), problems


def says_no_more(data: bytes, source: Path, path: Path) -> bool:
    """Tell whether the record in a file says all that a copy of it from a `source` says.

    Raises UserError, which names the source, where the copy cannot be read.
    """
    copy, here = _record(data, source), _readable(path)
    if isinstance(copy, Withdrawal) or isinstance(here, Withdrawal):
        return isinstance(here, Withdrawal)
    return here is not None and _is_earlier(copy, here)


def _recorded(stray: tuple[Path, Review]) -> datetime:
    return stray[1].recorded


def _read(path: Path) -> Review | Withdrawal:
    return _record(read_bytes(path), path)


def _record(data: bytes, path: Path) -> Review | Withdrawal:
    table = parse_record(data, path)
    if table.get("kind") == "withdrawal":
        return validate(Withdrawal, table, path)
    return to_review(table, path)


def _twins(copy: Review, listing: Listing, copies: Iterable[Entry]) -> Iterator[Entry]:
    """Give what may be the same review as a copy, by its number."""
    yield from listing.numbered(copy.checklist, copy.id[:STUB])
    yield from (each for each in copies if (each.checklist, each.stub) == (copy.checklist, copy.id[:STUB]))


def _says_no_more(copy: Review, path: Path, twins: Iterable[Entry]) -> bool:
    """Tell whether a review that can be read says all that a copy of it says. Raises Unreadable where they differ.

    A copy that goes on from the review, having all that it has, says more: both count, and the newest moment wins.
    """
    for twin in twins:
        review = _readable(twin.path)
        if not isinstance(review, Review) or _goes_on_from(review, copy):
            continue
        if not _is_earlier(copy, review):
            raise Unreadable(
                f"this differs from {twin.path.name}, though both say they are the same review, and is not counted",
                path=path, remedy="keep the one that is right and move the other away",
            )  # fmt: skip
        return True
    return False


def _readable(path: Path) -> Review | Withdrawal | None:
    with suppress(UserError):
        return _read(path)
    return None


def _goes_on_from(review: Review, later: Review) -> bool:
    """Tell whether a review is a true beginning of a later state of it, in which nothing was taken back."""
    checks, notes = {answer.check for answer in later.answers}, {note.check for note in later.notes}
    whole = {each.check for each in review.answers} <= checks and {each.check for each in review.notes} <= notes
    return whole and review.recorded < later.recorded and _is_earlier(review, later)


def _is_earlier(copy: Review, review: Review) -> bool:
    """Tell whether a copy is the review as it stood, or as it was before it went on: told by check and moment."""
    if not set(copy.evidence) <= set(review.evidence):
        return False
    answers = {(answer.check, answer.at): answer for answer in review.answers}
    notes = {(note.check, note.at): note for note in review.notes}
    if copy.recorded < review.recorded:
        return all(answers.get((each.check, each.at), each) == each for each in copy.answers) and all(
            notes.get((each.check, each.at), each) == each for each in copy.notes
        )
    return set(copy.answers) <= set(review.answers) and set(copy.notes) <= set(review.notes)
