"""The latest answer to each check: the newest moment wins, and what is dated ahead of the clock is not believed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from audit_tui.errors import Unreadable, UserError
from audit_tui.journal.filenames import STUB, Listing
from audit_tui.record import Answer, Evidence, Remark, Review
from audit_tui.text import format_date, join_words

DAY = timedelta(days=1)
AHEAD = DAY
MOST_NAMED = 3


@dataclass(slots=True)
class LatestAnswers:
    """What one checklist's reviews say today: for each check its latest answer with the review it stands in, and note.

    A file is named by its day where it was written, so two time zones may put two moments in the other order:
    `newer_from` is for each check the number of the first day by which anything newer may be named anywhere on earth.
    """

    wanted: frozenset[str]
    answers: dict[str, Answer] = field(default_factory=dict)
    reviews: dict[str, str] = field(default_factory=dict)
    notes: dict[str, tuple[str, Remark]] = field(default_factory=dict)
    last_done: date | None = None
    newer_from: dict[str, int] = field(default_factory=dict, compare=False)
    problems: list[UserError] = field(default_factory=list, compare=False)

    def open_on(self, day: date) -> frozenset[str]:
        """Give the checks for which a file of that day may still say something newer."""
        number = day.toordinal()
        return frozenset(check for check in self.wanted if self.newer_from.get(check, number) <= number)

    def take(self, review: Review) -> None:
        """Take in what a review says of the wanted checks."""
        if review.answers:
            self.last_done = max(self.last_done or review.completed, review.completed)
        for answer in review.answers:
            if answer.check in self.wanted and self._is_newer(review, answer):
                self.answers[answer.check], self.reviews[answer.check] = answer, review.id
                self.newer_from[answer.check] = min(answer.on.toordinal(), _utc_day(answer.at)) - 1
        for remark in review.notes:
            kept = self.notes.get(remark.check)
            if remark.check in self.wanted and (kept is None or (remark.at, review.id) > (kept[1].at, kept[0])):
                self.notes[remark.check] = (review.id, remark)

    def _is_newer(self, review: Review, answer: Answer) -> bool:
        kept = self.answers.get(answer.check)
        return kept is None or (answer.at, review.id) > (kept.at, self.reviews[answer.check])

    def take_over(self, check: str, former: str, other: "LatestAnswers") -> None:
        """Let a check have the answer to the one it was merged from, where that is the newer."""
        answer = other.answers.get(former)
        if answer and (check not in self.answers or answer.at > self.answers[check].at):
            self.answers[check], self.reviews[check] = answer, other.reviews[former]

    def note(self, check: str) -> str:
        """Give the note that stands for a check: the newest of those written by themselves and its latest answer's."""
        answer = self.answers.get(check)
        _, remark = self.notes.get(check, ("", None))
        if remark and (answer is None or not answer.note or remark.at >= answer.at):
            return remark.text
        return answer.note if answer else ""


def is_ahead(day: date, today: date) -> bool:
    """Tell whether a day is ahead of the clock by more than a day."""
    return day - today > AHEAD


def believed(review: Review, today: date) -> tuple[Review, tuple[str, ...]]:
    """Give a review without what is dated ahead of the clock, and name each part that was left out, with its day."""
    answers = tuple(a for a in review.answers if not is_ahead(_day_of(a), today))
    notes = tuple(note for note in review.notes if not is_ahead(note.at.date(), today))
    evidence = tuple(entry for entry in review.evidence if not is_ahead(_day_of(entry), today))
    if (answers, notes, evidence) == (review.answers, review.notes, review.evidence):
        return review, ()
    left_out = (
        *(f"the answer to {a.check} ({format_date(_day_of(a))})" for a in review.answers if a not in answers),
        *(f"the note on {n.check} ({format_date(n.at.date())})" for n in review.notes if n not in notes),
        *(f"an entry of its log ({format_date(_day_of(e))})" for e in review.evidence if e not in evidence),
    )
    return replace(review, answers=answers, notes=notes, evidence=evidence), left_out


def less_withdrawn(review: Review, listing: Listing) -> Review:
    """Give a review without the answers in it that were withdrawn one by one."""
    stub = review.id[:STUB]
    answers = tuple(a for a in review.answers if listing.counts(review.checklist, stub, a.check))
    return review if answers == review.answers else replace(review, answers=answers)


def _utc_day(at: datetime) -> int:
    """Give the number of a moment's day by UTC, which at the ends of the calendar is no date any more."""
    time = timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)
    return at.toordinal() + (time - (at.utcoffset() or timedelta())) // DAY


def _day_of(part: Answer | Evidence) -> date:
    return max(part.on, part.at.date())


def ahead_problem(path: Path, day: date, today: date) -> Unreadable:
    """Say that a whole file is dated ahead of the day for which it is read."""
    return _ahead(path, f"this is dated {format_date(day)}, later than {format_date(today)}, so it is not counted")


def parts_ahead_problem(path: Path, parts: Sequence[str], today: date) -> Unreadable:
    """Say which parts of a file are dated ahead of that day; the rest of it counts."""
    named = [*parts[:MOST_NAMED], *([f"{len(parts) - MOST_NAMED} more"] if len(parts) > MOST_NAMED else [])]
    return _ahead(path, f"dated later than {format_date(today)}, so not counted: {join_words(named)}")


def _ahead(path: Path, what: str) -> Unreadable:
    return Unreadable(what, path=path, remedy="check the clock of the computer that wrote it")
