"""`induction`, `evidence` and `remind`: pages and a calendar for the moments that matter."""

from argparse import Namespace

from audit_tui.cli import context, output
from audit_tui.cli.main import EXIT_OK
from audit_tui.errors import UsageError
from audit_tui.pages.occasions import evidence_page, induction_page
from audit_tui.text import count

INDUCTION = "induction"


def induction(chosen: Namespace) -> int:
    """Write the page to hand in at the end of induction."""
    audit = context.open_audit(chosen)
    if chosen.joined:
        audit.choose("joined", chosen.joined)
    if audit.choices.joined is None:
        raise UsageError(
            "the day you joined is not known yet", remedy="give it once: audit-tui induction --joined 2026-09-01"
        )
    board = audit.board(context.day_of(None))
    output.write_page(induction_page(board, board.row(INDUCTION), audit.choices.joined), chosen)
    return EXIT_OK


def evidence(chosen: Namespace) -> int:
    """Write the evidence log that was kept with a checklist's reviews."""
    audit = context.open_audit(chosen)
    checklist = audit.library.find(chosen.id)
    output.write_page(evidence_page(checklist, audit.evidence(checklist)), chosen)
    return EXIT_OK


def remind(chosen: Namespace) -> int:
    """Write a calendar file with what comes due; a later one takes the place of an earlier one in the calendar."""
    from audit_tui.exports.calendar import to_calendar

    audit = context.open_audit(chosen)
    now = context.now()
    board = audit.board(now.date())
    data, events = to_calendar(board, now, names=chosen.names)
    output.replace(data, chosen.output)
    output.write(f"{count(events, 'reminder')} written to {chosen.output}. Open it with your calendar.\n")
    return EXIT_OK
