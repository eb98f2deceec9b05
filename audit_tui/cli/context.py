"""What every command needs: the audit at its places, and the clock."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from audit_tui.cli.problems import tell_at_the_end
from audit_tui.errors import UsageError
from audit_tui.paths import HOME, SCHOOL, Paths, find_paths

if TYPE_CHECKING:
    from audit_tui.audit import Audit


def open_audit(school: Path | None) -> "Audit":
    """Open the audit where this person keeps it, with the school's own checklists if they were named.

    What it cannot use is told when the command ends, unless the command tells it itself.
    """
    from audit_tui.audit import Audit

    found = find_places()
    audit = Audit(found._replace(school=school) if school else found)
    audit.person.note_held(now().date())
    tell_at_the_end(lambda: audit.problems)
    return audit


def find_places() -> Paths:
    """Find every folder. Raises UsageError where the person's own override is no path."""
    try:
        return find_paths()
    except ValueError as error:
        raise UsageError(str(error), key=f"{HOME} or {SCHOOL}") from error


def now() -> datetime:
    """Read the clock, in the person's own time zone."""
    return datetime.now().astimezone()


def day_of(on: date | None) -> date:
    """Give the day asked for, or today."""
    return on or now().date()
