"""A team's figures in lines and tables, each with what it is counted of."""

from audit_tui.formats.page import Table
from audit_tui.team.counts import Counts, Share
from audit_tui.team.status import WORDS, Need

NOT_TOLD = "-"
LEFT_OUT = {Need.DUE: ", not overdue", Need.UNDER_WAY: ", nothing due"}
SCHOOL_COLUMNS = ("School", "Handed in", "Up to date", "Overdue", "Due", "Over 3 months old", "To put right")
SCHOOL_NEEDS = (Need.UP_TO_DATE, Need.OVERDUE, Need.DUE, Need.OLD, Need.OPEN)
ON_THE_LIST = "Handed in, of your list"


def totals(counts: Counts) -> tuple[tuple[str, str], ...]:
    """Name each figure and what it is counted of: those who handed in, or those who told it."""
    needs = tuple((_named(need), str(counts.share(need))) for need in Need)
    most = ("All of the most important done", _who_told(counts.most))
    return (*needs, most, ("Three-monthly review complete", _who_told(counts.reviews)))


def school_table(caption: str, schools: tuple[Counts, ...]) -> Table:
    """Set out a line for each school; where there is a list, with how many of it handed in."""
    with_list = any(one.roll for one in schools)
    columns = (*SCHOOL_COLUMNS, *((ON_THE_LIST,) if with_list else ()))
    return Table(caption, columns, tuple(_line(one, with_list=with_list) for one in schools))


def _line(counts: Counts, *, with_list: bool) -> tuple[str, ...]:
    roll = (f"{counts.roll.handed_in} of {counts.roll.listed}" if counts.roll else NOT_TOLD,)
    return (
        counts.school,
        str(counts.people),
        *(str(counts.share(need)) for need in SCHOOL_NEEDS),
        *(roll if with_list else ()),
    )


def _named(need: Need) -> str:
    """Name a total, with what it leaves out."""
    return f"{WORDS[need]}{LEFT_OUT.get(need, '')}".capitalize()


def _who_told(share: Share) -> str:
    return f"{share} who told it"
