"""`share`: handing a statement in."""

import sys
from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write
from audit_tui.cli.problems import warn
from audit_tui.errors import UsageError
from audit_tui.team.folder import check_folder, file_name, to_bytes
from audit_tui.team.statement import Statement
from audit_tui.text import count

UNSEEN = "look at it without sending it elsewhere, or add --yes"


def share(*, school: Path | None, to: Path, label: str | None, with_platforms: bool, yes: bool) -> int:
    """Show the exact file, then put it into the folder, after a yes: typed, through a pipe, or by the option."""
    if not yes and sys.stdin.isatty() and not sys.stdout.isatty():
        raise UsageError("what would be handed in could not be seen before the yes", remedy=UNSEEN)
    audit = context.open_audit(school)
    called = audit.person.choices.label if label is None else label
    if called is None:
        raise UsageError("it is not known what to call you", remedy='add --as "Teacher A"; initials or a role will do')
    check_folder(str(to))
    statement = audit.statement(called, context.day_of(None), with_platforms=with_platforms)
    write(f"This is all that will be written to {to / file_name(statement)}:\n\n{to_bytes(statement).decode()}\n")
    asks = not yes
    _tell_unread(audit, statement, refuse=asks)
    if asks and not _agreed():
        write("Nothing was written.\n")
        return EXIT_OK
    still_there = audit.hand_in(statement, str(to))
    write("Handed in.\n")
    return EXIT_ERROR if warn(still_there) else EXIT_OK


def _agreed() -> bool:
    try:
        return input("Write it? (yes or no) ").strip().casefold() in ("y", "yes")
    except EOFError as error:
        raise UsageError("nobody answered, so nothing was written", remedy="type yes, or add --yes") from error


def _tell_unread(audit: Audit, statement: Statement, *, refuse: bool) -> None:
    """Say what could not be used, for the statement then tells less than was done. Raises UsageError."""
    warn(audit.problems)
    if statement.unread and refuse:
        what = f"{count(statement.unread, 'file')} could not be used, so more may be done than this says"
        raise UsageError(f"{what}; nothing was written", remedy="put that right, or add --yes to hand it in as it is")
