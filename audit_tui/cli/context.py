"""What every command needs: the audit at its places, and the clock."""

from argparse import Namespace
from dataclasses import replace
from datetime import date, datetime

from audit_tui.audit import Audit
from audit_tui.paths import find_paths


def open_audit(chosen: Namespace) -> Audit:
    """Open the audit where this person keeps it, with the school's own checklists if they were named."""
    found = find_paths()
    return Audit(replace(found, school=chosen.school) if chosen.school else found)


def now() -> datetime:
    """Read the clock, in the person's own time zone."""
    return datetime.now().astimezone()


def day_of(on: date | None) -> date:
    """Give the day asked for, or today."""
    return on or now().date()
