"""`induction`, `evidence` and `remind`: pages and a calendar for the moments that matter."""

from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE
from audit_tui.problems import WrongUse
from audit_tui.report.occasions import evidence_page, induction_page
from audit_tui.words import count

INDUCTION = "induction"


def induction(chosen: Namespace) -> int:
    """Write the page to hand in at the end of induction."""
    audit = at_hand.audit(chosen)
    if chosen.joined:
        audit.choose("joined", chosen.joined)
    if audit.choices.joined is None:
        raise WrongUse(
            "the day you joined is not known yet", remedy="give it once: audit-tui induction --joined 2026-09-01"
        )
    board = audit.board(at_hand.day_of(None))
    at_hand.write_page(induction_page(board, board.row(INDUCTION), audit.choices.joined), chosen)
    return FINE


def evidence(chosen: Namespace) -> int:
    """Write the evidence log that was kept with a checklist's reviews."""
    audit = at_hand.audit(chosen)
    checklist = audit.library.find(chosen.id)
    at_hand.write_page(evidence_page(checklist, audit.evidence(checklist)), chosen)
    return FINE


def remind(chosen: Namespace) -> int:
    """Write a calendar file with what comes due; a later one takes the place of an earlier one in the calendar."""
    from audit_tui.report.reminders import to_calendar

    audit = at_hand.audit(chosen)
    now = at_hand.now()
    board = audit.board(now.date())
    data, events = to_calendar(board, now, names=chosen.names)
    at_hand.replace(data, chosen.output)
    at_hand.write(f"{count(events, 'reminder')} written to {chosen.output}. Open it with your calendar.\n")
    return FINE
