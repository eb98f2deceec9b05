"""Homes to measure in: what somebody holds, and what years of sittings left in their journal."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from .content import AskedList, held_lists, read_lists
from .reviews import Given, ReviewText, value_text

HELD = 35
SPREAD = timedelta(days=14)
AGO = timedelta(days=96)
LATELY = timedelta(days=10)
LEAST = timedelta(days=4 * 365)
RESULTS = ("fixed", "notapplicable", "unknown", "fail")
WEIGHTS = (6, 4, 2, 2)
NOTED = 0.04
ODD = 0.08
IN_TWO = 0.3
CORRECTED = 0.06
WITHDRAWN = 2
FIRST_FORM = 2


@dataclass(frozen=True)
class HomePlan:
    """How many reviews there are, and how often somebody sat down; of one checklist, if it is named.

    The others then have one review each, and nothing due, so that the one is the first on the board.
    """

    reviews: int
    every: timedelta
    only: str = ""


QUARTERLY = HomePlan(600, timedelta(days=91))
MONTHLY = HomePlan(6_000, timedelta(days=30))
FEW_OF_ONE = HomePlan(12, timedelta(days=1), "facebook")
MANY_OF_ONE = HomePlan(12_000, timedelta(days=1), "facebook")


def make_home(folder: Path, plan: HomePlan, today: date) -> Path:
    """Write settings and a journal that end a while before today; the same each time it is made."""
    held = held_lists(read_lists(), HELD)
    made = list(islice(_reviews(plan, held, today), plan.reviews))
    journal = folder / "journal"
    journal.mkdir(parents=True)
    for place, review in enumerate(made):
        text = review.first_form() if place >= len(made) - FIRST_FORM else review.text()
        (journal / review.name()).write_text(text, encoding="utf-8")
    for review in _others(plan, held, today - LATELY):
        (journal / review.name()).write_text(review.text(), encoding="utf-8")
    for review in made[len(made) // 2 :][:WITHDRAWN]:
        (journal / review.name(".withdrawn")).write_text(review.withdrawal(), encoding="utf-8")
    (folder / "settings.toml").write_text(_settings(held, min(made[-1].day, today - LEAST)), encoding="utf-8")
    return folder


def _reviews(plan: HomePlan, held: list[AskedList], today: date) -> Iterator[ReviewText]:
    """Give reviews from the newest sitting back: every list that the calendar brings round, whole, each time."""
    chance, numbers = random.Random(20261121), count()
    lists = [each for each in _regular(held) if plan.only in ("", each.id)]
    for sitting in count():
        opened = today - AGO - sitting * plan.every
        for place, checklist in enumerate(lists):
            day = opened + SPREAD * place / len(lists)
            yield from _sitting(numbers, checklist, day, opened, chance)


def _others(plan: HomePlan, held: list[AskedList], day: date) -> Iterator[ReviewText]:
    """Give one review of each list that has none by the plan."""
    for checklist in _regular(held):
        if plan.only not in ("", checklist.id):
            yield ReviewText(0, checklist, day, day, [Given(check) for check in checklist.checks])


def _regular(held: list[AskedList]) -> list[AskedList]:
    return [each for each in held if each.by_calendar]


def _sitting(
    numbers: Iterator[int], checklist: AskedList, day: date, opened: date, chance: random.Random
) -> Iterator[ReviewText]:
    """Give what one sitting left: one file or two for the whole list, and sometimes a correction of the day after."""
    given = [_given(check_place, checklist, chance) for check_place in range(len(checklist.checks))]
    middle = len(given) // 2 if chance.random() < IN_TWO else len(given)
    if chance.random() < CORRECTED:
        yield ReviewText(next(numbers), checklist, day + timedelta(days=1), opened, [Given(given[0].check, "fixed")])
    if given[middle:]:
        yield ReviewText(next(numbers), checklist, day, opened, given[middle:])
    remarks = [Given(given[0].check, note="ask at home")] if chance.random() < NOTED else []
    yield ReviewText(next(numbers), checklist, day, opened, given[:middle], remarks)


def _given(place: int, checklist: AskedList, chance: random.Random) -> Given:
    result = chance.choices(RESULTS, WEIGHTS)[0] if chance.random() < ODD else "pass"
    return Given(checklist.checks[place], result, "took a while" if chance.random() < NOTED else "")


def _settings(held: list[AskedList], since: date) -> str:
    accounts = [each.id for each in held if not each.for_everyone]
    days = "".join(f"{each.id} = {since}\n" for each in held)
    return (
        "# The choices of one person for audit-tui. You may edit this file; comments are kept.\nschema = 1\n"
        f'accounts = {value_text(accounts)}\nphone = "android"\nlabel = "Teacher A"\n'
        f'share_id = "9a6ab329238123e5"\n\n[held]\n{days}'
    )
