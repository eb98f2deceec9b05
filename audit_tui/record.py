"""What was answered: one review, one sitting with one checklist, and what becomes of it."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from audit_tui.files.model import SCHEMA, Id
from audit_tui.text import escape_controls

NOTE_LIMIT = 1000
LONGEST_WAIVER = 366


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


class Answer(RecordModel):
    """A result for one check on one day."""

    check: Id
    on: date
    result: Result
    expect: Note
    fingerprint: str
    note: Note = ""
    agreed_by: Note = ""
    until: date | None = None

    @model_validator(mode="after")
    def _waived_in_full(self) -> Self:
        if self.result is Result.WAIVED:
            if not self.note or not self.agreed_by or self.until is None:
                raise ValueError("an agreed exception needs its reason, the role that agreed it and its last day")
            if not 0 <= (self.until - self.on).days <= LONGEST_WAIVER:
                raise ValueError("an exception lasts a year at most and does not end before it begins")
        return self


class Evidence(RecordModel):
    """One entry in the log of an incident: when, what, where it was seen, and who was told."""

    on: date
    when: Note = ""
    what: Note
    where: Note = ""
    told: Note = ""


class End(RecordModel):
    """The last table of a file; a file that was cut short cannot have it."""

    answers: int


class Sitting(RecordModel):
    """What a draft and a finished review share: answers to one checklist, counted at the end."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    id: RecordId
    checklist: Id
    title: Note = ""
    answers: tuple[Answer, ...] = Field(default=(), alias="answer")
    evidence: tuple[Evidence, ...] = ()
    end: End

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.end.answers != len(self.answers):
            raise ValueError(f"says {self.end.answers} answers but has {len(self.answers)}; it is not whole")
        if len({answer.check for answer in self.answers}) != len(self.answers):
            raise ValueError("answers a check twice")
        return self

    def answer(self, check_id: str) -> Answer | None:
        """Give the answer to one check, if it was answered in this sitting."""
        return next((answer for answer in self.answers if answer.check == check_id), None)


class Draft(Sitting):
    """A review under way: kept at each answer, replaced whole."""

    kind: Literal["draft"] = "draft"

    @classmethod
    def begin(
        cls, record_id: str, checklist: str, title: str,
        answers: tuple[Answer, ...] = (), evidence: tuple[Evidence, ...] = (),
    ) -> "Draft":  # fmt: skip
        """Start a draft, with the answers and evidence of an earlier one where there are any."""
        end = End(answers=len(answers))
        return cls(id=record_id, checklist=checklist, title=title, answers=answers, evidence=evidence, end=end)

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing in it that could be lost."""
        return not self.answers and not self.evidence

    def with_answer(self, answer: Answer) -> "Draft":
        """Give the draft with one answer added, or put in the place of the earlier one."""
        others = tuple(other for other in self.answers if other.check != answer.check)
        return self.begin(self.id, self.checklist, self.title, (*others, answer), self.evidence)

    def with_evidence(self, entry: Evidence) -> "Draft":
        """Give the draft with one more entry in its evidence log."""
        return self.begin(self.id, self.checklist, self.title, self.answers, (*self.evidence, entry))

    def without(self, check_id: str) -> "Draft":
        """Give the draft with one answer taken back."""
        left = tuple(answer for answer in self.answers if answer.check != check_id)
        return self.begin(self.id, self.checklist, self.title, left, self.evidence)

    def finished(self, recorded: datetime, completed: date, next_due: date | None) -> "Review":
        """Close the sitting: what is then kept for good."""
        return Review(
            id=self.id, checklist=self.checklist, title=self.title, completed=completed,
            recorded=recorded.astimezone(UTC).replace(microsecond=0), next_due=next_due,
            answers=self.answers, evidence=self.evidence, end=self.end,
        )  # fmt: skip


class Review(Sitting):
    """A finished sitting: created once, never rewritten."""

    kind: Literal["review"] = "review"
    completed: date
    recorded: datetime
    next_due: date | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.answers and not self.evidence:
            raise ValueError("has neither answers nor evidence")
        if self.recorded.tzinfo is None:
            raise ValueError("its recorded time has no zone")
        return self


class Withdrawal(RecordModel):
    """The person's word that one review is not to count; the review itself stays as it was."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    kind: Literal["withdrawal"] = "withdrawal"
    id: RecordId
    checklist: Id
    completed: date
    withdrawn: date
    reason: Note = ""
