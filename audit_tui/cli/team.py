"""`team`: summing statements up."""

from datetime import date
from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write, write_csv, write_page
from audit_tui.cli.problems import warn
from audit_tui.team.received import read_folder


def team(*, folder: Path, on: date | None, short: bool, format: str, output: Path | None, open: bool) -> int:
    """Write the team page in the format asked for."""
    received = read_folder(folder, context.day_of(None))
    today = context.day_of(on)
    if format == "json":
        from audit_tui.exports.as_json import team_json
        from audit_tui.team.status import members

        write(team_json(members(received, today), received.problems, today), output)
    elif format == "csv":
        from audit_tui.exports.team_csv import to_csv
        from audit_tui.team.status import members

        write_csv(to_csv(members(received, today)), output)
    else:
        from audit_tui.pages.team import team_page

        write_page(team_page(received, today, short=short), format=format, output=output, open=open)
    return EXIT_ERROR if warn(received.problems) else EXIT_OK
