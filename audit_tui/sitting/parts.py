"""What a review is made of: answers, notes, and entries in an evidence log."""

from typing import NamedTuple

from audit_tui.record import Answer, Evidence, Remark


class Parts(NamedTuple):
    """Some answers, notes and entries of one checklist on one day."""

    answers: tuple[Answer, ...] = ()
    notes: tuple[Remark, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.answers or self.notes or self.evidence)

    @property
    def checks(self) -> frozenset[str]:
        """The checks that these say something of."""
        return frozenset({*(answer.check for answer in self.answers), *(note.check for note in self.notes)})

    def plus(self, more: "Parts") -> "Parts":
        """Add parts; an answer or a note takes the place of the one before it to the same check."""
        answered = {answer.check for answer in more.answers}
        noted = {note.check for note in more.notes}
        return Parts(
            (*(answer for answer in self.answers if answer.check not in answered), *more.answers),
            (*(note for note in self.notes if note.check not in noted), *more.notes),
            (*self.evidence, *more.evidence),
        )

    def without_answers(self, checks: frozenset[str]) -> "Parts":
        """Take the answers to some checks out."""
        return self._replace(answers=tuple(answer for answer in self.answers if answer.check not in checks))

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
