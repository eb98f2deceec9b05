"""The file of one checklist on one day: made by one sitting, and written by nobody else, ever."""

import os
from datetime import date, datetime

from audit_tui.checklist import Checklist
from audit_tui.errors import ChangedElsewhere, TooLarge, Unwritable
from audit_tui.journal.journal import Journal
from audit_tui.record import End, Review
from audit_tui.sitting.parts import Parts


class ReviewFile:
    """One review under way: on disk from its first part on, replaced whole at each further one."""

    def __init__(self, journal: Journal, checklist: Checklist, day: date) -> None:
        self.journal = journal
        self.checklist = checklist
        self.day = day
        self.parts = Parts()
        self._written: tuple[Review, bytes] | None = None
        self._tried: tuple[Review, bytes] | None = None

    @property
    def is_unsure(self) -> bool:
        """Tell whether something may stand on disk that was not called saved."""
        return self._tried is not None

    def keep(self, parts: Parts, now: datetime) -> None:
        """Write these parts, or remove the file where nothing is left.

        Raises ChangedElsewhere where the file is no longer as this sitting wrote it, TooLarge, Unwritable; the parts
        are then as before.
        """
        self._settle()
        if parts:
            self._write(parts, now)
        elif self._written:
            self.journal.remove(*self._written)
            self._written = None
        self.parts = parts

    def _settle(self) -> None:
        """Find out whether what could not be called saved stands there all the same; then it is ours to replace."""
        if self._tried and self.journal.holds(*self._tried):
            self._written = self._tried
        self._tried = None

    def _write(self, parts: Parts, now: datetime) -> None:
        review = Review(
            id=self._written[0].id if self._written else os.urandom(8).hex(),
            checklist=self.checklist.id, title=self.checklist.title, completed=self.day, recorded=now,
            answers=parts.answers, notes=parts.notes, evidence=parts.evidence,
            end=End(answers=len(parts.answers), notes=len(parts.notes), evidence=len(parts.evidence)),
        )  # fmt: skip
        data = self.journal.to_bytes(review)
        try:
            if self._written is None:
                self.journal.create(review, data)
            else:
                self.journal.replace(review, self._written[1], data)
        except (ChangedElsewhere, TooLarge):
            raise
        except Unwritable:
            self._tried = review, data
            raise
        self._written = review, data

    def lost(self) -> Parts:
        """Give what this sitting wrote and the file no longer has: all of it, where the file is gone or ruined.

        What was withdrawn meanwhile is not lost.
        """
        if self._written is None:
            return Parts()
        review = self._written[0]
        found = self.journal.on_disk(review)
        lost = self.parts.beyond(Parts(found.answers, found.notes, found.evidence) if found else Parts())
        if self.journal.is_withdrawn(review):
            return Parts(evidence=lost.evidence)
        withdrawn = frozenset(check for check in lost.checks if self.journal.is_withdrawn(review, check))
        return lost.without_answers(withdrawn)

    def is_withdrawn(self, parts: Parts) -> bool:
        """Tell whether somebody withdrew this review meanwhile, or its answer to a check that these parts speak of."""
        if self._written is None:
            return False
        review = self._written[0]
        return any(self.journal.is_withdrawn(review, check) for check in (None, *parts.checks))

    def withdraw(self, today: date, check: str | None = None) -> None:
        """Let the review no longer count, or one answer in it, where the file itself is not ours to change."""
        if self._written:
            self.journal.withdraw(self._written[0], today, check)
