"""A person and two windows do anything in any order: what counts is what a plain table says."""

import re
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from audit_tui.audit import Audit
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput
from audit_tui.sitting.sitting import Sitting

from .conftest import CHIRP, RULES
from .sitting_cases import CHECKS, NINE, begin, latest

WINDOWS = st.integers(0, 1)
POSITIONS = st.integers(0, 2)
RESULTS = st.sampled_from([Result.PASS, Result.FIXED, Result.FAIL, Result.UNKNOWN])
Said = tuple[int, str, Any]  # the sitting, the file it stands in, and what was said


class People(RuleBasedStateMachine):
    """Each answer and note is a row with its sitting and moment; the last row that stands counts."""

    @initialize()
    def open(self) -> None:
        home = Path(tempfile.mkdtemp())
        library = home / "checklists"
        library.mkdir()
        (library / "chirp.toml").write_text(CHIRP.replace('clauses = ["elm-lane:1.1"]\n', ""))
        (library / "rules.toml").write_text(RULES)
        self.audit = Audit(Paths(home / "settings.toml", home / "journal", home / "drafts", library))
        self.now = NINE
        self.number = 0
        self.answers: dict[str, list[Said]] = {check: [] for check in CHECKS}
        self.notes: dict[str, list[Said]] = {check: [] for check in CHECKS}
        self.logged = 0
        self.windows: list[tuple[int, Sitting]] = []
        self._begin(0)
        self._begin(1)

    def _begin(self, window: int) -> None:
        self.number += 1
        self.windows[window : window + 1] = [(self.number, begin(self.audit, self._tick()))]

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    @rule(window=WINDOWS, position=POSITIONS, result=RESULTS)
    def answer(self, window: int, position: int, result: Result) -> None:
        number, sitting = self.windows[window]
        check, note = CHECKS[position], sitting.note(position)
        sitting.answer(position, AnswerInput(result), self._tick())
        file = latest(self.audit, self.now.date()).reviews[check]
        self._drop(self.answers, file, check)
        self.answers[check].append((number, file, result))
        if note:
            self.notes[check].append((number, file, note))

    @rule(window=WINDOWS, position=POSITIONS, text=st.sampled_from(["", "one", "two"]))
    def remark(self, window: int, position: int, text: str) -> None:
        number, sitting = self.windows[window]
        if sitting.note(position) != text:
            sitting.remark(position, text, self._tick())
            self.notes[CHECKS[position]].append((number, "", text))

    @rule(window=WINDOWS)
    def log(self, window: int) -> None:
        sitting = self.windows[window][1]
        sitting.log(sitting.asked[0].checklist, EvidenceInput("a call"), self._tick())
        self.logged += 1

    @rule(window=WINDOWS, position=POSITIONS)
    def take_back(self, window: int, position: int) -> None:
        number, sitting = self.windows[window]
        if sitting.given(position):
            sitting.take_back(position, self._tick())
            self._drop(self.answers, number, CHECKS[position])

    @rule(window=WINDOWS)
    def undo(self, window: int) -> None:
        number, sitting = self.windows[window]
        sitting.undo(self._tick())
        for check in CHECKS:
            self._drop(self.answers, number, check)
            self._drop(self.notes, number, check)

    def _drop(self, table: dict[str, list[Said]], whose: int | str, check: str) -> None:
        table[check] = [row for row in table[check] if whose not in row[:2]]

    @rule(window=WINDOWS)
    def new_sitting(self, window: int) -> None:
        self._begin(window)

    @rule(position=POSITIONS)
    def withdraw_the_latest(self, position: int) -> None:
        found = latest(self.audit, self.now.date())
        check = CHECKS[position]
        if check in found.answers:
            number = found.reviews[check]
            reviews, _ = self.audit.history("chirp", self.now.date())
            review = next(each for each in reviews if each.id == number)
            self.audit.withdraw(review, self.now.date(), check)
            self._drop(self.answers, number, check)

    @rule()
    def a_day_goes_by(self) -> None:
        self.now += timedelta(days=1)

    @rule(data=st.data())
    def another_hand_touches_a_file(self, data: st.DataObject) -> None:
        found = sorted(self.audit.paths.journal.glob("*_chirp_????????.toml"), key=_less_its_number)
        if found:
            path = data.draw(st.sampled_from(found))
            path.write_text(f"# mine\n{path.read_text()}")

    @invariant()
    def the_newest_that_stands_counts(self) -> None:
        found = latest(self.audit, self.now.date())
        assert found.problems == []
        assert {check: answer.result for check, answer in found.answers.items()} == {
            check: rows[-1][2] for check, rows in self.answers.items() if rows
        }

    @invariant()
    def a_check_without_an_answer_has_its_newest_note(self) -> None:
        found = latest(self.audit, self.now.date())
        for check in CHECKS:
            if not self.answers[check]:
                rows = self.notes[check]
                assert found.note(check) == (rows[-1][2] if rows else "")

    @invariant()
    def no_entry_is_ever_gone(self) -> None:
        checklist = self.audit.person.library.checklists["chirp"]
        assert len(self.audit.evidence(checklist, self.now.date())[0]) == self.logged


TestPeople = People.TestCase
TestPeople.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


def _less_its_number(path: Path) -> str:
    """Give what a file says without what is random in it, so that the same steps find the same file."""
    return re.sub(r"(?m)^id = .*$", "", path.read_text())
