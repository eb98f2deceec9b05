"""`share` and `team`: handing a statement in, and summing statements up."""

import sys
from datetime import date
from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.main import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import warn, write, write_csv, write_page
from audit_tui.errors import UsageError
from audit_tui.exports.as_json import team_json
from audit_tui.pages.team import team_page
from audit_tui.team.folder import file_name, hand_in, read_folder, to_bytes
from audit_tui.team.status import members


def share(*, school: Path | None, to: Path, label: str | None, with_platforms: bool, yes: bool) -> int:
    """Show the exact file, then put it into the folder."""
    audit = context.open_audit(school)
    called = label or audit.choices.label
    if not called:
        raise UsageError("it is not known what to call you", remedy='add --as "Teacher A"; initials or a role will do')
    statement = audit.statement(called, context.day_of(None), with_platforms=with_platforms)
    path = to / file_name(statement)
    write(f"This is all that will be written to {path}:\n\n{to_bytes(statement, path).decode()}\n")
    if sys.stdin.isatty() and not yes and input("Write it? (yes or no) ").strip().casefold() not in ("y", "yes"):
        write("Nothing was written.\n")
        return EXIT_OK
    hand_in(statement, to)
    write("Handed in.\n")
    return EXIT_OK


def team(*, folder: Path, on: date | None, short: bool, format: str, output: Path | None, open: bool) -> int:
    """Write the team page in the format asked for."""
    received = read_folder(folder)
    today = context.day_of(on)
    if format == "json":
        write(team_json(members(received, today), received.problems, today), output)
    elif format == "csv":
        from audit_tui.exports.team_csv import to_csv

        write_csv(to_csv(members(received, today)), output)
    else:
        write_page(team_page(received, today, short=short), format=format, output=output, open=open)
    return EXIT_ERROR if warn(received.problems) else EXIT_OK
