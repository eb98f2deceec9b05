"""What was answered: one review is what one sitting said to one checklist on one day."""

import hashlib
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from audit_tui.files.model import SCHEMA, Id
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


Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=NOTE_LIMIT), AfterValidator(_noted)]
RecordId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class RecordModel(BaseModel):
    """A part of a record: frozen, and patient with keys that a later version added."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, defer_build=True)


def _zoned(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("this moment has no time zone")
    return moment


Moment = Annotated[datetime, AfterValidator(_zoned)]


def noon(day: date) -> datetime:
    """Give the moment that stands for a whole day: noon, UTC."""
    return datetime.combine(day, NOON, UTC)


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

    @model_validator(mode="before")
    @classmethod
    def _has_a_moment(cls, table: Any) -> Any:  # noqa: ANN401 - not checked yet
        if isinstance(table, dict) and "at" not in table and type(table.get("on")) is date:
            return table | {"at": noon(table["on"])}
        return table

    @model_validator(mode="after")
    def _waived_in_full(self) -> Self:
        if self.result is Result.WAIVED:
            if not self.note or not self.agreed_by or self.until is None:
                raise ValueError("an agreed exception needs its reason, the role that agreed it and its last day")
            if not 0 <= (self.until - self.on).days <= LONGEST_WAIVER:
                raise ValueError("an exception lasts a year at most and does not end before it begins")
        return self


class Remark(RecordModel):
    """A note on a check, with or without an answer; an empty text takes the note before it away."""

    check: Id
    at: Moment
    text: Note = ""


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


class End(RecordModel):
    """The last table of a file; a file that was cut short cannot have it."""

    answers: int
    notes: int = 0
    evidence: int | None = None


class Review(RecordModel):
    """What one sitting said to one checklist on one day: one file."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    kind: Literal["review"] = "review"
    id: RecordId
    checklist: Id
    title: Note = ""
    completed: date
    recorded: Moment
    answers: tuple[Answer, ...] = Field(default=(), alias="answer")
    notes: tuple[Remark, ...] = Field(default=(), alias="note")
    evidence: tuple[Evidence, ...] = ()
    end: End

    @model_validator(mode="before")
    @classmethod
    def _from_0_1(cls, table: Any) -> Any:  # noqa: ANN401 - not checked yet
        """Give the answers and entries of 0.1.0 their review's moment, and each entry a number of its own."""
        if not isinstance(table, dict) or not isinstance(table.get("recorded"), datetime):
            return table
        table = dict(table)
        if isinstance(answers := table.get("answer"), list):
            table["answer"] = [_dated(answer, table["recorded"]) for answer in answers]
        if isinstance(entries := table.get("evidence"), list):
            table["evidence"] = [
                {"id": derived_id(table.get("id"), number), **_dated(entry, table["recorded"])}
                if isinstance(entry, dict) else entry
                for number, entry in enumerate(entries)
            ]  # fmt: skip
        return table

    @model_validator(mode="after")
    def _whole(self) -> Self:
        counted = {"answers": len(self.answers), "notes": len(self.notes), "evidence": len(self.evidence)}
        for part, said in self.end.model_dump(exclude_none=True).items():
            if said != counted[part]:
                raise ValueError(f"says it has {said} under {part} but has {counted[part]}; it is not whole")
        if not any(counted.values()):
            raise ValueError("has neither answers nor notes nor evidence")
        if len({answer.check for answer in self.answers}) != len(self.answers):
            raise ValueError("answers a check twice")
        return self

    def answer(self, check_id: str) -> Answer | None:
        """Give the answer to one check, if it was answered in this sitting."""
        return next((answer for answer in self.answers if answer.check == check_id), None)


def derived_id(*parts: object) -> str:
    """Make a number that is the same each time it is made from the same parts: 16 hexadecimal digits."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]


def _dated(part: Any, moment: datetime) -> Any:  # noqa: ANN401 - not checked yet
    return {"at": moment, **part} if isinstance(part, dict) else part


class Withdrawal(RecordModel):
    """The person's word that one review, or one answer in it, is not to count; the review stays as it was."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    kind: Literal["withdrawal"] = "withdrawal"
    id: RecordId
    checklist: Id
    completed: date
    withdrawn: date
    check: Id | None = None
    reason: Note = ""
