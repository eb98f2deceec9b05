"""The audit: library, journal and settings held together; the one object that a front end is given."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from audit_tui.checklist import Check, Checklist, Kind
from audit_tui.journal.drafts import Drafts
from audit_tui.journal.index import Index
from audit_tui.journal.shelf import Journal, Standing
from audit_tui.library.reading import read_library
from audit_tui.library.shelf import Library
from audit_tui.places import Places
from audit_tui.problems import Problem, Unreadable
from audit_tui.record import Answer, Draft, Result, Review
from audit_tui.schedule.board import Board, Row, board, row
from audit_tui.schedule.occasions import Occasions
from audit_tui.settings.choices import Choices, Phone
from audit_tui.settings.store import Settings


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says to one check: the result, a note, and for an exception who agreed it and until when."""

    result: Result
    note: str = ""
    agreed_by: str = ""
    until: date | None = None


class Audit:
    """One person's audit. Every method that depends on the day is told which day it is."""

    def __init__(self, places: Places, school: Path | None = None) -> None:
        self.places = places
        self.settings = Settings(places.settings)
        self.journal = Journal(places.journal)
        self.drafts = Drafts(places.drafts)
        self.problems: tuple[Problem, ...] = ()
        self.choices, self._settings_problems = self._read_choices()
        self.library = self._read_library(school)

    def _read_choices(self) -> tuple[Choices, list[Problem]]:
        try:
            return self.settings.read(), []
        except Unreadable as problem:
            return Choices(), [problem]

    def _read_library(self, school: Path | None) -> Library:
        own = school or (Path(self.choices.checklists).expanduser() if self.choices.checklists else None)
        return read_library([self.places.builtin, own] if own else [self.places.builtin])

    @property
    def occasions(self) -> Occasions:
        """What is known of the person's calendar."""
        return Occasions(joined=self.choices.joined, every=self.choices.every)

    def held(self) -> tuple[Checklist, ...]:
        """Give the checklists that are asked of this person, in the library's order."""
        return tuple(checklist for checklist in self.library.checklists.values() if self._is_held(checklist))

    def choosable(self) -> tuple[Checklist, ...]:
        """Give the checklists that a person may say they hold: accounts, and routines not everybody has."""
        return tuple(checklist for checklist in self.library.checklists.values() if not checklist.for_everyone)

    def _is_held(self, checklist: Checklist) -> bool:
        if checklist.kind is Kind.DEVICE:
            return self.choices.phone is not Phone.NONE
        return checklist.for_everyone or checklist.id in (self.choices.accounts or ())

    def choose(self, key: str, value: Any) -> None:  # noqa: ANN401 - any TOML value; the settings check it
        """Change one choice and keep it. Raises Unreadable or Unwritable, and then nothing is changed."""
        self.choices = self.settings.change(key, value)

    def board(self, today: date) -> Board:
        """Give today's view of every checklist held; what could not be used is told in `problems`."""
        found: list[Problem] = [*self._settings_problems, *self.library.problems, *self.drafts.problems()]
        listing, odd = self._listing()
        found.extend(odd)
        rows = []
        for checklist in self.held():
            standing = self._standing(checklist, today, listing)
            found.extend(standing.problems)
            rows.append(self._row(checklist, standing, today))
        self.problems = tuple(found)
        return board(rows, today)

    def row(self, checklist: Checklist, today: date) -> Row:
        """Give one checklist as it stands, held or not."""
        listing, _ = self._listing()
        return self._row(checklist, self._standing(checklist, today, listing), today)

    def _listing(self) -> tuple[Index, list[Problem]]:
        try:
            return self.journal.index()
        except Unreadable as problem:
            return Index({}, frozenset(), ()), [problem]

    def _standing(self, checklist: Checklist, today: date, listing: Index) -> Standing:
        return self.journal.standing(checklist.id, {check.id for check in checklist.checks}, today, listing)

    def _row(self, checklist: Checklist, standing: Standing, today: date) -> Row:
        drafted = {answer.check for answer in self._waiting(checklist, standing)}
        count = sum(check.id in drafted for check in checklist.checks)
        return row(checklist, standing.answers, today, self.occasions, drafted=count, last_done=standing.last_done)

    def _waiting(self, checklist: Checklist, standing: Standing) -> tuple[Answer, ...]:
        """Give the drafts' answers that the journal does not have, and has nothing newer for."""
        return tuple(
            answer
            for answer in self.drafts.waiting(checklist.id).values()
            if (kept := standing.answers.get(answer.check)) is None or (kept != answer and kept.on <= answer.on)
        )

    def open(self, checklist: Checklist, today: date) -> Draft:
        """Begin a review, or go on with the one that was left. Nothing is written before the first answer."""
        listing, _ = self._listing()
        waiting = self._waiting(checklist, self._standing(checklist, today, listing))
        return self.drafts.open(checklist.id, checklist.title, waiting)

    def answer(self, draft: Draft, checklist: Checklist, check: Check, given: Given, today: date) -> Draft:
        """Add an answer to a review and keep it at once. Raises Unwritable; ValueError if it is not whole."""
        answer = Answer(
            check=check.id, on=today, result=given.result, expect=check.expect,
            fingerprint=checklist.fingerprint(check), note=given.note, agreed_by=given.agreed_by, until=given.until,
        )  # fmt: skip
        return self._kept(draft.with_answer(answer))

    def take_back(self, draft: Draft, check_id: str) -> Draft:
        """Take one answer out of a review under way. Raises Unwritable."""
        return self._kept(draft.without(check_id))

    def _kept(self, draft: Draft) -> Draft:
        self.drafts.save(draft)
        return draft

    def finish(self, draft: Draft, checklist: Checklist, now: datetime, today: date) -> Review:
        """Keep a review for good, whole or in part; only then is its draft removed. Raises Unwritable."""
        listing, _ = self._listing()
        answers = self._standing(checklist, today, listing).answers
        answers = answers | {answer.check: answer for answer in draft.answers}
        due = row(checklist, answers, today, self.occasions).next_due
        review = draft.finished(now, today, due)
        self.journal.keep(review)
        self.drafts.close(draft)
        return review

    def discard(self, draft: Draft) -> None:
        """Throw a review under way away, as the person asked. Raises Unwritable."""
        self.drafts.close(draft)

    def history(self, checklist_id: str) -> tuple[list[Review], list[Problem]]:
        """Give all finished reviews of one checklist that count, newest first."""
        listing, odd = self._listing()
        reviews, problems = self.journal.reviews(checklist_id, listing)
        return reviews, [*odd, *problems]

    def withdraw(self, review: Review, today: date) -> None:
        """Let a finished review no longer count; its file stays. Raises Unwritable."""
        self.journal.withdraw(review, today)
