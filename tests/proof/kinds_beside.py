"""Kinds of file that stand beside the home: drafts of version 0.1.0, backups, and calendars that are made anew."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_tui.cli.own_calendar import replace_calendar
from audit_tui.errors import UserError
from audit_tui.files.read import read_model
from audit_tui.files.table import as_table
from audit_tui.journal.drafts_0_1 import take_in_drafts
from audit_tui.journal.journal import Journal
from audit_tui.kept.backup import read_backup
from audit_tui.record import Review

from .kinds import KINDS, LATER, Kind, Table, Taken, told_of
from .whole import BACKUP, CALENDAR, DRAFTS

NEIGHBOUR = "cyberbullying"
NEW = b"a calendar made anew"


def _drafts(home: Path) -> Taken:
    """Take drafts in on trial; what became of each is told from the reviews that then are in the journal."""
    with TemporaryDirectory() as scratch:
        drafts, journal = Path(scratch, "drafts"), Journal(Path(scratch, "journal"))
        shutil.copytree(home / DRAFTS, drafts)
        told = told_of(take_in_drafts(drafts, journal, LATER))
        reviews = [read_model(Review, path) for path in sorted(journal.folder.glob("*.toml"))]
        left = {path.name for path in drafts.iterdir()}
    assert left <= told, "a draft was left without a word"
    standing = [path for path in (home / DRAFTS).iterdir() if path.name not in told]
    return Taken({path.name: _became(path, reviews) for path in standing}, told)


def _became(draft: Path, reviews: list[Review]) -> Table:
    """Give what became of a draft, in the order in which it stood there; a damaged one may be split by its days."""
    data, is_neighbour = draft.read_text(encoding="utf-8"), draft.name.startswith(NEIGHBOUR)
    own = [as_table(each) for each in reviews if (each.checklist == NEIGHBOUR) == is_neighbour]
    parts = {"answer": "check", "evidence": "what"}
    return {
        part: sorted((item for each in own for item in each[part]), key=lambda item: data.find(f'"{item[key]}"'))
        for part, key in parts.items()
    }


def _backup(home: Path) -> Taken:
    path = home / BACKUP
    try:
        return Taken({path.name: dict(read_backup(path))}, frozenset())
    except UserError as problem:
        return Taken({}, told_of([problem]))


def _calendar(home: Path) -> Taken:
    """Make a calendar anew in the place of the one there is, on trial; one that is not ours stays to the byte."""
    with TemporaryDirectory() as scratch:
        path = Path(scratch, CALENDAR)
        shutil.copy(home / CALENDAR, path)
        before = path.read_bytes()
        try:
            replace_calendar(path, NEW)
        except UserError as problem:
            assert path.read_bytes() == before, "what was told of was written over"
            return Taken({}, told_of([problem]))
        return Taken({path.name: {"is": path.read_bytes()}}, frozenset())


EVERY_KIND = (
    *KINDS,
    Kind("draft", f"{DRAFTS}/facebook*.toml", _drafts, has_end=True, patient=True, cost=5),
    Kind("backup", BACKUP, _backup, has_sums=True),
    Kind("calendar", CALENDAR, _calendar, has_sums=True, cost=5),
)
