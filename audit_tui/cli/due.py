"""`due` and `summary`: how one person stands."""

from datetime import date
from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_DUE, EXIT_OK
from audit_tui.cli.output import write, write_page
from audit_tui.pages.due import due_page

HINT = "Say which accounts you hold with audit-tui, or with audit-tui accounts --set facebook,instagram\n"


def due(*, school: Path | None, on: date | None, as_json: bool, check: bool) -> int:
    """Show the board as it is today, or will be on another day."""
    audit = context.open_audit(school)
    board = audit.board(context.day_of(on))
    if as_json:
        from audit_tui.exports.as_json import board_json

        write(board_json(board, audit.problems))
    else:
        from audit_tui.formats.text import to_text

        unsaid = audit.person.choices.accounts is None and not audit.person.unread
        write(to_text(due_page(board)) + ("\n" + HINT if unsaid else ""))
    return EXIT_DUE if check and board.due else EXIT_OK


def summary(*, school: Path | None, on: date | None, short: bool, format: str, output: Path | None, open: bool) -> int:
    """Write the summary in the format asked for."""
    from audit_tui.pages.summary import summary_page

    audit = context.open_audit(school)
    board = audit.board(context.day_of(on))
    if format == "json":
        from audit_tui.exports.as_json import board_json

        write(board_json(board, audit.problems, checks=True), output)
    else:
        write_page(summary_page(board, audit.problems, short=short), format=format, output=output, open=open)
    return EXIT_OK
