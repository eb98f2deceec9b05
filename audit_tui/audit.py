"""The audit: library, journal and settings held together; the one object that a front end is given."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from audit_tui.checklist import Checklist, Kind
from audit_tui.errors import Unreadable, UserError
from audit_tui.journal.drafts_0_1 import take_in_drafts
from audit_tui.journal.filenames import EMPTY, Listing
from audit_tui.journal.journal import Journal
from audit_tui.journal.latest import LatestAnswers
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library
from audit_tui.library.school import ALL, unknown_ids
from audit_tui.paths import Paths, whole_path
from audit_tui.record import Evidence, Review
from audit_tui.schedule.board import Board, ChecklistStatus, build_board, build_checklist_status
from audit_tui.schedule.occasions import PersonalCalendar, Trip
from audit_tui.schedule.plan import PlannedCheck, plan
from audit_tui.schedule.whole_list import plan_checklist
from audit_tui.settings import edits
from audit_tui.settings.choices import Choices, Phone
from audit_tui.settings.phones import PhoneBook, masked
from audit_tui.settings.store import Edit, Settings
from audit_tui.sitting.sitting import Key, Sitting
from audit_tui.team.folder import hand_in, named_folder
from audit_tui.team.make import make_statement
from audit_tui.team.received import Folder, read_folder
from audit_tui.team.statement import Statement

TEN_MINUTES = 10.0
MOST_USED = ("facebook", "whatsapp", "instagram", "youtube", "tiktok", "snapchat", "linkedin", "x", "pinterest")


class Audit:
    """One person's audit. Every method that depends on the day is told which day it is."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.settings = Settings(paths.settings)
        self.phones = PhoneBook(paths.imei)
        self.journal = Journal(paths.journal)
        self.problems: tuple[UserError, ...] = ()
        self.choices, settings_problems = self._read_choices()
        self.library = self._read_library(settings_problems)
        self.problems = (*settings_problems, *self._odd_choices(), *self.library.problems)

    def _read_choices(self) -> tuple[Choices, list[UserError]]:
        try:
            return self.settings.read(), []
        except Unreadable as problem:
            return Choices(), [problem]

    def _read_library(self, problems: list[UserError]) -> Library:
        own = self.paths.school
        try:
            own = own or (whole_path(self.choices.checklists) if self.choices.checklists else None)
        except ValueError as error:
            problems.append(Unreadable(str(error), path=self.paths.settings, key="checklists"))
        return read_library([self.paths.builtin, own] if own else [self.paths.builtin])

    def _odd_choices(self) -> list[UserError]:
        return list(unknown_ids(self.choices.every, self.library.known | {ALL}, self.paths.settings, "every"))

    # What is held.

    def held(self) -> tuple[Checklist, ...]:
        """Give the checklists that are asked of this person, in the library's order."""
        return tuple(checklist for checklist in self.library.checklists.values() if self.is_held(checklist))

    def choosable(self) -> tuple[Checklist, ...]:
        """Give what a person may say they hold: the accounts that most people have, the other accounts, work."""
        own = (checklist for checklist in self.library.checklists.values() if not checklist.for_everyone)
        return tuple(sorted(own, key=lambda each: MOST_USED.index(each.id) if each.id in MOST_USED else len(MOST_USED)))

    def is_held(self, checklist: Checklist) -> bool:
        """Tell whether a checklist is asked of this person."""
        if checklist.kind is Kind.DEVICE:
            return self.choices.phone is not Phone.NONE
        return checklist.for_everyone or checklist.id in (self.choices.accounts or ())

    # What is chosen. Each change reads the settings afresh: another window may have changed them.

    def change(self, edit: Edit) -> None:
        """Change the person's choices. Raises Unreadable or Unwritable, and then nothing is changed."""
        self.choices = self.settings.change(edit)

    def choose(self, key: str, value: Any) -> None:  # noqa: ANN401 - any TOML value; the settings check it
        """Set one choice; None takes it out. Raises Unreadable or Unwritable, and then nothing is changed."""
        self.change(lambda _: {key: value})

    def hold(
        self, today: date, *, accounts: Iterable[str] | None = None, instead_of: Iterable[str] | None = None,
        phone: Phone | None = None,
    ) -> None:  # fmt: skip
        """Say which accounts and phone the person has, from this day on. Raises UserError.

        Accounts that are given `instead_of` others change those alone: what another window added or took out stays.
        """
        lists = [checklist for checklist in self.library.checklists.values() if checklist.for_everyone]
        devices = [checklist.id for checklist in lists if checklist.kind is Kind.DEVICE]
        everyone = [checklist.id for checklist in lists if checklist.kind is not Kind.DEVICE]
        names = None if accounts is None else frozenset(accounts)
        shown = None if instead_of is None else frozenset(instead_of)

        def edit(now: Choices) -> edits.Keys:
            chosen = names
            if names is not None and shown is not None:
                chosen = (names - shown) | ({*(now.accounts or ())} - (shown - names))
            return edits.hold(now, accounts=chosen, phone=phone, today=today, everyone=everyone, devices=devices)

        self.change(edit)

    def plan_trip(self, name: str, first: date, last: date, instead_of: str = "") -> None:
        """Enter a trip, or change the one of that name. Raises UserError; then the trips are as before."""
        self.change(lambda now: edits.plan_trip(now, name, first, last, instead_of))

    def cancel_trip(self, name: str) -> None:
        """Take a trip out. Raises UsageError where there is none of that name."""
        self.change(lambda now: edits.cancel_trip(now, name))

    def phone_numbers(self, *, whole: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give each phone's name and its numbers, masked unless the whole is asked for. Raises UserError."""
        return tuple(
            (phone.name, phone.imei if whole else tuple(map(masked, phone.imei))) for phone in self.phones.read().phones
        )

    def new_phone(self, now: datetime) -> None:
        """Let the checks of phones fall due again, and mark the old phone's numbers as old. Raises UserError."""
        self.change(lambda choices: edits.change_phone(choices, now))
        self.phones.replaced(now.date())

    # What is handed in.

    def statement(self, label: str, today: date, *, with_platforms: bool = False) -> Statement:
        """Make the statement to hand in, which tells what could not be read; nothing is kept yet. Raises UserError."""
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

    # How things stand.

    def calendar(self, listing: Listing = EMPTY) -> PersonalCalendar:
        """Give what is known of the person's own days."""
        chosen = self.choices
        return PersonalCalendar(
            joined=chosen.joined,
            trips=tuple(Trip(trip.name, trip.first, trip.last) for trip in chosen.trips),
            new_phone=chosen.new_phone,
            terms=tuple((term.first, term.last) for term in chosen.terms),
            term_time=chosen.term_time,
            every={**self.library.every, **chosen.every},
            held=chosen.held,
            began=listing.first_day,
        )

    def board(self, today: date) -> Board:
        """Give today's view of every checklist held; what could not be used is told in `problems`."""
        self.choices, found = self._read_choices()
        found += [*self._odd_choices(), *self.library.problems]
        found += take_in_drafts(self.paths.drafts, self.journal, today)
        listing = self._listing(found)
        lists = [self._status(checklist, today, listing, found) for checklist in self.held()]
        self.problems = tuple(dict.fromkeys(found))
        return build_board(lists, today, self.calendar(listing), phone=self.choices.phone)

    def status(self, checklist: Checklist, today: date) -> ChecklistStatus:
        """Give one checklist as it stands, held or not."""
        return self._status(checklist, today, self._listing([]), [])

    def _listing(self, problems: list[UserError]) -> Listing:
        try:
            listing, odd = self.journal.listing()
        except Unreadable as problem:
            problems.append(problem)
            return EMPTY
        problems.extend(odd)
        return listing

    def _status(
        self, checklist: Checklist, today: date, listing: Listing, problems: list[UserError]
    ) -> ChecklistStatus:
        latest = self._latest(checklist, today, listing)
        problems.extend(latest.problems)
        evidence: list[Evidence] = []
        if checklist.is_event:
            evidence, odd = self.journal.evidence(checklist.id, today, listing)
            problems.extend(problem for problem in odd if str(problem) not in map(str, latest.problems))
        return build_checklist_status(
            checklist, latest.answers, today, self.calendar(listing), last_done=latest.last_done, evidence=evidence
        )

    def _latest(self, checklist: Checklist, today: date, listing: Listing) -> LatestAnswers:
        """Give each check's latest answer; one that was merged takes over the newest of those it came from."""
        latest = self.journal.latest(checklist.id, {check.id for check in checklist.checks}, today, listing)
        for check in checklist.checks:
            for former in check.formerly:
                name, _, old = former.partition(":")
                latest.take_over(check.id, old, self.journal.latest(name, {old}, today, listing))
        return latest

    # Sittings.

    def sitting(self, checklist: Checklist, now: datetime) -> Sitting:
        """Begin a sitting with all of one checklist that is to be looked at."""
        board = self.board(now.date())
        status = board.find(checklist.id) or self.status(checklist, now.date())
        return self._sitting(plan_checklist(board, status), board, now)

    def ten_minutes(self, minutes: float, now: datetime) -> Sitting:
        """Begin a sitting with what matters most, for so many minutes."""
        board = self.board(now.date())
        return self._sitting(plan(board, minutes).checks, board, now)

    def _sitting(self, asked: tuple[PlannedCheck, ...], board: Board, now: datetime) -> Sitting:
        opened = board.round.opened if board.round else board.today
        return Sitting(self.journal, asked, self._notes(asked, board.today), opened, now)

    def _notes(self, asked: Iterable[PlannedCheck], today: date) -> Mapping[Key, str]:
        listing = self._listing([])
        latest: dict[str, LatestAnswers] = {}
        for each in asked:
            if each.checklist.id not in latest:
                latest[each.checklist.id] = self._latest(each.checklist, today, listing)
        return {
            (each.checklist.id, each.status.check.id): latest[each.checklist.id].note(each.status.check.id)
            for each in asked
        }

    # What was.

    def history(self, checklist_id: str, today: date) -> tuple[list[Review], list[UserError]]:
        """Give all reviews of one checklist that count, newest first, and what could not be read."""
        problems: list[UserError] = []
        reviews, odd = self.journal.reviews(checklist_id, today, self._listing(problems))
        return reviews, [*problems, *odd]

    def evidence(self, checklist: Checklist, today: date) -> tuple[list[Evidence], list[UserError]]:
        """Give the whole evidence log of a checklist, the oldest entry first, and what could not be read."""
        problems: list[UserError] = []
        entries, odd = self.journal.evidence(checklist.id, today, self._listing(problems))
        return entries, [*problems, *odd]

    def withdraw(self, review: Review, today: date, check: str | None = None) -> None:
        """Let a review, or one answer in it, no longer count; its file stays. Raises Unwritable."""
        self.journal.withdraw(review, today, check)
