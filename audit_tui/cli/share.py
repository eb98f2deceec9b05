"""`share`: handing a statement in."""

import sys
from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write
from audit_tui.cli.problems import warn
from audit_tui.errors import UsageError
from audit_tui.formats.text import to_text
from audit_tui.pages.statement import statement_page
from audit_tui.team.folder import check_folder, readers_in, to_bytes
from audit_tui.team.statement import Statement
from audit_tui.text import count

FILE = ("f", "file")
UNSEEN = "look at it without sending it elsewhere, or add --yes"


def share(*, school: Path | None, to: Path | None, label: str | None, with_platforms: bool, yes: bool) -> int:
    """Say what would be handed in and who can read it, then put it into the folder after a yes.

    The yes is typed, comes through a pipe, or is the option; the file is shown when asked for, or if nobody is asked.
    """
    if not yes and sys.stdin.isatty() and not sys.stdout.isatty():
        raise UsageError("what would be handed in could not be seen before the yes", remedy=UNSEEN)
    audit = context.open_audit(school)
    chosen = audit.person.choices
    called, folder = chosen.label if label is None else label, str(to) if to else chosen.share_folder
    if called is None:
        raise UsageError("it is not known what to call you", remedy='add --as "Teacher A"; initials or a role will do')
    if folder is None:
        raise UsageError("it is not known where to put it", remedy="add --to and the folder that your lead named")
    check_folder(folder)
    statement = audit.statement(called, context.day_of(None), with_platforms=with_platforms)
    write(to_text(statement_page(statement, folder=folder, readers=readers_in(folder))))
    _tell_unread(audit, statement, refuse=not yes)
    if yes:
        write(_file(statement))
    elif not _agreed(statement):
        write("Nothing was written.\n")
        return EXIT_OK
    still_there = audit.hand_in(statement, folder)
    write("Handed in.\n")
    return EXIT_ERROR if warn(still_there) else EXIT_OK


def _agreed(statement: Statement) -> bool:
    """Ask until something else is said than that the file is to be shown. Raises UsageError where nobody answers."""
    try:
        while (said := input("Hand it in? (yes, no, or file to see the very file) ").strip().casefold()) in FILE:
            write(_file(statement))
    except EOFError as error:
        raise UsageError("nobody answered, so nothing was written", remedy="type yes, or add --yes") from error
    return said in ("y", "yes")


def _file(statement: Statement) -> str:
    return f"\nThis is all that is written, to the letter:\n\n{to_bytes(statement).decode()}\n"


def _tell_unread(audit: Audit, statement: Statement, *, refuse: bool) -> None:
    """Say what could not be used, for the statement then tells less than was done. Raises UsageError."""
    warn(audit.problems)
    if statement.unread and refuse:
        what = f"{count(statement.unread, 'file')} could not be used, so more may be done than this says"
        raise UsageError(f"{what}; nothing was written", remedy="put that right, or add --yes to hand it in as it is")
