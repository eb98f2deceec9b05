"""The team as CSV that other systems take in: one fact a column, ISO days, and no cell that acts as a formula."""

import csv
import io
from datetime import date

from audit_tui.exports.numbers import parts
from audit_tui.exports.people import people
from audit_tui.exports.sheet import Sheet, Value
from audit_tui.team.team import Team
from audit_tui.text import escape_controls

ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def team_csv(team: Team, today: date, *, short: bool = False) -> str:
    """Write a line for each person; the short one has a line for each school, and nobody."""
    return to_csv(parts(team) if short else people(team, today))


def to_csv(sheet: Sheet) -> str:
    """Write a sheet with the names of its columns as headings, each line ended as RFC 4180 has it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in sheet.columns])
    writer.writerows([_cell(value) for value in row] for row in sheet.rows)
    return out.getvalue()


def inert(cell: str) -> str:
    """Take the action out of a text, if it has one, by an apostrophe before it; a lone hyphen stays."""
    shown = escape_controls(cell)
    return f"'{shown}" if shown.lstrip().startswith(ACTS) and shown != "-" else shown


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else inert(value) if isinstance(value, str) else str(value)
