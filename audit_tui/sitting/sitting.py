"""The sitting: what is asked, in order; what was answered; and where each answer stands on disk.

Every answer, note and entry counts the moment it is given. There is nothing to finish and nothing to resume.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from audit_tui.checklist import Checklist
from audit_tui.journal.journal import Journal
from audit_tui.record import Answer, Evidence, Remark
from audit_tui.schedule.plan import PlannedCheck
from audit_tui.sitting.given import AnswerInput, EvidenceInput, to_answer, to_evidence, to_remark
from audit_tui.sitting.own_files import OwnFiles
from audit_tui.sitting.parts import Parts

Key = tuple[str, str]
DAY = timedelta(days=1)


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
        self._earlier_notes = dict(notes)
        self._remarks: dict[Key, Remark] = {}
        self._files = OwnFiles(journal)

    # What is asked.

    def given(self, position: int) -> Answer | None:
        """Give the answer given in this sitting, if there is one."""
        return self.answers.get(key(self.asked[position]))

    def note(self, position: int) -> str:
        """Give the note that stands for a check, from this sitting or an earlier one: the newest."""
        name = key(self.asked[position])
        answer, remark = self.answers.get(name), self._remarks.get(name)
        if answer and answer.note and not (remark and remark.at >= answer.at):
            return answer.note
        return remark.text if remark else self._earlier_notes.get(name, "")

    @property
    def noted(self) -> int:
        """How many checks were given a note in this sitting."""
        return sum(bool(remark.text) for remark in self._remarks.values())

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
        recent, _ = self.journal.listing(self._first_day)
        latest = self.journal.latest(each.checklist.id, {check}, today, recent)
        answer = latest.answers.get(check)
        if answer is None or (before is not None and answer.at <= before.at) or answer.at < self.began:
            return False
        self.elsewhere[key(each)] = answer
        return True

    @property
    def _first_day(self) -> date:
        """The first day by which an answer given since this sitting began may be named, in any time zone."""
        return self.began.astimezone(UTC).date() - DAY

    # What is given.

    def answer(self, position: int, given: AnswerInput, now: datetime) -> None:
        """Keep an answer; it is on disk when this returns. Raises UsageError where it is not whole, Unwritable."""
        each = self.asked[position]
        answer = to_answer(each.status.check, given, now, self.round_opened)
        self._files.keep(each.checklist, Parts((answer,), self._standing_note(position, answer)), now)
        self.answers[key(each)] = answer
        self.elsewhere.pop(key(each), None)

    def _standing_note(self, position: int, answer: Answer) -> tuple[Remark, ...]:
        """Give the note to keep beside an answer given without one, where it stands in another file only."""
        each = self.asked[position]
        text = self.note(position)
        before = each.status.answer
        if not text or answer.note or (before and before.note == text):
            return ()
        if self._files.has_note(each.checklist, answer.check, answer.on):
            return ()
        return (Remark(check=answer.check, at=answer.at, text=text),)

    def remark(self, position: int, text: str, now: datetime) -> None:
        """Keep a note on a check, answered or not; an empty one takes the note away. Raises UserError."""
        each = self.asked[position]
        remark = to_remark(each.status.check, text, now)
        if remark.text != self.note(position):
            self._files.keep(each.checklist, Parts(notes=(remark,)), now)
            self._remarks[key(each)] = remark

    def log(self, checklist: Checklist, given: EvidenceInput, now: datetime) -> None:
        """Keep an entry in the evidence log of an incident. Raises UserError."""
        entry = to_evidence(given, now)
        self._files.keep(checklist, Parts(evidence=(entry,)), now)
        self.entries.append(entry)

    def take_back(self, position: int, now: datetime) -> None:
        """Remove an answer given in this sitting, for good. Raises Unwritable."""
        each = self.asked[position]
        if key(each) in self.answers:
            self._files.take_back(each.checklist, each.status.check.id, now)
            del self.answers[key(each)]

    def undo(self, now: datetime) -> None:
        """Take every answer and note of this sitting back, but no entry in an evidence log. Raises Unwritable."""
        self._files.undo(now)
        self.answers.clear()
        self._remarks.clear()


def key(each: PlannedCheck) -> Key:
    """Name a check by its checklist and its own id."""
    return each.checklist.id, each.status.check.id
