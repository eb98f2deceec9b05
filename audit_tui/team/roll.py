"""A list of those who were asked, held against what was handed in: nobody is taken for somebody else."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from audit_tui.team.near import Near, as_seen


class Entry(NamedTuple):
    """One label, with the school it belongs to, if there are several."""

    school: str
    label: str


class Listed(StrEnum):
    """Whether a statement's label stands in the list."""

    YES = "yes"
    IN_QUESTION = "in question"
    NO = "no"


class Awaited(NamedTuple):
    """Somebody on the list under whose very label nothing was handed in; in question where a label comes near."""

    school: str
    label: str
    in_question: bool


class Question(NamedTuple):
    """A label of the list and one of a statement that may mean one person: only the lead can tell.

    `school` is the one in the list, `where` the one in whose folder the statement lies: most often the same.
    """

    school: str
    listed: str
    handed_in: str
    where: str


S = TypeVar("S", Entry, Awaited, Question)


class RollCall(NamedTuple):
    """The list held against the statements: `listed` labels, of which some are awaited, and what is to be asked.

    `labels` says of every label that was handed in whether it stands in the list.
    """

    listed: tuple[Entry, ...]
    awaited: tuple[Awaited, ...]
    questions: tuple[Question, ...]
    labels: dict[Entry, Listed]

    @property
    def missing(self) -> int:
        """How many on the list handed in nothing, beyond any question."""
        return sum(not one.in_question for one in self.awaited)

    @property
    def in_question(self) -> int:
        """How many on the list may have handed in under a label that comes near theirs."""
        return len(self.awaited) - self.missing

    @property
    def handed_in(self) -> int:
        """How many on the list handed in under that very label."""
        return len(self.listed) - len(self.awaited)

    def by_school(self) -> "dict[str, RollCall]":
        """Give the part of each school."""
        entries, awaited = _apart(self.listed), _apart(self.awaited)
        questions, labels = _apart(self.questions), _apart(self.labels)
        return {
            school: RollCall(
                tuple(entries[school]),
                tuple(awaited[school]),
                tuple(questions[school]),
                {one: self.labels[one] for one in labels[school]},
            )
            for school in entries.keys() | labels.keys()
        }


def _apart(all_told: Iterable[S]) -> dict[str, list[S]]:
    parts: dict[str, list[S]] = defaultdict(list)
    for one in all_told:
        parts[one.school].append(one)
    return parts


def call_roll(listed: Iterable[Entry], handed_in: Iterable[Entry]) -> RollCall:
    """Hold a list against the labels that were handed in, each school by itself."""
    entries = tuple(dict.fromkeys(Entry(one.school, as_seen(one.label)) for one in listed))
    found = dict.fromkeys(Entry(one.school, as_seen(one.label)) for one in handed_in)
    there = {*entries} & found.keys()
    strange = [one for one in found if one not in there]
    questions = tuple(_questions(entries, there, strange))
    doubted = {Entry(one.school, one.listed) for one in questions}
    asked = {Entry(one.where, one.handed_in) for one in questions}
    awaited = tuple(Awaited(*one, one in doubted) for one in entries if one not in there)
    labels = dict.fromkeys(there, Listed.YES)
    labels |= {one: Listed.IN_QUESTION if one in asked else Listed.NO for one in strange}
    return RollCall(entries, awaited, questions, labels)


def _questions(entries: tuple[Entry, ...], there: set[Entry], strange: list[Entry]) -> Iterable[Question]:
    """Pair what may be one person: but for another way to write it, only where both sides have nobody else."""
    listed, elsewhere = _apart(entries), _by_label(one for one in entries if one not in there)
    for school, labels in _apart(strange).items():
        everybody = Near(one.label for one in listed[school])
        missing = Near(one.label for one in listed[school] if one not in there)
        for _, label in labels:
            near = everybody.written_otherwise(label) or missing.with_a_slip(label) or missing.with_more_or_less(label)
            yield from (Question(school, name, label, school) for name in near)
            yield from (Question(other, label, label, school) for other in elsewhere[label] if not near)


def _by_label(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Give the schools in which each label is listed."""
    schools: dict[str, list[str]] = defaultdict(list)
    for school, label in entries:
        schools[label].append(school)
    return schools
