"""The sitting: what is asked, in order; what was answered; and where each answer stands on disk.

Every answer, note and entry counts the moment it is given. There is nothing to finish and nothing to resume.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from audit_tui.checklist import Checklist
from audit_tui.errors import ChangedElsewhere, TooLarge
from audit_tui.journal.journal import Journal
from audit_tui.record import Answer, Evidence, Remark
from audit_tui.schedule.plan import PlannedCheck
from audit_tui.sitting.given import AnswerInput, EvidenceInput, to_answer, to_evidence, to_remark
from audit_tui.sitting.review_file import Parts, ReviewFile

Key = tuple[str, str]


class Sitting:
    """One go through some checks of one or several checklists; the screen and the lines use the same object.

    Nothing but a UserError leaves it, and what failed can be tried again.
    """

    def __init__(
        self, journal: Journal, asked: Sequence[PlannedCheck], notes: Mapping[Key, str],
        round_opened: date, began: datetime,
    ) -> None:  # fmt: skip
        self.journal = journal
        self.asked = tuple(asked)
        self.round_opened = round_opened
        self.began = began
        self.answers: dict[Key, Answer] = {}
        self.elsewhere: dict[Key, Answer] = {}
        self.entries: list[Evidence] = []
        self._notes = dict(notes)
        self._homes: dict[Key, ReviewFile] = {}
        self._files: dict[tuple[str, date], ReviewFile] = {}
        self._left_behind: list[ReviewFile] = []

    # What is asked.

    def given(self, position: int) -> Answer | None:
        """Give the answer given in this sitting, if there is one."""
        return self.answers.get(key(self.asked[position]))

    def note(self, position: int) -> str:
        """Give the note that stands for a check, from this sitting or an earlier one."""
        return self._notes.get(key(self.asked[position]), "")

    @property
    def left(self) -> tuple[int, ...]:
        """The positions still to be answered, by anybody."""
        done = self.answers.keys() | self.elsewhere.keys()
        return tuple(n for n, each in enumerate(self.asked) if key(each) not in done)

    def following(self, position: int, today: date) -> int | None:
        """Give the next position to ask after this one; what another window answered meanwhile is passed over.

        Raises UserError where the journal cannot be read.
        """
        for n in self.left:
            if n > position and not self._answered_elsewhere(n, today):
                return n
        return None

    def _answered_elsewhere(self, position: int, today: date) -> bool:
        """Look into the journal for an answer that is newer than the one this sitting began with."""
        each = self.asked[position]
        check, before = each.status.check.id, each.status.answer
        latest = self.journal.latest(each.checklist.id, {check}, today, self.journal.listing()[0])
        answer = latest.answers.get(check)
        if answer is None or (before is not None and answer.at <= before.at) or answer.at < self.began:
            return False
        self.elsewhere[key(each)] = answer
        return True

    # What is given.

    def answer(self, position: int, given: AnswerInput, now: datetime) -> None:
        """Keep an answer; it is on disk when this returns. Raises UsageError where it is not whole, Unwritable."""
        each = self.asked[position]
        answer = to_answer(each.status.check, given, now, self.round_opened)
        self._homes[key(each)] = self._keep(each.checklist, answer, now)
        self.answers[key(each)] = answer
        self.elsewhere.pop(key(each), None)

    def remark(self, position: int, text: str, now: datetime) -> None:
        """Keep a note on a check, answered or not; an empty one takes the note away. Raises UserError."""
        each = self.asked[position]
        remark = to_remark(each.status.check, text.strip(), now)
        if remark.text != self.note(position):
            self._keep(each.checklist, remark, now)
            self._notes[key(each)] = remark.text

    def log(self, checklist: Checklist, given: EvidenceInput, now: datetime) -> None:
        """Keep an entry in the evidence log of an incident. Raises UserError."""
        entry = to_evidence(given, now)
        self._keep(checklist, entry, now)
        self.entries.append(entry)

    def take_back(self, position: int, now: datetime) -> None:
        """Remove an answer given in this sitting, for good. Raises Unwritable."""
        name = key(self.asked[position])
        if name not in self.answers:
            return
        home = self._homes[name]
        try:
            home.keep(home.parts.without_answer(name[1]), now)
        except ChangedElsewhere:
            self._withdraw(home, name[1], now)
        del self.answers[name], self._homes[name]

    def undo(self, now: datetime) -> None:
        """Take every answer and note of this sitting back, but no entry in an evidence log. Raises Unwritable."""
        for file in (*self._left_behind, *self._files.values()):
            try:
                file.keep(Parts(evidence=file.parts.evidence), now)
            except ChangedElsewhere:
                for answer in file.parts.answers:
                    self._withdraw(file, answer.check, now)
        self.answers.clear()
        self._homes.clear()

    def _withdraw(self, file: ReviewFile, check: str, now: datetime) -> None:
        if file.review:
            self.journal.withdraw(file.review, now.date(), check)

    def _keep(self, checklist: Checklist, part: Answer | Remark | Evidence, now: datetime) -> ReviewFile:
        """Write a part into this sitting's file of the day; one ours no more, or full, is followed by another."""
        file = self._files.setdefault((checklist.id, now.date()), ReviewFile(self.journal, checklist, now.date()))
        check = "" if isinstance(part, Evidence) else part.check
        if check and file.is_withdrawn(check):
            return self._another(file, Parts().plus(part), now)
        try:
            file.keep(file.parts.plus(part), now)
        except ChangedElsewhere:
            return self._another(file, file.lost().plus(part), now)
        except TooLarge:
            if not file.parts:
                raise
            return self._another(file, Parts().plus(part), now)
        return file

    def _another(self, before: ReviewFile, parts: Parts, now: datetime) -> ReviewFile:
        """Go on in a new file of our own."""
        file = ReviewFile(self.journal, before.checklist, before.day)
        file.keep(parts, now)
        self._files[before.checklist.id, before.day] = file
        self._left_behind.append(before)
        self._homes |= {
            name: file for name, home in self._homes.items()
            if home is before and name[1] in {answer.check for answer in parts.answers}
        }  # fmt: skip
        return file


def key(each: PlannedCheck) -> Key:
    """Name a check by its checklist and its own id."""
    return each.checklist.id, each.status.check.id
