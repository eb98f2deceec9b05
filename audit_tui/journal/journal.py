"""The journal itself: keeps reviews, finds the latest answer to each check, and tells what it could not use."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.read import parse_toml, read_bytes, validate
from audit_tui.files.toml import to_toml
from audit_tui.files.write import create_file, sweep_temporaries
from audit_tui.journal.copies import recover_copies
from audit_tui.journal.filenames import Entry, Listing, list_folder, review_name, withdrawal_name
from audit_tui.record import Answer, Review, Withdrawal
from audit_tui.text import format_date

REVIEW_HEADING = "A finished review, kept by audit-tui. Meant to be read; to correct it, do a new review in the app."
WITHDRAWAL_HEADING = "This says that one review beside it is not to count. Remove this file to let it count again."
AHEAD = timedelta(days=1)
WHOLE = re.compile(rb"\[end\]\nanswers = \d+\n$")


@dataclass(slots=True)
class LatestAnswers:
    """What one checklist's reviews say today: the latest answer for each check, and the newest review's day."""

    answers: dict[str, Answer] = field(default_factory=dict)
    last_done: date | None = None
    problems: list[UserError] = field(default_factory=list)


class Journal:
    """One folder of finished reviews: files are created once and never opened for writing again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def index(self) -> tuple[Listing, list[UserError]]:
        """List what there is, by name alone where the names are ours, and what is odd. Raises Unreadable."""
        return recover_copies(list_folder(self.folder))

    def keep(self, review: Review) -> Path:
        """Save a finished review under its own name; saved twice, it is there once. Raises Unwritable.

        What an earlier crash left half written, over a day ago, is swept away.
        """
        path = self.folder / review_name(review.completed, review.checklist, review.id)
        create_file(path, to_toml(review, path, REVIEW_HEADING))
        sweep_temporaries(self.folder, review.recorded.timestamp())
        return path

    def withdraw(self, review: Review, withdrawn: date, reason: str = "") -> Path:
        """Let a review no longer count, without touching it. Raises Unwritable."""
        path = self.folder / withdrawal_name(review.completed, review.checklist, review.id)
        record = Withdrawal(
            id=review.id,
            checklist=review.checklist,
            completed=review.completed,
            withdrawn=withdrawn,
            reason=reason,
        )
        if not path.exists():
            create_file(path, to_toml(record, path, WITHDRAWAL_HEADING))
        return path

    def standing(self, checklist_id: str, wanted: Collection[str], today: date, listing: Listing) -> LatestAnswers:
        """Read one checklist's reviews, newest first, until every wanted check has its latest answer.

        A whole file in which no wanted check is named is not even parsed: the cost follows the checks, not the years.
        """
        standing = LatestAnswers()
        missing = set(wanted)
        for review in self._newest_first(checklist_id, missing, today, listing, standing.problems):
            standing.last_done = standing.last_done or review.completed
            for answer in review.answers:
                if answer.check in missing:
                    standing.answers[answer.check] = answer
            missing -= {answer.check for answer in review.answers}
        return standing

    def reviews(self, checklist_id: str, listing: Listing) -> tuple[list[Review], list[UserError]]:
        """Read every review of one checklist that counts, newest first, and the problems met."""
        problems: list[UserError] = []
        return list(self._newest_first(checklist_id, None, date.max, listing, problems)), problems

    def _newest_first(
        self,
        checklist_id: str,
        missing: set[str] | None,
        today: date,
        listing: Listing,
        problems: list[UserError],
    ) -> Iterator[Review]:
        entries = [e for e in listing.entries.get(checklist_id, ()) if (checklist_id, e.stub) not in listing.withdrawn]
        for when, same_day in groupby(entries, key=lambda entry: entry.day):
            if missing is not None and not missing:
                return
            if when - today > AHEAD:
                problems.extend(_ahead(entry) for entry in same_day)
                continue
            found = [review for entry in same_day if (review := self._read(entry, missing, problems))]
            yield from sorted(found, key=lambda review: (review.recorded, review.id), reverse=True)

    def _read(self, entry: Entry, missing: set[str] | None, problems: list[UserError]) -> Review | None:
        try:
            data = read_bytes(entry.path)
            if missing is not None and WHOLE.search(data) and not any(f'"{name}"'.encode() in data for name in missing):
                return None
            return _agreeing(entry, validate(Review, parse_toml(data, entry.path), entry.path))
        except UserError as problem:
            problems.append(problem)
            return None


def _ahead(entry: Entry) -> UserError:
    return Unreadable(
        f"this is dated {format_date(entry.day)}, which is still to come, so it is not counted",
        path=entry.path, remedy="check the clock of the computer that wrote it",
    )  # fmt: skip


def _agreeing(entry: Entry, review: Review) -> Review:
    if (review.completed, review.checklist, review.id[:8]) != (entry.day, entry.checklist, entry.stub):
        proper = review_name(review.completed, review.checklist, review.id)
        raise Unreadable(
            "its name does not fit what is in it, so it is not counted", path=entry.path,
            remedy=f"if it is yours, call it {proper}",
        )  # fmt: skip
    return review
