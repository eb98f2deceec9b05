"""A person with two windows does anything in any order."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from audit_tui.record import Result

from ..sitting_cases import latest
from .hands import CHECKS, Clock, Hand
from .plain_table import Page, Table
from .sync import copy_name

WINDOWS = st.integers(0, 1)
POSITIONS = st.integers(0, len(CHECKS) - 1)
RESULTS = st.sampled_from([Result.PASS, Result.FIXED, Result.FAIL, Result.UNKNOWN])
FARTHEST = date(9990, 1, 1)


class People(RuleBasedStateMachine):
    """What each window does is held against plain tables, and each file against the window that may write it."""

    @initialize()
    def open(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.journal = self.home / "journal"
        self.table, self.clock = Table(), Clock()
        self.hands = [Hand(self.home, self.table, self.clock) for _ in range(2)]
        self.odd: set[str] = set()
        self.files: dict[str, bytes] = {}

    def teardown(self) -> None:
        if hasattr(self, "home"):
            shutil.rmtree(self.home)

    # What a person does.

    @rule(window=WINDOWS, results=st.tuples(*(RESULTS for _ in CHECKS)))
    def answer_all(self, window: int, results: tuple[Result, ...]) -> None:
        for position, result in enumerate(results):
            self.answer(window, position, result)

    @rule(window=WINDOWS, position=POSITIONS, result=RESULTS)
    def answer(self, window: int, position: int, result: Result) -> None:
        self.hands[window].answer(position, result)
        self.writes(window)

    @rule(window=WINDOWS, position=POSITIONS, text=st.sampled_from(["", "one", "two"]))
    def remark(self, window: int, position: int, text: str) -> None:
        self.hands[window].remark(position, text)
        self.writes(window)

    @rule(window=WINDOWS)
    def log(self, window: int) -> None:
        self.hands[window].log()
        self.writes(window)

    @precondition(lambda self: self._given())
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        window, position = data.draw(st.sampled_from(self._given()))
        self.hands[window].take_back(position)
        self.writes(window)

    @precondition(lambda self: self._given())
    @rule(data=st.data(), result=RESULTS)
    def correct(self, data: st.DataObject, result: Result) -> None:
        self.answer(*data.draw(st.sampled_from(self._given())), result)

    @precondition(lambda self: self._given())
    @rule(window=WINDOWS)
    def undo(self, window: int) -> None:
        self.hands[window].undo()
        self.writes(window)

    @rule(window=WINDOWS)
    def begin_anew(self, window: int) -> None:
        self.hands[window].begin()
        self.writes(window)

    @precondition(lambda self: self.readable())
    @rule(window=WINDOWS, data=st.data(), whole=st.booleans(), own=st.booleans())
    def withdraw(self, window: int, data: st.DataObject, whole: bool, own: bool) -> None:  # noqa: FBT001 - drawn
        pages = self.readable()
        number = self.hands[window].number
        page = data.draw(st.sampled_from([page for page in pages if own and page.sitting == number] or pages))
        check = None if whole or not page.answers else data.draw(st.sampled_from(sorted(page.answers)))
        self.hands[window].withdraw(page, check)
        self.writes(window)

    # What always holds.

    def _given(self) -> list[tuple[int, int]]:
        every = [(window, position) for window in range(2) for position in range(len(CHECKS))]
        return [(window, position) for window, position in every if self.hands[window].sitting.given(position)]

    def readable(self) -> list[Page]:
        pages = [page for page in self.table.pages if page.file and not page.is_empty and not page.ruined]
        return sorted(pages, key=lambda page: (page.sitting, page.day))

    def _ahead(self, hand: Hand) -> list[Page]:
        """Give what is dated ahead of a window's clock by more than a day, and is still to count."""
        pages = [page for page in self.table.pages if not page.is_empty and None not in page.withdrawn]
        return [page for page in pages if page.day - hand.today > timedelta(days=1)]

    def look(self) -> None:
        self.files = {path.name: path.read_bytes() for path in self.journal.glob("*.toml")}

    def writes(self, window: int) -> None:
        """Insist that a window wrote none but its own files, and told nobody else's to be anything else."""
        self.hands[window].find_files()
        own = {page.file for page in self.table.pages if page.sitting == self.hands[window].number}
        before = self.files
        self.look()
        touched = {name for name, data in before.items() if self.files.get(name) != data}
        assert touched <= own, "the file of somebody else was written"
        assert all(name in own or ".withdrawn" in name for name in self.files.keys() - before.keys())

    def _answers(self, window: int) -> dict[str, Result]:
        """Give what a window's board says of each check."""
        checks = self.hands[window].status().checks
        return {each.check.id: each.answer.result for each in checks if each.answer}

    @invariant()
    def the_board_says_what_was_said(self) -> None:
        for window, hand in enumerate(self.hands):
            assert self._answers(window) == self.table.answers(hand.today)
            told = {problem.path.name for problem in hand.audit.problems if problem.path}
            ahead = {page.file for page in self._ahead(hand)}
            assert ahead <= told <= self.odd | ahead

    @invariant()
    def a_check_without_an_answer_has_its_newest_note(self) -> None:
        for hand in self.hands:
            found, notes = latest(hand.audit, hand.today), self.table.notes(hand.today)
            assert all(found.note(check) == notes.get(check, "") for check in CHECKS if check not in found.answers)

    @invariant()
    def no_entry_is_ever_gone(self) -> None:
        audit = self.hands[0].audit
        entries, told = audit.evidence(self.hands[0].chirp, FARTHEST)
        assert {entry.what for entry in entries} == self.table.entries()
        assert self.odd - {problem.path.name for problem in told if problem.path} <= self._copies()

    def _copies(self) -> set[str]:
        return {copy_name(page.file, suffix) for page in self.table.pages for suffix in page.copies}
