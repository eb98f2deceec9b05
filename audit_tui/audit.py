"""The audit: a person and their journal; hands out boards, sittings and what was."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable, Unwritable, UserError
from audit_tui.journal.filenames import Listing
from audit_tui.journal.journal import Journal
from audit_tui.journal.reading import Reading, read_checklists
from audit_tui.paths import Paths, is_there
from audit_tui.person import Person
from audit_tui.record import Evidence, Review
from audit_tui.schedule.board import Board, ChecklistStatus, build_board, build_checklist_status
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.schedule.plan import Plan, PlannedCheck, plan
from audit_tui.settings.choices import Phone

if TYPE_CHECKING:
    from audit_tui.school.found import Found
    from audit_tui.sitting.sitting import Sitting
    from audit_tui.team.statement import Statement
    from audit_tui.team.team import Team

TEN_MINUTES = 10.0


class Seen(NamedTuple):
    """All that a board is made of; the same makes the same board, so it is made once."""

    held: tuple[Checklist, ...]
    reading: Reading
    today: date
    calendar: PersonalCalendar
    phone: Phone | None

    def board(self) -> Board:
        """Make the board."""
        lists = [_status(checklist, self.reading, self.today, self.calendar) for checklist in self.held]
        return build_board(lists, self.today, self.calendar, phone=self.phone)


class Audit:
    """One person's audit. Every method that depends on the day is told which day it is."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.person = Person(paths)
        self.journal = Journal(paths.journal, self.person.watch.writing)
        self._seen: tuple[Seen, Board] | None = None
        self._planned: tuple[Board, float, Plan] | None = None
        self.problems = tuple(self.person.problems)

    # What is chosen.

    def choose_school(self, typed: str, today: date) -> "Found | None":
        """Take a folder as the school's, or none; its lists are asked from this day on. Raises UserError."""
        found = self.person.choose_school(typed)
        self.person.note_held(today)
        self.problems = tuple(self.person.problems)
        return found

    # What is handed in.

    def statement(self, label: str, today: date, *, with_platforms: bool = False) -> "Statement":
        """Make the statement to hand in, which tells what could not be read; nothing is kept yet. Raises UserError."""
        from audit_tui.settings.edits import make_share_id
        from audit_tui.team.make import make_statement

        chosen = self.person.settings.read()
        number = chosen.share_id or make_share_id(chosen)["share_id"]
        board, issue = self.board(today), chosen.shared + 1
        return make_statement(
            board, number, label, with_platforms=with_platforms, unread=len(self.problems), issue=issue
        )

    def hand_in(self, statement: "Statement", folder: str) -> list[Unwritable]:
        """Keep label and number, put this very statement into a folder; give what is left there. Raises UserError."""
        from audit_tui.settings.edits import share_as
        from audit_tui.team import folder as shared

        own, place, before = statement, shared.named_folder(folder), self.person.settings.read().label
        shared.check_earlier(own, place)
        self.person.change(lambda choices: share_as(choices, own.id, own.label, own.issue, str(place.absolute())))
        shared.hand_in(own, place)
        return shared.remove_earlier(own, place, before)

    def team(self, folder: str, today: date, roster: str = "", column: str | None = None) -> "Team":
        """Sum up a folder of statements, held against a list if one is named; today by the clock. Raises UserError."""
        from audit_tui.team.folder import named_folder
        from audit_tui.team.received import read_folder
        from audit_tui.team.roster import read_roster
        from audit_tui.team.team import build_team

        listed = read_roster(named_folder(roster), column or None) if roster else None
        return build_team(read_folder(named_folder(folder), today), today, listed)

    def keep_team(self, folder: str, roster: str) -> None:
        """Keep which folder and which list a lead named, so that they stand there the next time. Raises UserError."""
        from audit_tui.settings.edits import sum_up
        from audit_tui.team.folder import named_folder

        place, listed = str(named_folder(folder).absolute()), str(named_folder(roster).absolute()) if roster else ""
        if (place, listed) != (self.person.choices.team_folder, self.person.choices.team_list or ""):
            self.person.change(lambda choices: sum_up(choices, place, listed))

    # How things stand.

    def board(self, today: date) -> Board:
        """Give today's view of every checklist held; what could not be used is told in `problems`."""
        return self._look(today)[0]

    def status(self, checklist: Checklist, today: date) -> ChecklistStatus:
        """Give one checklist as it stands, held or not."""
        reading = self._read([checklist], today, [])
        return _status(checklist, reading, today, self.person.calendar(reading.first_day))

    def _look(self, today: date, *others: Checklist) -> tuple[Board, Reading]:
        """Give today's view, and what was read for it and for other checklists, which may not be held."""
        self.person.look_again()
        found = self.person.problems
        found += self._take_in_drafts(today)
        held = self.person.held()
        reading = self._read([*held, *(each for each in others if not self.person.is_held(each))], today, found)
        found += (problem for checklist in held for problem in reading.latest[checklist.id].problems)
        self.problems = tuple(dict.fromkeys(found))
        seen = Seen(held, reading, today, self.person.calendar(reading.first_day), self.person.choices.phone)
        if self._seen is None or self._seen[0] != seen:
            self._seen = seen, seen.board()
        return self._seen[1], reading

    def _take_in_drafts(self, today: date) -> list[UserError]:
        """Take in what version 0.1.0 left half done, where it left anything."""
        if not is_there(self.paths.drafts):
            return []
        from audit_tui.journal.drafts_0_1 import take_in_drafts

        return take_in_drafts(self.paths.drafts, self.journal, today)

    def _read(self, checklists: Collection[Checklist], today: date, problems: list[UserError]) -> Reading:
        return read_checklists(self.journal, checklists, today, self._listing(problems))

    def _listing(self, problems: list[UserError]) -> Listing:
        try:
            listing, odd = self.journal.listing()
        except Unreadable as problem:
            problems.append(problem)
            return Listing(self.paths.journal, {}, {})
        problems.extend(odd)
        return listing

    # Sittings.

    def plan(self, board: Board, minutes: float) -> Plan:
        """Plan so many minutes; what was planned last for this very board still holds."""
        last = self._planned
        if last is None or last[0] is not board or last[1] != minutes:
            self._planned = last = board, minutes, plan(board, minutes)
        return last[2]

    def get_ready(self) -> None:
        """Bring in what a sitting quotes and what keeps an answer, so that the first key does not wait for it."""
        import tomli_w  # noqa: F401 - each is found by the import where it is used

        import audit_tui.files.toml
        import audit_tui.files.write
        import audit_tui.sitting.sitting  # noqa: F401

        tuple(self.person.library.policies.values())

    def sitting(self, checklist: Checklist, now: datetime) -> "Sitting":
        """Begin a sitting with all of one checklist that is to be looked at."""
        from audit_tui.schedule.whole_list import plan_checklist

        board, reading = self._look(now.date(), checklist)
        status = board.find(checklist.id) or _status(checklist, reading, board.today, board.calendar)
        return self._sitting(plan_checklist(board, status), board, reading, now)

    def ten_minutes(self, minutes: float, now: datetime) -> "Sitting":
        """Begin a sitting with what matters most, for so many minutes."""
        board, reading = self._look(now.date())
        return self._sitting(self.plan(board, minutes).checks, board, reading, now)

    def _sitting(self, asked: tuple[PlannedCheck, ...], board: Board, reading: Reading, now: datetime) -> "Sitting":
        from audit_tui.sitting.sitting import Sitting, key

        self.person.sweep(now)
        opened = board.round.opened if board.round else board.today
        notes = {key(each): reading.latest[each.checklist.id].note(each.status.check.id) for each in asked}
        return Sitting(self.journal, asked, notes, opened, now)

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


def _status(checklist: Checklist, reading: Reading, today: date, calendar: PersonalCalendar) -> ChecklistStatus:
    latest, log = reading.latest[checklist.id], reading.logs.get(checklist.id, ())
    return build_checklist_status(checklist, latest.answers, today, calendar, last_done=latest.last_done, evidence=log)
