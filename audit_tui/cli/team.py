"""`team`: summing statements up."""

from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write, write_csv, write_page
from audit_tui.cli.problems import warn
from audit_tui.team.received import read_folder
from audit_tui.team.roster import read_roster
from audit_tui.team.team import build_team


class Writing(TypedDict):
    """How the page is written, and where."""

    format: str
    output: Path | None
    open: bool


def team(
    *, folder: Path, roster: Path | None, column: str | None, on: date | None, short: bool, **writing: Unpack[Writing]
) -> int:
    """Write the team page in the format asked for."""
    listed = read_roster(roster, column) if roster else None
    today = context.day_of(on)
    found = build_team(read_folder(folder, context.day_of(None)), today, listed)
    if writing["format"] == "json":
        from audit_tui.exports.as_json import team_json

        write(team_json(found, today), writing["output"])
    elif writing["format"] == "csv":
        from audit_tui.exports.team_csv import to_csv

        write_csv(to_csv(found), writing["output"])
    else:
        from audit_tui.pages.team import team_page

        write_page(team_page(found, today, short=short), **writing)
    return EXIT_ERROR if warn(found.problems) else EXIT_OK
