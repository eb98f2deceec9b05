"""`induction`, `evidence` and `remind`: pages and a calendar for the moments that matter."""

from datetime import date
from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write, write_page
from audit_tui.cli.problems import warn
from audit_tui.errors import UsageError
from audit_tui.pages.occasions import evidence_page, induction_page
from audit_tui.settings.edits import join, make_calendar_seed
from audit_tui.text import count

INDUCTION = "induction"


def induction(
    *, school: Path | None, joined: date | None, not_new: bool, format: str, output: Path | None, open: bool
) -> int:
    """Write the page to hand in at the end of induction, or forget the day of joining."""
    audit = context.open_audit(school)
    if joined or not_new:
        audit.person.change(lambda choices: join(choices, joined))
    if not_new:
        write("Kept: you have been here for longer, so the induction checks are not asked.\n")
        return EXIT_OK
    board = audit.board(context.day_of(None))
    day = audit.person.choices.joined
    if day is None:
        raise UsageError(
            "the day you joined is not known yet", remedy="give it once: audit-tui induction --joined 2026-09-01"
        )
    page = induction_page(board, board.find(INDUCTION), day)
    write_page(page, format=format, output=output, open=open)
    return EXIT_OK


def evidence(*, school: Path | None, checklist: str, format: str, output: Path | None, open: bool) -> int:
    """Write the evidence log that was kept with a checklist's reviews."""
    audit = context.open_audit(school)
    found = audit.person.library.find(checklist)
    entries, problems = audit.evidence(found, context.day_of(None))
    write_page(evidence_page(found, tuple(entries)), format=format, output=output, open=open)
    warn(tuple(problems))
    return EXIT_ERROR if problems else EXIT_OK


def remind(*, school: Path | None, output: Path, names: bool) -> int:
    """Write a calendar file with what comes due; a later one takes the place of an earlier one in the calendar."""
    from audit_tui.cli.own_calendar import replace_calendar
    from audit_tui.exports.calendar import to_calendar

    audit = context.open_audit(school)
    now = context.now()
    board = audit.board(now.date())
    audit.person.change(make_calendar_seed)
    data, events = to_calendar(board, now, seed=str(audit.person.choices.calendar_seed), names=names)
    replace_calendar(output, data)
    write(f"{count(events, 'reminder')} written to {output}. Open it with your calendar.\n")
    return EXIT_OK
