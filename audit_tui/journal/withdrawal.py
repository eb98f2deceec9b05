"""A withdrawal: one small file beside a review, which stays as it was; its name alone is enough."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.model import SCHEMA, Id, RecordId, RecordModel
from audit_tui.files.read import read_model
from audit_tui.journal.filenames import STUB, Listing, Withdrawn
from audit_tui.record import Note, Review

HEADING = "This says that what it names is not to count. Remove this file to let it count again."
REMEDY = "if you did not withdraw that, remove this file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(RecordModel):
    """The person's word that one review, or one answer in it, is not to count; the review stays as it was.

    What is always there stands last: a file that was cut short must not withdraw a whole review for one answer.
    """

    KEYS: ClassVar = {"schema_": "schema"}

    schema_: Literal[1] = SCHEMA
    kind: Literal["withdrawal"] = "withdrawal"
    id: RecordId
    checklist: Id
    completed: date
    check: Id | None = None
    withdrawn: date
    reason: Note = ""


def withdrawal_of(review: Review, withdrawn: date, check: str | None, path: Path) -> bytes:
    """Write that a review, or its answer to one check, is not to count. Raises Unwritable."""
    from audit_tui.files.toml import to_toml

    record = Withdrawal(
        id=review.id, checklist=review.checklist, completed=review.completed, withdrawn=withdrawn, check=check
    )
    return to_toml(record, path, HEADING)


def odd_withdrawals(listing: Listing, sound: set[Withdrawn]) -> Iterator[UserError]:
    """Tell of files that withdraw something by their names and do not say so themselves; sound ones are read once."""
    for what, (path, *_) in listing.withdrawn.items():
        if what not in sound:
            try:
                _check(path, what)
                sound.add(what)
            except UserError as problem:
                yield Unreadable(f"{problem.what}; what it is named after does not count", path=path, remedy=REMEDY)


def _check(path: Path, what: Withdrawn) -> None:
    record = read_model(Withdrawal, path)
    if (record.checklist, record.id[:STUB], record.check) != what:
        raise Unreadable("its name does not fit what is in it")
