"""Drafts of version 0.1.0: reviews that were never finished. Each becomes a review, once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.model import SCHEMA, Id, RecordId, RecordModel
from audit_tui.files.read import list_names, read_bytes, validate
from audit_tui.files.remove import remove_file
from audit_tui.journal.journal import Journal
from audit_tui.journal.whole import parse_record
from audit_tui.paths import is_there
from audit_tui.record import Answer, End, Evidence, Note, Review, derived_id, noon


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftEntry(RecordModel):
    """An entry of an evidence log as it stood in a draft: without a number or a moment."""

    on: date
    when: Note = ""
    what: Note
    where: Note = ""
    told: Note = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(RecordModel):
    """A review under way, as version 0.1.0 kept it."""

    KEYS: ClassVar = {"schema_": "schema", "answers": "answer"}

    schema_: Literal[1] = SCHEMA
    kind: Literal["draft"]
    id: RecordId
    checklist: Id
    title: Note = ""
    answers: tuple[Answer, ...] = ()
    evidence: tuple[DraftEntry, ...] = ()
    end: End


def take_in_drafts(folder: Path, journal: Journal, today: date) -> list[UserError]:
    """Turn every draft into reviews, one for each of its days, and remove it; give those that cannot be.

    The same draft always makes the same files, so that a crash, or two windows at once, do no harm.
    """
    problems: list[UserError] = []
    try:
        names = _names(folder)
    except Unreadable as problem:
        return [problem]
    for name in names:
        try:
            draft = _read(folder / name)
            kept, _ = journal.every(draft.checklist, today, journal.listing()[0])
            for review in _reviews(_left(draft, kept)):
                journal.create(review, journal.to_bytes(review))
            remove_file(folder / name)
        except UserError as problem:
            if is_there(folder / name):  # else another window was quicker
                problems.append(problem)
    return problems


def odd_drafts(folder: Path) -> list[UserError]:
    """Tell which drafts cannot be taken in, and take none in."""
    problems: list[UserError] = []
    with _noted(problems):
        for name in _names(folder):
            with _noted(problems):
                _read(folder / name)
    return problems


def _names(folder: Path) -> list[str]:
    return [name for name in list_names(folder) if name.endswith(".toml") and not name.startswith(".")]


@contextmanager
def _noted(problems: list[UserError]) -> Iterator[None]:
    try:
        yield
    except UserError as problem:
        problems.append(problem)


def _read(path: Path) -> Draft:
    draft = validate(Draft, parse_record(read_bytes(path), path), path)
    if draft.end.answers != len(draft.answers):
        raise Unreadable("this review under way was cut short", path=path, remedy="look into it, then remove it")
    if len({answer.check for answer in draft.answers}) != len(draft.answers):
        raise Unreadable("this review under way answers a check twice", path=path, remedy="take one of the two out")
    return draft


def _left(draft: Draft, reviews: Iterable[Review]) -> Draft:
    """Give the draft without what was finished already, for a crash may have left it behind; a withdrawal counts too.

    A review of version 0.1.0 has the number of its draft. Entries went from one draft into the next.
    """
    made = {derived_id(draft.id, *_words(entry)) for entry in draft.evidence}
    logged = {_words(entry) for review in reviews for entry in review.evidence if entry.id not in made}
    finished = {_said(answer) for review in reviews if review.id == draft.id for answer in review.answers}
    return replace(
        draft,
        answers=tuple(answer for answer in draft.answers if _said(answer) not in finished),
        evidence=tuple(entry for entry in draft.evidence if _words(entry) not in logged),
    )


def _words(entry: DraftEntry | Evidence) -> tuple[object, ...]:
    return entry.on, entry.when, entry.what, entry.where, entry.told


def _said(answer: Answer) -> tuple[object, ...]:
    return answer.check, answer.on, answer.result, answer.note


def _reviews(draft: Draft) -> list[Review]:
    days: dict[date, tuple[list[Answer], list[Evidence]]] = defaultdict(lambda: ([], []))
    for answer in draft.answers:
        days[answer.on][0].append(answer)
    for entry in draft.evidence:
        numbered = Evidence(id=derived_id(draft.id, *_words(entry)), at=noon(entry.on), **asdict(entry))
        days[entry.on][1].append(numbered)
    return [_review(draft, day, answers, evidence) for day, (answers, evidence) in sorted(days.items())]


def _review(draft: Draft, day: date, answers: list[Answer], evidence: list[Evidence]) -> Review:
    return Review(
        id=derived_id(draft.id, day), checklist=draft.checklist, title=draft.title, completed=day, recorded=noon(day),
        answers=tuple(answers), evidence=tuple(evidence), end=End(answers=len(answers), evidence=len(evidence)),
    )  # fmt: skip
