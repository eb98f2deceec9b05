"""A trust in numbers: a line for each school, and not one that is about a person."""

from datetime import date

from audit_tui.formats.page import Block, Facts, Page, Para
from audit_tui.pages.totals import school_table, totals
from audit_tui.team.counts import FEWEST, RollUp
from audit_tui.text import count, format_date, join_words

NOT_SHOWN = (
    "Voluntary and self-reported. It holds numbers for each school and nothing of any person: no label, no number of a "
    "statement and no day of anybody's. It does not show any setting, and nobody has looked at anybody's accounts."
)
SEVERAL = "Each figure counts one fact, so one person may be counted in several."


def roll_up_page(found: RollUp, today: date) -> Page:
    """Set out the schools, and say which are left out for being small, and why."""
    people = count(found.total.people, "person", "people")
    caption = f"{count(len(found.schools), 'school')}, {people} who handed in"
    blocks: list[Block] = [Facts(totals(found.total)), Para(SEVERAL)]
    if found.schools:
        blocks.append(school_table(caption, found.schools))
    blocks += [
        Para(words) for words in (_small(found), _empty(found), _elsewhere(found), _unread(found), NOT_SHOWN) if words
    ]
    return Page(f"Privacy checks: the schools on {format_date(today)}", tuple(blocks))


def _small(found: RollUp) -> str:
    if not found.small:
        return ""
    return (
        f"{join_words(found.small)}: fewer than {FEWEST} people handed in. Their figures are not shown, and are in no "
        "total, for they would tell of one person how they stand."
    )


def _empty(found: RollUp) -> str:
    return f"{join_words(found.empty)}: 0 handed in." if found.empty else ""


def _elsewhere(found: RollUp) -> str:
    lie = "statement lies" if found.elsewhere == 1 else "statements lie"
    return f"{found.elsewhere} {lie} in no school's folder, and in no figure here." if found.elsewhere else ""


def _unread(found: RollUp) -> str:
    if not found.unread:
        return ""
    files = count(found.unread, "file or line", "files or lines")
    return f"{files} could not be used, and nothing of that is in a figure here. The team page says which, and why."
