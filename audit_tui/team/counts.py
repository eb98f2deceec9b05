"""A team in numbers: every figure with what it is counted of, for everybody and for each school."""

from typing import NamedTuple

from audit_tui.errors import UsageError
from audit_tui.team.roll import Listed
from audit_tui.team.status import Need
from audit_tui.team.team import Team

FEWEST = 3


class Share(NamedTuple):
    """So many of so many."""

    held: int
    told: int

    def __str__(self) -> str:
        """Say both numbers."""
        return f"{self.held} of {self.told}"


class RollCounts(NamedTuple):
    """How a list stands: `listed` is the sum of the three after it."""

    listed: int
    handed_in: int
    in_question: int
    not_handed_in: int
    not_listed: int


class Counts(NamedTuple):
    """Numbers of people, and of no more: `needs` in the order of Need, each counted on its own.

    `most` and `reviews` are shares of those who told it; `roll` is there where there is a list.
    """

    school: str
    people: int
    needs: tuple[int, ...]
    most: Share
    reviews: Share
    roll: RollCounts | None

    def share(self, need: Need) -> Share:
        """Give how many it holds for, of all who handed in."""
        return Share(self.needs[need], self.people)

    @property
    def is_small(self) -> bool:
        """Tell whether so few handed in that a count says something of one of them."""
        return self.people < FEWEST


class RollUp(NamedTuple):
    """A trust in numbers: no label, no number of a statement, no day of anybody's.

    Of a `small` school, where fewer than 3 handed in, only that is told; `total` leaves it out, for otherwise its
    figures were the difference. Of an `empty` one, that nobody did.
    `elsewhere` counts statements in no school's folder, `unread` what could not be used.
    """

    schools: tuple[Counts, ...]
    small: tuple[str, ...]
    empty: tuple[str, ...]
    total: Counts
    elsewhere: int
    unread: int


def count_team(team: Team, school: str = "") -> Counts:
    """Count a team, or the part of one school that was taken from it."""
    own = [member.statement for member in team.members]
    most = [one.high_done == one.high_total for one in own if one.high_total]
    reviews = [one.round_complete_on is not None for one in own if one.round_total is not None]
    return Counts(
        school,
        len(own),
        tuple(sum(need in member.needs for member in team.members) for need in Need),
        Share(sum(most), len(most)),
        Share(sum(reviews), len(reviews)),
        _roll(team),
    )


def count_schools(team: Team) -> tuple[Counts, ...]:
    """Count each school by itself."""
    return tuple(count_team(part, school) for school, part in team.by_school().items() if school)


def roll_up(team: Team) -> RollUp:
    """Count each school, and say nothing of one in which few handed in. Raises UsageError where there is no school."""
    if not team.schools:
        remedy = "name the folder that has a folder for each school in it"
        raise UsageError(
            "there is no school's folder with statements in it, so there is nothing to roll up", remedy=remedy
        )
    counted = count_schools(team)
    large = {counts.school: counts for counts in counted if not counts.is_small}
    told = tuple(member for member in team.members if member.school in large)
    # A list stays with its school: in a sum over all it would give away who is awaited in a small one.
    total = count_team(team._replace(members=told, roll=None))
    small = tuple(counts.school for counts in counted if counts.is_small and counts.people)
    empty = tuple(counts.school for counts in counted if not counts.people)
    elsewhere = sum(not member.school for member in team.members)
    return RollUp(tuple(large.values()), small, empty, total, elsewhere, len(team.problems))


def _roll(team: Team) -> RollCounts | None:
    roll = team.roll
    if roll is None:
        return None
    strange = sum(listed is Listed.NO for listed in map(team.listed, team.members))
    return RollCounts(len(roll.listed), roll.handed_in, roll.in_question, roll.missing, strange)
