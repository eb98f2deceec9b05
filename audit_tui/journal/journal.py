"""The journal itself: keeps reviews, finds the latest answer to each check, and tells what it could not use."""

from collections.abc import Collection, Iterator
from contextlib import nullcontext, suppress
from datetime import date
from itertools import groupby
from operator import attrgetter
from os.path import lexists
from pathlib import Path

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.forgotten import Writing
from audit_tui.files.read import read_bytes
from audit_tui.journal.filenames import STUB, Entry, Listing, Withdrawn, list_folder, review_name, withdrawal_name
from audit_tui.journal.glance import speaks_of
from audit_tui.journal.latest import (
    LatestAnswers,
    ahead_problem,
    believed,
    is_ahead,
    less_withdrawn,
    parts_ahead_problem,
)
from audit_tui.journal.whole import agreeing, read_review
from audit_tui.paths import is_there
from audit_tui.record import Evidence, Review

REVIEW_HEADING = "A review, kept by audit-tui. Meant to be read; to correct it, answer again in the app."
BY_MOMENT = attrgetter("at", "id")


class Journal:
    """One folder of reviews: a file is written by the sitting that made it, and by nobody else."""

    def __init__(self, folder: Path, writing: Writing = nullcontext) -> None:
        self.folder = folder
        self._writing = writing
        self._is_swept = False
        self._sound: set[Withdrawn] = set()

    def listing(self, since: date | None = None) -> tuple[Listing, list[UserError]]:
        """List what there is, by name alone where the names are ours, and what is odd. Raises Unreadable.

        What is named by a day before `since` is left out, withdrawals too, which are named by the day of their review.
        """
        found = list_folder(self.folder, since)
        odd: list[UserError] = []
        if found.withdrawn:
            from audit_tui.journal.withdrawal import odd_withdrawals

            odd += odd_withdrawals(found, self._sound)
        if found.strays:
            from audit_tui.journal.copies import recover_copies

            found, strange = recover_copies(found)
            odd += strange
        return found, odd

    def path(self, review: Review) -> Path:
        """Give the place of a review."""
        return self.folder / review_name(review.completed, review.checklist, review.id)

    def to_bytes(self, review: Review) -> bytes:
        """Write a review as it is to stand in its file. Raises Unwritable where it would not read back."""
        from audit_tui.files.toml import to_toml

        return to_toml(review, self.path(review), REVIEW_HEADING)

    def create(self, review: Review, data: bytes) -> None:
        """Save a new review; saved twice, it is there once. Raises Unwritable.

        What an earlier crash left half written, over a day ago, is swept away with the first one.
        """
        from audit_tui.files.write import create_file, sweep_temporaries

        with self._writing():
            create_file(self.path(review), data)
        if not self._is_swept:
            sweep_temporaries(self.folder, review.recorded.timestamp())
            self._is_swept = True

    def replace(self, review: Review, before: bytes, data: bytes) -> None:
        """Put a review in the place of what its own sitting wrote before. Raises ChangedElsewhere, Unwritable."""
        from audit_tui.files.write import replace_own

        with self._writing():
            replace_own(self.path(review), before, data)

    def remove(self, review: Review, before: bytes) -> None:
        """Remove a review that holds nothing any more, if its own sitting wrote it last. Raises ChangedElsewhere."""
        from audit_tui.files.remove import remove_own

        with self._writing():
            remove_own(self.path(review), before)

    def holds(self, review: Review, data: bytes) -> bool:
        """Tell whether a review's file is there with exactly these bytes. Raises Unreadable."""
        return is_there(path := self.path(review)) and read_bytes(path) == data

    def on_disk(self, review: Review) -> Review | None:
        """Give a review as it now stands in its file, if it is there, can be read and is still the same one."""
        path = self.path(review)
        with suppress(Unreadable):
            found = read_review(read_bytes(path), path)
            return found if self.path(found) == path else None
        return None

    def withdraw(self, review: Review, withdrawn: date, check: str | None = None) -> None:
        """Let a review, or one answer in it, no longer count, without touching it. Raises Unwritable."""
        from audit_tui.files.write import create_file, keep_name
        from audit_tui.journal.withdrawal import withdrawal_of

        path = self._withdrawal(review, check)
        if lexists(path):
            keep_name(path)
        else:
            with self._writing():
                create_file(path, withdrawal_of(review, withdrawn, check, path))

    def is_withdrawn(self, review: Review, check: str | None = None) -> bool:
        """Tell whether a review, or its answer to a check, was withdrawn, by another window for example."""
        return lexists(self._withdrawal(review, None)) or lexists(self._withdrawal(review, check))

    def withdrawals(self, checklist_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the files that withdraw reviews of a checklist, and single answers; none where nothing can be listed."""
        with suppress(Unreadable):
            return self.listing()[0].withdrawals(checklist_id)
        return (), ()

    def _withdrawal(self, review: Review, check: str | None) -> Path:
        return self.folder / withdrawal_name(review.completed, review.checklist, review.id, check)

    def latest(self, checklist_id: str, wanted: Collection[str], today: date, listing: Listing) -> LatestAnswers:
        """Read one checklist's reviews, newest first, until every wanted check has its latest answer.

        A whole file that names no check still looked for is not even parsed: cost follows the checks, not the years.
        """
        found = LatestAnswers(frozenset(wanted))
        for day, same_day in groupby(listing.entries(checklist_id), key=lambda entry: entry.day):
            open_checks = found.open_on(day)
            if not open_checks:
                break
            for entry in same_day:
                if listing.counts(checklist_id, entry.stub):
                    for review in self._read(entry, open_checks, today, found.problems):
                        found.take(less_withdrawn(review, listing))
        return found

    def latest_and_log(
        self, checklist_id: str, wanted: Collection[str], today: date, listing: Listing
    ) -> tuple[LatestAnswers, list[Evidence]]:
        """Read all of one checklist's reviews for its latest answers and its evidence log, each file once."""
        found = LatestAnswers(frozenset(wanted))
        log: list[Evidence] = []
        for entry in listing.entries(checklist_id):
            open_checks = found.open_on(entry.day)
            for review in self._read(entry, None, today, found.problems):
                log += review.evidence
                if listing.counts(checklist_id, entry.stub) and review.checks & open_checks:
                    found.take(less_withdrawn(review, listing))
        return found, sorted(log, key=BY_MOMENT)

    def reviews(self, checklist_id: str, today: date, listing: Listing) -> tuple[list[Review], list[UserError]]:
        """Read every review of one checklist that counts, newest first, and the problems met."""
        every, problems = self.every(checklist_id, today, listing)
        counted = [review for review in every if listing.counts(checklist_id, review.id[:STUB])]
        return [less_withdrawn(review, listing) for review in counted], problems

    def evidence(self, checklist_id: str, today: date, listing: Listing) -> tuple[list[Evidence], list[UserError]]:
        """Give one checklist's whole evidence log, of withdrawn reviews too, the oldest first, and the problems met."""
        every, problems = self.every(checklist_id, today, listing)
        return sorted((entry for review in every for entry in review.evidence), key=BY_MOMENT), problems

    def every(self, checklist_id: str, today: date, listing: Listing) -> tuple[list[Review], list[UserError]]:
        """Read every review of one checklist, withdrawn ones too, newest first, and the problems met."""
        problems: list[UserError] = []
        found = [each for entry in listing.entries(checklist_id) for each in self._read(entry, None, today, problems)]
        found.sort(key=lambda review: (review.completed, review.recorded, review.id), reverse=True)
        return found, problems

    def _read(
        self, entry: Entry, named: Collection[str] | None, today: date, problems: list[UserError]
    ) -> Iterator[Review]:
        """Give the review of an entry, if it is believed and names what is looked for; remember why it is not used."""
        if is_ahead(entry.day, today):
            problems.append(ahead_problem(entry.path, entry.day, today))
            return
        try:
            data = read_bytes(entry.path)
            if named is not None and not speaks_of(data, named):
                return
            review, ahead = believed(agreeing(entry, read_review(data, entry.path)), today)
        except UserError as problem:
            problems.append(problem)
            return
        if ahead:
            problems.append(parts_ahead_problem(entry.path, ahead, today))
        if review.answers or review.notes or review.evidence:
            yield review
