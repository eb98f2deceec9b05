"""The audit: library, journal and settings held together; the one object that a front end is given."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from audit_tui.checklist import Check, Checklist, Kind
from audit_tui.errors import Unreadable, UserError
from audit_tui.journal.drafts import Drafts
from audit_tui.journal.filenames import Listing
from audit_tui.journal.journal import Journal, LatestAnswers
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library
from audit_tui.library.school import ALL, unknown_ids
from audit_tui.paths import Paths, whole_path
from audit_tui.record import Answer, Draft, Evidence, Result, Review
from audit_tui.schedule.board import Board, ChecklistStatus, build_board, build_checklist_status
from audit_tui.schedule.occasions import PersonalCalendar, Trip
from audit_tui.settings import edits
from audit_tui.settings.choices import Choices, Phone
from audit_tui.settings.phones import PhoneBook, masked
from audit_tui.settings.store import Edit, Settings
from audit_tui.team.folder import hand_in, named_folder
from audit_tui.team.make import make_statement
from audit_tui.team.received import Folder, read_folder
from audit_tui.team.statement import Statement


@dataclass(frozen=True, slots=True)
class AnswerInput:
    """What a person says to one check: the result, a note, and for an exception who agreed it and until when."""

    result: Result
    note: str = ""
    agreed_by: str = ""
    until: date | None = None


class Audit:
    """One person's audit. Every method that depends on the day is told which day it is."""

    def __init__(self, places: Paths) -> None:
        self.places = places
        self.settings = Settings(places.settings)
        self.phones = PhoneBook(places.imei)
        self.journal = Journal(places.journal)
        self.drafts = Drafts(places.drafts)
        self.problems: tuple[UserError, ...] = ()
        self.choices, self._settings_problems = self._read_choices()
        self.library = self._read_library()
        known = self.library.known | {ALL}
        self._settings_problems += unknown_ids(self.choices.every, known, places.settings, "every")
        self.problems = (*self._settings_problems, *self.library.problems)

    def _read_choices(self) -> tuple[Choices, list[UserError]]:
        try:
            return self.settings.read(), []
        except Unreadable as problem:
            return Choices(), [problem]

    def _read_library(self) -> Library:
        own = self.places.school or self._own_folder()
        return read_library([self.places.builtin, own] if own else [self.places.builtin])

    def _own_folder(self) -> Path | None:
        try:
            return whole_path(self.choices.checklists) if self.choices.checklists else None
        except ValueError as error:
            self._settings_problems.append(Unreadable(str(error), path=self.places.settings, key="checklists"))
            return None

    def hold(self, today: date, *, accounts: Collection[str] | None = None, phone: Phone | None = None) -> None:
        """Say which accounts and phone are held; what is left out stays as it was. Raises UserError."""
        devices = [item.id for item in self.library.checklists.values() if item.kind is Kind.DEVICE]
        everyone = [item.id for item in self.library.checklists.values() if item.for_everyone]
        asked = {*everyone} - {*devices}
        self.change(
            lambda choices: edits.hold(
                choices, today=today, accounts=accounts, phone=phone, everyone=asked, devices=devices
            )
        )

    @property
    def occasions(self) -> PersonalCalendar:
        """What is known of the person's calendar."""
        chosen = self.choices
        return PersonalCalendar(
            joined=chosen.joined,
            trips=tuple(Trip(trip.name, trip.first, trip.last) for trip in chosen.trips),
            new_phone=chosen.new_phone,
            terms=tuple((term.first, term.last) for term in chosen.terms) if chosen.term_time else (),
            every={**self.library.every, **chosen.every},
        )

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
        self.change(lambda _: {key: value})

    def change(self, edit: Edit) -> None:
        """Make one change to the choices as they now stand in the file, and keep it. Raises UserError."""
        self.choices = self.settings.change(edit)

    def statement(self, label: str, today: date, *, with_platforms: bool = False) -> Statement:
        """Make the statement to hand in, telling what could not be read; nothing is kept yet. Raises UserError."""
        chosen = self.settings.read()
        number = chosen.share_id or edits.make_share_id(chosen)["share_id"]
        board = self.board(today)
        return make_statement(board, number, label, with_platforms=with_platforms, unread=len(self.problems))

    def hand_in(self, statement: Statement, folder: str) -> None:
        """Keep the person's label and number, then put this very statement into a folder. Raises UserError."""
        self.change(lambda choices: edits.share_as(choices, statement.id, statement.label))
        hand_in(statement, named_folder(folder))

    def team(self, folder: str, today: date) -> Folder:
        """Read the statements in a folder; `today` is the day by the clock. Raises UserError."""
        return read_folder(named_folder(folder), today)

    def plan_trip(self, name: str, first: date, last: date, instead_of: str = "") -> None:
        """Enter a trip, or change the one of that name or of the name `instead_of`. Raises UserError."""
        self.change(lambda choices: edits.plan_trip(choices, name, first, last, instead_of))

    def cancel_trip(self, name: str) -> None:
        """Take a trip out. Raises UsageError where there is none of that name."""
        self.change(lambda choices: edits.cancel_trip(choices, name))

    def phone_numbers(self, *, whole: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give each phone's name and its numbers, masked unless the whole is asked for. Raises UserError."""
        return tuple(
            (phone.name, phone.imei if whole else tuple(map(masked, phone.imei))) for phone in self.phones.read().phones
        )

    def new_phone(self, today: date) -> None:
        """Mark the old phone's numbers as old, and let the checks of phones fall due again. Raises UserError."""
        self.phones.replaced(today)
        self.choose("new_phone", today)

    def board(self, today: date) -> Board:
        """Give today's view of every checklist held; what could not be used is told in `problems`."""
        found: list[UserError] = [*self._settings_problems, *self.library.problems, *self.drafts.problems()]
        listing, odd = self._listing()
        found.extend(odd)
        rows = []
        for checklist in self.held():
            standing = self._standing(checklist, today, listing)
            found.extend(standing.problems)
            rows.append(self._row(checklist, standing, today))
        self.problems = tuple(found)
        return build_board(rows, today, self.occasions, self.choices.phone)

    def row(self, checklist: Checklist, today: date) -> ChecklistStatus:
        """Give one checklist as it stands, held or not."""
        listing, _ = self._listing()
        return self._row(checklist, self._standing(checklist, today, listing), today)

    def _listing(self) -> tuple[Listing, list[UserError]]:
        try:
            return self.journal.index()
        except Unreadable as problem:
            return Listing({}, frozenset(), ()), [problem]

    def _standing(self, checklist: Checklist, today: date, listing: Listing) -> LatestAnswers:
        return self.journal.standing(checklist.id, {check.id for check in checklist.checks}, today, listing)

    def _row(self, checklist: Checklist, standing: LatestAnswers, today: date) -> ChecklistStatus:
        return build_checklist_status(checklist, standing.answers, today, self.occasions, last_done=standing.last_done)

    def _waiting(self, checklist: Checklist, standing: LatestAnswers) -> tuple[Answer, ...]:
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
        return self.drafts.open(checklist.id, checklist.title, waiting, self._open_evidence(checklist))

    def _open_evidence(self, checklist: Checklist) -> tuple[Evidence, ...]:
        """Give the entries in drafts that no finished review has yet."""
        kept = {entry for review in self.history(checklist.id)[0] for entry in review.evidence}
        return tuple(entry for entry in self.drafts.evidence(checklist.id) if entry not in kept)

    def evidence(self, checklist: Checklist) -> tuple[Evidence, ...]:
        """Give the whole evidence log of a checklist, the oldest entry first."""
        kept = [entry for review in reversed(self.history(checklist.id)[0]) for entry in review.evidence]
        return (*kept, *self._open_evidence(checklist))

    def write_down(self, draft: Draft, entry: Evidence) -> Draft:
        """Add an entry to the evidence log of a review under way, and keep it at once. Raises Unwritable."""
        return self._kept(draft.with_evidence(entry))

    def answer(self, draft: Draft, checklist: Checklist, check: Check, given: AnswerInput, today: date) -> Draft:
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
        due = build_checklist_status(checklist, answers, today, self.occasions).next_due
        review = draft.finished(now, today, due)
        self.journal.keep(review)
        self.drafts.close(draft)
        return review

    def discard(self, draft: Draft) -> None:
        """Throw a review under way away, as the person asked. Raises Unwritable."""
        self.drafts.close(draft)

    def history(self, checklist_id: str) -> tuple[list[Review], list[UserError]]:
        """Give all finished reviews of one checklist that count, newest first."""
        listing, odd = self._listing()
        reviews, problems = self.journal.reviews(checklist_id, listing)
        return reviews, [*odd, *problems]

    def withdraw(self, review: Review, today: date) -> None:
        """Let a finished review no longer count; its file stays. Raises Unwritable."""
        self.journal.withdraw(review, today)
