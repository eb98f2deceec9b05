"""`team`: summing statements up."""

from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write, write_book, write_csv, write_page
from audit_tui.cli.problems import warn
from audit_tui.errors import UsageError
from audit_tui.team.counts import roll_up as count_roll_up
from audit_tui.team.nameless import nameless
from audit_tui.team.received import read_folder
from audit_tui.team.roster import read_roster
from audit_tui.team.team import Team, build_team


class Writing(TypedDict):
    """How the page is written, and where."""

    format: str
    output: Path | None
    open: bool


def team(
    *, folder: Path, roster: Path | None, column: str | None, on: date | None, short: bool, by: str | None,
    roll_up: bool, **writing: Unpack[Writing],
) -> int:  # fmt: skip
    """Write the team page in the format asked for, or what of it holds no person."""
    if column is not None and roster is None:
        raise UsageError("--column is the heading in a list, and there is no list", remedy="add --roster NAMES")
    listed = read_roster(roster, column) if roster else None
    today = context.day_of(on)
    found = build_team(read_folder(folder, context.day_of(None)), today, listed)
    if short or roll_up:
        found = found._replace(problems=nameless(found.problems))
    if roll_up:
        _write_roll_up(found, today, writing)
    else:
        _write_team(found, today, writing, short=short, by_school=by is not None)
    return EXIT_ERROR if warn(found.problems) else EXIT_OK


def _write_team(found: Team, today: date, writing: Writing, *, short: bool, by_school: bool) -> None:
    if writing["format"] == "json":
        from audit_tui.exports.as_json import team_json

        write(team_json(found, today, short=short), writing["output"])
    elif writing["format"] == "csv":
        from audit_tui.exports.team_csv import team_csv

        write_csv(team_csv(found, today, short=short), writing["output"])
    elif writing["format"] == "xlsx":
        from audit_tui.exports.team_xlsx import team_xlsx

        write_book(team_xlsx(found, today, short=short), writing["output"])
    else:
        from audit_tui.pages.team import team_page

        write_page(team_page(found, today, short=short, by_school=by_school), **writing)


def _write_roll_up(found: Team, today: date, writing: Writing) -> None:
    numbers = count_roll_up(found)
    if writing["format"] == "json":
        from audit_tui.exports.roll_up import roll_up_json

        write(roll_up_json(numbers, today), writing["output"])
    elif writing["format"] == "csv":
        from audit_tui.exports.roll_up import roll_up_csv

        write_csv(roll_up_csv(numbers), writing["output"])
    elif writing["format"] == "xlsx":
        from audit_tui.exports.team_xlsx import roll_up_xlsx

        write_book(roll_up_xlsx(numbers, today), writing["output"])
    else:
        from audit_tui.pages.roll_up import roll_up_page

        write_page(roll_up_page(numbers, today), **writing)
