"""A team in numbers, as rows: a line for each school, and nothing of any person."""

from collections.abc import Iterable

from audit_tui.exports.people import FLAGS
from audit_tui.exports.sheet import Column, Sheet, Value
from audit_tui.team.counts import Counts, Share, count_team
from audit_tui.team.status import Need
from audit_tui.team.team import Team

SCHOOL = Column("school", "School", "the folder of the school; empty for those in none", 34)
HANDED_IN = Column("handed_in", "Handed in", "how many handed in")
NEEDS = tuple(Column(need.name.lower(), FLAGS[need].heading, f"for how many: {FLAGS[need].holds}", 11) for need in Need)
SHARES = (
    Column("most_important_done", "All most important done", "how many have done all of the most important checks", 12),
    Column("most_important_told", "of those who told it", "how many told it"),
    Column("review_complete", "Review complete", "how many have completed the three-monthly review", 11),
    Column("review_told", "of those who told it", "how many told it"),
)
ROLL = (
    Column("listed", "On your list", "how many are on your list; the next three add up to it"),
    Column("handed_in_of_listed", "of them handed in", "how many of them handed in", 11),
    Column("in_question", "In question", "how many may have handed in under a label that comes near", 11),
    Column("not_handed_in", "Not handed in", "how many did not"),
    Column("not_listed", "Not on your list", "how many handed in and are not on your list"),
)
COLUMNS = (SCHOOL, HANDED_IN, *NEEDS, *SHARES, *ROLL)
UNREAD = "Files that could not be used, and are not counted"
FIGURES = (Column("figure", "Figure", "what was counted", 44), Column("number", "Number", "how many"),
           Column("of", "of", "of how many"))  # fmt: skip


def schools(counted: Iterable[Counts], small: Iterable[str] = (), empty: Iterable[str] = ()) -> Sheet:
    """Set out a line for each school; of a small one, in which few handed in, the name alone; of an empty one, 0."""
    rows = [_line(counts) for counts in counted]
    rows += [(name, *(None,) * (len(COLUMNS) - 1)) for name in small]
    rows += [(name, 0, *(None,) * (len(COLUMNS) - 2)) for name in empty]
    return Sheet("Schools", COLUMNS, tuple(rows), 1, len(COLUMNS))


def parts(team: Team) -> Sheet:
    """Count each school, and those in no school's folder; together they are the team."""
    counted = [count_team(part, school) for school, part in team.by_school().items()]
    return schools(counted or [count_team(team)])


def totals(counts: Counts, unread: int) -> Sheet:
    """Set out each figure below the other, with what it is counted of, and how many files could not be used."""
    shares = [(FLAGS[need].heading, counts.share(need)) for need in Need]
    shares += [("All of the most important done, of those who told it", counts.most)]
    shares += [("Three-monthly review complete, of those who told it", counts.reviews)]
    if roll := counts.roll:
        shares += [("Handed in, of your list", Share(roll.handed_in, roll.listed))]
        shares += [("In question, for a label comes near", Share(roll.in_question, roll.listed))]
        shares += [("Not handed in, of your list", Share(roll.not_handed_in, roll.listed))]
    return Sheet(
        "Totals", FIGURES, (*((name, *share) for name, share in shares), (UNREAD, unread, None)), 1, len(FIGURES)
    )


def _line(counts: Counts) -> tuple[Value, ...]:
    roll = counts.roll or (None,) * len(ROLL)
    return (counts.school, counts.people, *counts.needs, *counts.most, *counts.reviews, *roll)
