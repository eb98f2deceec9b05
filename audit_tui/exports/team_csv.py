"""The team page as CSV, in which no cell can act as a formula."""

import csv
import io

from audit_tui.pages.team import COLUMNS, cells
from audit_tui.team.team import Team
from audit_tui.text import escape_controls

ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def to_csv(team: Team) -> str:
    """Write one quoted line for each who handed in; text that a spreadsheet would run begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows([inert(cell) for cell in cells(member)] for member in team.members)
    return out.getvalue()


def inert(cell: str) -> str:
    """Take the action out of a cell, if it has one; a lone hyphen stays."""
    shown = escape_controls(cell)
    return f"'{shown}" if shown.lstrip().startswith(ACTS) and shown != "-" else shown
