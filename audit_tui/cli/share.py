"""`share` and `team`: handing a statement in, and summing statements up."""

import sys
from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE, WRONG
from audit_tui.problems import WrongUse
from audit_tui.report.data import team_json
from audit_tui.report.team import members, team_page
from audit_tui.share.folder import file_name, hand_in, read_folder, to_bytes


def share(chosen: Namespace) -> int:
    """Show the exact file, then put it into the folder."""
    audit = at_hand.audit(chosen)
    label = chosen.label or audit.choices.label
    if not label:
        raise WrongUse("it is not known what to call you", remedy='add --as "Teacher A"; initials or a role will do')
    statement = audit.statement(label, at_hand.day_of(None), with_platforms=chosen.with_platforms)
    path = chosen.to / file_name(statement)
    at_hand.write(f"This is all that will be written to {path}:\n\n{to_bytes(statement, path).decode()}\n")
    if sys.stdin.isatty() and not chosen.yes and input("Write it? (yes or no) ").strip().casefold() not in ("y", "yes"):
        at_hand.write("Nothing was written.\n")
        return FINE
    hand_in(statement, chosen.to)
    at_hand.write("Handed in.\n")
    return FINE


def team(chosen: Namespace) -> int:
    """Write the team page in the format asked for."""
    folder = read_folder(chosen.folder)
    today = at_hand.day_of(chosen.on)
    if chosen.format == "json" and not chosen.open:
        at_hand.write(team_json(members(folder, today), folder.problems, today), chosen.output)
    elif chosen.format == "csv" and not chosen.open:
        from audit_tui.report.csv import to_csv

        at_hand.write(to_csv(members(folder, today)), chosen.output)
    else:
        at_hand.write_page(team_page(folder, today, short=chosen.short), chosen)
    at_hand.warn(folder.problems)
    return WRONG if folder.problems else FINE
