"""A withdrawal: one small file beside a review, which stays as it was."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from audit_tui.files.model import SCHEMA, Id, RecordId, RecordModel
from audit_tui.record import Note


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
