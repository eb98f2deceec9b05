"""`due` and `summary`: how one person stands."""

from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import ASKED, FINE, WRONG
from audit_tui.report import data
from audit_tui.report.standing import due_page, summary_page
from audit_tui.report.text import to_text

HINT = "Say which accounts you hold with audit-tui, or with audit-tui accounts --set facebook,instagram\n"


def due(chosen: Namespace) -> int:
    """Show the board as it is today, or will be on another day."""
    audit = at_hand.audit(chosen)
    board = audit.board(at_hand.day_of(chosen.on))
    if chosen.json:
        at_hand.write(data.board_json(board, audit.problems))
    else:
        at_hand.write(to_text(due_page(board)) + ("\n" + HINT if audit.choices.accounts is None else ""))
    at_hand.warn(audit.problems)
    if audit.problems:
        return WRONG
    return ASKED if chosen.check and board.due else FINE


def summary(chosen: Namespace) -> int:
    """Write the summary in the format asked for."""
    audit = at_hand.audit(chosen)
    board = audit.board(at_hand.day_of(chosen.on))
    if chosen.format == "json":
        at_hand.write(data.board_json(board, audit.problems, checks=True), chosen.output)
    else:
        at_hand.write_page(summary_page(board, audit.problems, short=chosen.short), chosen)
    at_hand.warn(audit.problems)
    return WRONG if audit.problems else FINE
