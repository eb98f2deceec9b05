"""The audit: a person and their journal; hands out boards, sittings and what was."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from audit_tui.checklist import Checklist
from audit_tui.errors import Unreadable, UserError
from audit_tui.journal.drafts_0_1 import take_in_drafts
from audit_tui.journal.filenames import EMPTY, Listing
from audit_tui.journal.journal import Journal
from audit_tui.journal.latest import LatestAnswers
from audit_tui.paths import Paths
from audit_tui.person import Person
from audit_tui.record import Evidence, Review
from audit_tui.schedule.board import Board, ChecklistStatus, build_board, build_checklist_status
from audit_tui.schedule.plan import PlannedCheck, plan
from audit_tui.schedule.whole_list import plan_checklist
from audit_tui.settings import edits
from audit_tui.sitting.sitting import Key, Sitting
from audit_tui.team.folder import hand_in, named_folder
from audit_tui.team.make import make_statement
from audit_tui.team.received import Folder, read_folder
from audit_tui.team.statement import Statement

TEN_MINUTES = 10.0


class Audit:
    """One person's audit. Every method that depends on the day is told which day it is."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.person = Person(paths)
        self.journal = Journal(paths.journal)
        self.problems = tuple(self.person.problems)

    # What is handed in.

    def statement(self, label: str, today: date, *, with_platforms: bool = False) -> Statement:
        """Make the statement to hand in, which tells what could not be read; nothing is kept yet. Raises UserError."""
        chosen = self.person.settings.read()
        number = chosen.share_id or edits.make_share_id(chosen)["share_id"]
        board = self.board(today)
        return make_statement(board, number, label, with_platforms=with_platforms, unread=len(self.problems))

    def hand_in(self, statement: Statement, folder: str) -> None:
        """Keep the person's label and number, then put this very statement into a folder. Raises UserError."""
        self.person.change(lambda choices: edits.share_as(choices, statement.id, statement.label))
        hand_in(statement, named_folder(folder))

    def team(self, folder: str, today: date) -> Folder:
        """Read the statements in a folder; `today` is the day by the clock. Raises UserError."""
        return read_folder(named_folder(folder), today)

    # How things stand.

    def board(self, today: date) -> Board:
        """Give today's view of every checklist held; what could not be used is told in `problems`."""
        self.person.look_again()
        found = self.person.problems
        found += take_in_drafts(self.paths.drafts, self.journal, today)
        listing = self._listing(found)
        lists = [self._status(checklist, today, listing, found) for checklist in self.person.held()]
        self.problems = tuple(dict.fromkeys(found))
        return build_board(lists, today, self.person.calendar(listing.first_day), phone=self.person.choices.phone)

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
            checklist,
            latest.answers,
            today,
            self.person.calendar(listing.first_day),
            last_done=latest.last_done,
            evidence=evidence,
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
