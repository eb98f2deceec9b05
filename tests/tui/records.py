"""Answers given earlier, for screens that show what was."""

from datetime import date

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput

from ..conftest import Clock


def answered(audit: Audit, checklist: Checklist, clock: Clock, *results: Result, on: date | None = None) -> None:
    """Give these answers in one sitting, on today's day or on another."""
    before, clock.day = clock.day, on or clock.day
    sitting = audit.sitting(checklist, clock())
    for position, result in enumerate(results):
        sitting.answer(position, AnswerInput(result), clock())
    clock.day = before


def logged(audit: Audit, checklist: Checklist, clock: Clock, what: str) -> None:
    """Write an entry into an evidence log."""
    audit.sitting(checklist, clock()).log(checklist, EvidenceInput(what), clock())
