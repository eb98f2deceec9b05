"""The file of one checklist on one day: made by one sitting, and written by nobody else, ever."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime

from audit_tui.checklist import Checklist
from audit_tui.journal.journal import Journal
from audit_tui.record import Answer, End, Evidence, Remark, Review


@dataclass(frozen=True, slots=True)
class Parts:
    """What a review is made of."""

    answers: tuple[Answer, ...] = ()
    notes: tuple[Remark, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.answers or self.notes or self.evidence)

    def plus(self, part: Answer | Remark | Evidence) -> "Parts":
        """Add a part; an answer or a note takes the place of the one before it to the same check."""
        match part:
            case Answer():
                return replace(self, answers=(*(a for a in self.answers if a.check != part.check), part))
            case Remark():
                return replace(self, notes=(*(n for n in self.notes if n.check != part.check), part))
            case Evidence():
                return replace(self, evidence=(*self.evidence, part))

    def without_answer(self, check: str) -> "Parts":
        """Take the answer to a check out."""
        return replace(self, answers=tuple(a for a in self.answers if a.check != check))

    def beyond(self, other: "Parts") -> "Parts":
        """Give the parts that the other has not, told by check and moment, so that an edited one counts as there."""
        answered = {(answer.check, answer.at) for answer in other.answers}
        noted = {(note.check, note.at) for note in other.notes}
        logged = {entry.id for entry in other.evidence}
        return Parts(
            tuple(answer for answer in self.answers if (answer.check, answer.at) not in answered),
            tuple(note for note in self.notes if (note.check, note.at) not in noted),
            tuple(entry for entry in self.evidence if entry.id not in logged),
        )


class ReviewFile:
    """One review under way: on disk from its first part on, replaced whole at each further one."""

    def __init__(self, journal: Journal, checklist: Checklist, day: date) -> None:
        self.journal = journal
        self.checklist = checklist
        self.day = day
        self.parts = Parts()
        self._written: bytes | None = None
        self._review: Review | None = None

    @property
    def review(self) -> Review | None:
        """The review as it was last written."""
        return self._review

    def keep(self, parts: Parts, now: datetime) -> None:
        """Write these parts, or remove the file where nothing is left.

        Raises ChangedElsewhere where the file is no longer as this sitting wrote it, TooLarge, Unwritable; the parts
        are then as before.
        """
        if parts:
            self._write(parts, now)
        elif self._review and self._written is not None:
            self.journal.remove(self._written, self._review)
            self._written = self._review = None
        self.parts = parts

    def _write(self, parts: Parts, now: datetime) -> None:
        number = self._review.id if self._review else secrets.token_hex(8)
        review = Review(
            id=number, checklist=self.checklist.id, title=self.checklist.title, completed=self.day, recorded=now,
            answers=parts.answers, notes=parts.notes, evidence=parts.evidence,
            end=End(answers=len(parts.answers), notes=len(parts.notes), evidence=len(parts.evidence)),
        )  # fmt: skip
        if self._written is None:
            self._written = self.journal.create(review)
        else:
            self._written = self.journal.replace(self._written, review)
        self._review = review

    def lost(self) -> Parts:
        """Give what this sitting wrote and the file no longer has: all of it, where the file is gone or ruined."""
        found = self.journal.on_disk(self._review) if self._review else None
        there = Parts(found.answers, found.notes, found.evidence) if found else Parts()
        return self.parts.beyond(there)

    def is_withdrawn(self, check: str) -> bool:
        """Tell whether somebody withdrew this review meanwhile, or its answer to a check."""
        return self._review is not None and self.journal.is_withdrawn(self._review, check)
