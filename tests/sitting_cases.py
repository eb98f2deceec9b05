"""Sittings with the small library, and what they leave on disk, for the tests of the journal and of the sitting."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.files.read import read_model
from audit_tui.journal.journal import Journal
from audit_tui.journal.latest import LatestAnswers
from audit_tui.record import Answer, End, Result, Review
from audit_tui.schedule.plan import PlannedCheck
from audit_tui.sitting.given import AnswerInput
from audit_tui.sitting.sitting import Sitting, key

from .conftest import TODAY

CHECKS = ("private", "location", "old-posts")
PASS, FAIL, FIXED = (AnswerInput(result) for result in (Result.PASS, Result.FAIL, Result.FIXED))
WAIVED = AnswerInput(Result.WAIVED, "school film club", "head teacher", date(2026, 12, 24))
SECOND = timedelta(seconds=1)


def moment(hour: int = 9, minute: int = 0, day: date = TODAY, zone: tzinfo = UTC) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


NINE = moment(9)


def begin(audit: Audit, now: datetime = NINE, *names: str) -> Sitting:
    """Begin a sitting with every check of some checklists, Chirp if none is named."""
    statuses = [audit.status(audit.person.library.checklists[name], now.date()) for name in names or ("chirp",)]
    asked = [PlannedCheck(each.checklist, check, 1.0, same_page=False) for each in statuses for check in each.checks]
    latest = audit._read([each.checklist for each in statuses], now.date(), []).latest
    notes = {key(each): latest[each.checklist.id].note(each.status.check.id) for each in asked}
    return Sitting(audit.journal, asked, notes, now.date(), now)


def files(audit: Audit) -> list[Path]:
    return sorted(audit.paths.journal.glob("*.toml"))


def kept(path: Path) -> Review:
    return read_model(Review, path)


def latest(audit: Audit, today: date = TODAY) -> LatestAnswers:
    return standing(audit.journal, today)


def standing(journal: Journal, today: date = TODAY, *wanted: str) -> LatestAnswers:
    listing, odd = journal.listing()
    found = journal.latest("chirp", wanted or CHECKS, today, listing)
    found.problems[:0] = odd
    return found


def results(audit: Audit, today: date = TODAY) -> dict[str, Result]:
    """Give what counts, and insist that nothing is odd."""
    found = latest(audit, today)
    assert found.problems == []
    return {check: answer.result for check, answer in found.answers.items()}


def review(number: int, given: dict[str, Result], recorded: datetime = NINE, *, note: str = "") -> Review:
    """Make a review of Chirp as a sitting would write it."""
    answers = tuple(
        Answer(check=check, on=recorded.date(), at=recorded, result=result, expect="So", revision=1, note=note)
        for check, result in given.items()
    )
    return Review(
        id=f"{number:08x}{0:08x}", checklist="chirp", title="Chirp", completed=recorded.date(),
        recorded=recorded, answers=answers, end=End(answers=len(answers), notes=0, evidence=0),
    )  # fmt: skip


def save(journal: Journal, made: Review) -> Path:
    journal.create(made, journal.to_bytes(made))
    return journal.path(made)
