"""`due` and `summary`: how one person stands."""

from argparse import Namespace

from audit_tui.cli import context, output
from audit_tui.cli.main import EXIT_DUE, EXIT_ERROR, EXIT_OK
from audit_tui.exports import as_json
from audit_tui.formats.text import to_text
from audit_tui.pages.summary import due_page, summary_page

HINT = "Say which accounts you hold with audit-tui, or with audit-tui accounts --set facebook,instagram\n"


def due(chosen: Namespace) -> int:
    """Show the board as it is today, or will be on another day."""
    audit = context.open_audit(chosen)
    board = audit.board(context.day_of(chosen.on))
    if chosen.json:
        output.write(as_json.board_json(board, audit.problems))
    else:
        output.write(to_text(due_page(board)) + ("\n" + HINT if audit.choices.accounts is None else ""))
    output.warn(audit.problems)
    if audit.problems:
        return EXIT_ERROR
    return EXIT_DUE if chosen.check and board.due else EXIT_OK


def summary(chosen: Namespace) -> int:
    """Write the summary in the format asked for."""
    audit = context.open_audit(chosen)
    board = audit.board(context.day_of(chosen.on))
    if chosen.format == "json":
        output.write(as_json.board_json(board, audit.problems, checks=True), chosen.output)
    else:
        output.write_page(summary_page(board, audit.problems, short=chosen.short), chosen)
    output.warn(audit.problems)
    return EXIT_ERROR if audit.problems else EXIT_OK
