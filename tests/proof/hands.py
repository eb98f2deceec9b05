"""A person at one machine, who does what can be done and remembers in plain tables what was said."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.files.read import read_model
from audit_tui.paths import Paths
from audit_tui.record import Result, Review
from audit_tui.schedule.board import ChecklistStatus
from audit_tui.sitting.given import AnswerInput, EvidenceInput
from audit_tui.sitting.sitting import Sitting

from ..conftest import CHIRP, RULES, TODAY
from ..sitting_cases import begin
from .plain_table import Page, Table

CHECKS = ("private", "location", "old-posts")
NAMED = "*_chirp_????????.toml"


def new_audit(home: Path) -> Audit:
    """Open the audit of somebody with two short lists, one of which is an account of theirs."""
    library = home / "checklists"
    if not library.exists():
        library.mkdir(parents=True)
        (library / "chirp.toml").write_text(CHIRP.replace('clauses = ["elm-lane:1.1"]\n', ""))
        (library / "rules.toml").write_text(RULES)
        (home / "settings.toml").write_text(f'schema = 1\naccounts = ["chirp"]\nheld = {{chirp = {TODAY}}}\n')
    return Audit(Paths(home / "settings.toml", home / "journal", home / "drafts", library))


@dataclass(slots=True)
class Clock:
    """A clock that can be put wrong; it never shows one moment twice."""

    now: datetime = datetime(2026, 3, 2, 9, tzinfo=UTC)
    count: int = 0

    def tick(self, zone: int) -> datetime:
        """Give the moment it shows, a little later each time, on the wall of a time zone."""
        self.count += 1
        return (self.now + timedelta(microseconds=self.count)).astimezone(timezone(timedelta(hours=zone)))


class Hand:
    """One person at one machine, with one sitting at a time."""

    def __init__(self, home: Path, table: Table, clock: Clock, zone: int = 0) -> None:
        self.home = home
        self.table = table
        self.clock = clock
        self.zone = zone
        self.begin()

    def begin(self) -> None:
        """Open the program anew, and begin a sitting; whatever was open before is gone."""
        self.audit = new_audit(self.home)
        self.number = self.clock.count
        self.sitting: Sitting = begin(self.audit, self.tick())

    def tick(self) -> datetime:
        return self.clock.tick(self.zone)

    @property
    def today(self) -> date:
        return self.clock.now.astimezone(timezone(timedelta(hours=self.zone))).date()

    @property
    def chirp(self) -> Checklist:
        return self.audit.person.library.checklists["chirp"]

    def status(self) -> ChecklistStatus:
        """Give the account's list as it stands on the board."""
        status = self.audit.board(self.today).find("chirp")
        assert status
        return status

    # What is said.

    def answer(self, position: int, result: Result) -> None:
        now, check, note = self.tick(), CHECKS[position], self.sitting.note(position)
        said = Page(self.number, now, {check: (now, result)})
        page = self.table.current(self.number, now.date())
        if note and not (page and check in page.notes):
            said.notes[check] = (now, note)
        self.sitting.answer(position, AnswerInput(result), now)
        self.table.keep(said)

    def remark(self, position: int, text: str) -> None:
        now = self.tick()
        if self.sitting.note(position) != text:
            self.sitting.remark(position, text, now)
            self.table.keep(Page(self.number, now, notes={CHECKS[position]: (now, text)}))

    def log(self) -> None:
        now = self.tick()
        what = f"call {self.clock.count}"
        self.sitting.log(self.chirp, EvidenceInput(what), now)
        self.table.keep(Page(self.number, now, entries={what}))

    def take_back(self, position: int) -> None:
        if self.sitting.given(position):
            now = self.tick()
            self.sitting.take_back(position, now)
            self.table.take_back(self.number, CHECKS[position], now)

    def undo(self) -> None:
        now = self.tick()
        self.sitting.undo(now)
        self.table.undo(self.number, now)

    def withdraw(self, page: Page, check: str | None) -> None:
        """Let a page no longer count, or one answer on it."""
        self.audit.withdraw(read_model(Review, self.audit.paths.journal / page.file), self.today, check)
        page.withdrawn.add(check)

    # What is on disk.

    def find_files(self) -> None:
        """Find the file of each page that has one, by what stands in it: read plainly, as any program would."""
        known = {page.file for page in self.table.pages}
        files = {_moments(path): path.name for path in self.audit.paths.journal.glob(NAMED) if path.name not in known}
        for page in self.table.pages:
            if not page.is_empty and not page.file:
                assert page.moments in files, "what was said stands in no file"
                page.file = files[page.moments]


def _moments(path: Path) -> frozenset[object]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError:
        return frozenset()
    said = [*table.get("answer", ()), *table.get("note", ())]
    return frozenset({*(each["at"] for each in said), *(each["what"] for each in table.get("evidence", ()))})
