"""All the files of one sitting: one for each checklist and day, and another where one is full or no longer ours."""

from datetime import date, datetime

from audit_tui.checklist import Checklist
from audit_tui.errors import ChangedElsewhere, TooLarge
from audit_tui.journal.journal import Journal
from audit_tui.sitting.parts import Parts
from audit_tui.sitting.review_file import ReviewFile


class OwnFiles:
    """What a sitting has on disk, and which file takes the next part."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._files: list[ReviewFile] = []

    def keep(self, checklist: Checklist, parts: Parts, now: datetime) -> None:
        """Write parts into the file of the day, or go on in another. Raises UserError; then all is as before."""
        file = self._current(checklist, now.date()) or self._begin(checklist, now.date())
        if file.is_withdrawn(parts):
            self._go_on(file, parts, now)
            return
        try:
            file.keep(file.parts.plus(parts), now)
        except (ChangedElsewhere, TooLarge):
            self._go_on(file, parts, now)

    def has_note(self, checklist: Checklist, check: str, day: date) -> bool:
        """Tell whether the file of the day has a note on a check."""
        file = self._current(checklist, day)
        return file is not None and any(note.check == check for note in file.parts.notes)

    def take_back(self, checklist: Checklist, check: str, now: datetime) -> None:
        """Take the answer to a check out of every file that has it. Raises UserError."""
        for file in tuple(self._files):
            if file.checklist.id == checklist.id:
                self._reduce(file, file.parts.without_answers(frozenset({check})), now, check)

    def undo(self, now: datetime) -> None:
        """Take everything back but the entries in evidence logs. Raises UserError."""
        for file in tuple(self._files):
            self._reduce(file, Parts(evidence=file.parts.evidence), now)

    def _current(self, checklist: Checklist, day: date) -> ReviewFile | None:
        """Give the file that takes what is said to a checklist on a day: the last that was begun."""
        files = (file for file in reversed(self._files) if (file.checklist.id, file.day) == (checklist.id, day))
        return next(files, None)

    def _begin(self, checklist: Checklist, day: date) -> ReviewFile:
        file = ReviewFile(self.journal, checklist, day)
        self._files.append(file)
        return file

    def _reduce(self, file: ReviewFile, left: Parts, now: datetime, check: str | None = None) -> None:
        """Leave only some parts in a file; where it is not ours any more, withdraw the rest and save what it lost."""
        if left == file.parts and not file.is_unsure:
            return
        try:
            file.keep(left, now)
        except ChangedElsewhere:
            file.withdraw(now.date(), check)
            if lost := file.lost():
                self._another(file, lost, now)

    def _go_on(self, file: ReviewFile, parts: Parts, now: datetime) -> None:
        """Save what another hand took from the file and what is new, each by itself where that is too much for one."""
        lost = file.lost()
        try:
            self._another(file, lost.plus(parts), now)
        except TooLarge:
            if not lost:
                raise
            self._another(self._another(file, lost, now), parts, now)

    def _another(self, before: ReviewFile, parts: Parts, now: datetime) -> ReviewFile:
        """Go on in a new file of our own; one that failed is remembered, but does not take what follows."""
        file = ReviewFile(self.journal, before.checklist, before.day)
        self._files.insert(0, file)
        file.keep(parts, now)
        self._files.append(self._files.pop(0))
        before.parts = before.parts.beyond(parts)
        return file
