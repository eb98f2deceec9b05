"""`share` and `team`: handing a statement in, and summing statements up."""

import sys
from argparse import Namespace

from audit_tui.cli import context, output
from audit_tui.cli.main import EXIT_ERROR, EXIT_OK
from audit_tui.errors import UsageError
from audit_tui.exports.as_json import team_json
from audit_tui.pages.team import team_page
from audit_tui.team.folder import file_name, hand_in, read_folder, to_bytes
from audit_tui.team.status import members


def share(chosen: Namespace) -> int:
    """Show the exact file, then put it into the folder."""
    audit = context.open_audit(chosen)
    label = chosen.label or audit.choices.label
    if not label:
        raise UsageError("it is not known what to call you", remedy='add --as "Teacher A"; initials or a role will do')
    statement = audit.statement(label, context.day_of(None), with_platforms=chosen.with_platforms)
    path = chosen.to / file_name(statement)
    output.write(f"This is all that will be written to {path}:\n\n{to_bytes(statement, path).decode()}\n")
    if sys.stdin.isatty() and not chosen.yes and input("Write it? (yes or no) ").strip().casefold() not in ("y", "yes"):
        output.write("Nothing was written.\n")
        return EXIT_OK
    hand_in(statement, chosen.to)
    output.write("Handed in.\n")
    return EXIT_OK


def team(chosen: Namespace) -> int:
    """Write the team page in the format asked for."""
    folder = read_folder(chosen.folder)
    today = context.day_of(chosen.on)
    if chosen.format == "json" and not chosen.open:
        output.write(team_json(members(folder, today), folder.problems, today), chosen.output)
    elif chosen.format == "csv" and not chosen.open:
        from audit_tui.exports.team_csv import to_csv

        output.write(to_csv(members(folder, today)), chosen.output)
    else:
        output.write_page(team_page(folder, today, short=chosen.short), chosen)
    output.warn(folder.problems)
    return EXIT_ERROR if folder.problems else EXIT_OK
