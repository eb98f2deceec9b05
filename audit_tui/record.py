"""What was answered: one review is what one sitting said to one checklist on one day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from audit_tui.files.marks import Rule, Words
from audit_tui.files.model import SCHEMA, Id, Moment, RecordId, RecordModel
from audit_tui.text import escape_controls

NOTE_LIMIT = 1000
LONGEST_WAIVER = 366
NOON = time(12)


class Result(StrEnum):
    """What came of a check, in the words of XCCDF 1.2; no answer at all is notchecked."""

    PASS = "pass"  # noqa: S105 - the XCCDF word, not a password
    FIXED = "fixed"
    FAIL = "fail"
    UNKNOWN = "unknown"
    NOTAPPLICABLE = "notapplicable"
    WAIVED = "waived"

    @property
    def done(self) -> bool:
        """Tell whether nothing is left to do until the check comes round again."""
        return self not in (Result.FAIL, Result.UNKNOWN)


def _noted(text: str) -> str:
    return escape_controls(text, keep="\n")


Note = Annotated[str, Words(0, NOTE_LIMIT), Rule(_noted)]


def noon(day: date) -> datetime:
    """Give the moment that stands for a whole day: noon, UTC."""
    return datetime.combine(day, NOON, UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(RecordModel):
    """A result for one check, given at one moment of one day.

    `round` is the opening day of the three-monthly review it was given in. Answers of 0.1.0 have a fingerprint in the
    place of a revision, and no moment of their own: they take that of their review, or noon.
    """

    check: Id
    on: date
    at: Moment
    result: Result
    expect: Note
    revision: int | None = None
    fingerprint: str = ""
    round: date | None = None
    note: Note = ""
    agreed_by: Note = ""
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse an exception that is not whole. Raises ValueError."""
        if self.result is Result.WAIVED:
            if not self.note or not self.agreed_by or self.until is None:
                raise ValueError("an agreed exception needs its reason, the role that agreed it and its last day")
            if not 0 <= (self.until - self.on).days <= LONGEST_WAIVER:
                raise ValueError("an exception lasts a year at most and does not end before it begins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(RecordModel):
    """A note on a check, with or without an answer; an empty text takes the note before it away."""

    check: Id
    at: Moment
    text: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(RecordModel):
    """One entry in the log of an incident: when, what, where it was seen, and who was told.

    `over` marks the entry by which the person says that the incident has ended.
    """

    id: RecordId
    at: Moment
    on: date
    when: Note = ""
    what: Note
    where: Note = ""
    told: Note = ""
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class End(RecordModel):
    """The last table of a file; a file that was cut short cannot have it."""

    answers: int
    notes: int = 0
    evidence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(RecordModel):
    """What one sitting said to one checklist on one day: one file."""

    KEYS: ClassVar = {"schema_": "schema", "answers": "answer", "notes": "note"}

    schema_: Literal[1] = SCHEMA
    kind: Literal["review"] = "review"
    id: RecordId
    checklist: Id
    title: Note = ""
    completed: date
    recorded: Moment
    answers: tuple[Answer, ...] = ()
    notes: tuple[Remark, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    end: End

    def check_whole(self) -> None:
        """Refuse a review whose end does not fit it, that says nothing, or answers a check twice. Raises ValueError."""
        said = {"answers": self.end.answers, "notes": self.end.notes, "evidence": self.end.evidence}
        counted = {"answers": len(self.answers), "notes": len(self.notes), "evidence": len(self.evidence)}
        for part, number in said.items():
            if number is not None and number != counted[part]:
                raise ValueError(f"says it has {number} under {part} but has {counted[part]}; it is not whole")
        if not any(counted.values()):
            raise ValueError("has neither answers nor notes nor evidence")
        if len({answer.check for answer in self.answers}) != len(self.answers):
            raise ValueError("answers a check twice")

    @property
    def checks(self) -> frozenset[str]:
        """The checks that it says something of."""
        return frozenset({*(answer.check for answer in self.answers), *(note.check for note in self.notes)})

    def answer(self, check_id: str) -> Answer | None:
        """Give the answer to one check, if it was answered in this sitting."""
        return next((answer for answer in self.answers if answer.check == check_id), None)


def derived_id(*parts: object) -> str:
    """Make a number that is the same each time it is made from the same parts: 16 hexadecimal digits."""
    import hashlib

    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]
