"""Teams made by a seed: people with some of the shipped checklists, who answered this and that until they handed in."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from audit_tui.checklist import Check, Checklist
from audit_tui.record import Answer, Result, noon
from audit_tui.schedule.board import Board, build_board, build_checklist_status
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.team.folder import file_name, to_bytes
from audit_tui.team.make import make_statement

from .shipped import LIBRARY

PRINTED = date(2026, 11, 20)
DAY = timedelta(days=1)
CHECKLISTS = tuple(LIBRARY.checklists.values())
SCHOOLS = ("Ash Road", "Elm Lane", "Fir Way", "Oak Hill")
USUAL = tuple(Result)
OTHERWISE = ("{} {}.", "{}. {}", "{}-{}", "{}{}", "  {}  {}")


class Way(NamedTuple):
    """How somebody goes about it: the share that is answered, how many days ago, and how much of it is not a pass."""

    much: float
    ago: tuple[int, ...]
    other: float


WAYS = (
    Way(1, (0, 5), 0), Way(1, (0, 20, 60), 0.01), Way(1, (60, 70, 80), 0), Way(1, (0, 30, 88), 0.3), Way(0.97, (0, 30), 0.1),
    Way(0.6, (0, 80, 200), 0.2), Way(0.1, (0,), 0.2),
)  # fmt: skip


class Person(NamedTuple):
    """Somebody who handed in: what they hold and answered, and what is in their statement besides."""

    number: int
    label: str
    school: str
    held: tuple[Checklist, ...]
    answers: dict[str, dict[str, Answer]]
    calendar: PersonalCalendar
    made: date
    unread: int

    def board(self, day: date) -> Board:
        """Give this person's own board of a day, if nothing was answered since."""
        rows = [build_checklist_status(one, self.answers[one.id], day, self.calendar) for one in self.held]
        return build_board(rows, day, self.calendar)


class Listed(NamedTuple):
    """Somebody on the lead's list, and what became of it: `yes` handed in, `near` under a like label, `no` not at all."""

    school: str
    label: str
    fate: str


class Made(NamedTuple):
    """A whole team, with the lead's list."""

    seed: int
    people: tuple[Person, ...]
    listed: tuple[Listed, ...]

    def write(self, folder: Path) -> Path:
        """Hand everybody's statement in; give the file with the list."""
        for person in self.people:
            own = make_statement(person.board(person.made), f"{person.number:016x}", person.label, unread=person.unread)
            place = folder / "in" / person.school
            place.mkdir(parents=True, exist_ok=True)
            (place / file_name(own)).write_bytes(to_bytes(replace(own, issue=1)))
        roster = folder / "list.csv"
        rows = "".join(f"{one.school},{one.label}\n" for one in self.listed)
        roster.write_text(f"School,Name\n{rows}", encoding="utf-8-sig")
        return roster


def make_team(seed: int) -> Made:
    """Make a team of one school or of several, with a list that knows some of them, some nearly, and some others."""
    rng = Random(seed)
    schools = rng.choice([("",), SCHOOLS[: rng.randint(2, 4)]])
    number, people = 0, []
    for school in schools:
        for _ in range(rng.choice([1, 2, 3, 5, 9])):
            number += 1
            people.append(_person(rng, number, school))
    return Made(seed, tuple(people), tuple(_listed(rng, people, schools)))


def _person(rng: Random, number: int, school: str) -> Person:
    made = PRINTED - rng.choice([0, 0, 1, 20, 45, 70, 91, 92, 93, 150]) * DAY
    began = made - rng.choice([0, 3, 10, 20, 27, 40, 100, 400]) * DAY
    joined = began + rng.randint(-30, 30) * DAY if rng.random() < 0.3 else None
    held = tuple(rng.sample(CHECKLISTS, rng.randint(2, 6)))
    if joined and rng.random() < 0.5 and LIBRARY.checklists["induction"] not in held:
        held += (LIBRARY.checklists["induction"],)
    way = rng.choice(WAYS)
    answers = {
        one.id: {c.id: _answer(rng, c, began, made, way) for c in one.checks if rng.random() < way.much} for one in held
    }
    days = {one.id: began for one in held}
    calendar = PersonalCalendar(joined=joined, held=days, began=began)
    return Person(number, f"Teacher {number}", school, held, answers, calendar, made, rng.choice([0, 0, 0, 0, 2]))


def _answer(rng: Random, check: Check, began: date, made: date, way: Way) -> Answer:
    on = made - min(rng.choice(way.ago), (made - began).days) * DAY
    result = rng.choice(USUAL) if rng.random() < way.other else Result.PASS
    waived = result is Result.WAIVED
    old = rng.random() < 0.03 and check.revision > 1
    return Answer(
        check=check.id, on=on, at=noon(on), result=result, expect=check.expect, revision=check.revision - old,
        round=rng.choice([None, max(began, on - 20 * DAY)]), note="n" if waived else "",
        agreed_by="head" if waived else "", until=on + rng.randint(0, 300) * DAY if waived else None,
    )  # fmt: skip


def _listed(rng: Random, people: list[Person], schools: tuple[str, ...]) -> list[Listed]:
    told = []
    for person in people:
        fate = rng.choice(["yes", "yes", "yes", "near", "missed"])
        if fate == "yes":
            told.append(Listed(person.school, person.label, fate))
        elif fate == "near":
            told.append(Listed(person.school, rng.choice(OTHERWISE).format(*person.label.upper().split()), fate))
    told += [Listed(rng.choice(schools), f"Assistant {n}", "no") for n in range(rng.randint(1, 4))]
    rng.shuffle(told)
    return told
