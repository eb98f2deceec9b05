"""A conversation in lines, as a test holds it."""

import io
from collections.abc import Callable
from datetime import date, datetime

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.plain.sitting import PlainSitting
from audit_tui.record import Answer, Result
from audit_tui.sitting.sitting import Sitting

Now = Callable[[], datetime]


def console(*lines: str, piped: bool = True) -> tuple[Console, io.StringIO]:
    told = io.StringIO()
    return Console(io.StringIO("".join(f"{line}\n" for line in lines)), told, echo=piped), told


def sit(audit: Audit, checklist: Checklist, now: Now, *lines: str, piped: bool = True) -> tuple[bool, str]:
    """Go through one list; give whether all of it was kept, and what was told, each text on one line."""
    lines_of, told = console(*lines, piped=piped)
    kept = PlainSitting(audit, audit.sitting(checklist, now()), lines_of, now).run()
    return kept, " ".join(told.getvalue().split())


def go_on(audit: Audit, sitting: Sitting, now: Now, *lines: str) -> str:
    """Go through a sitting that was begun elsewhere."""
    lines_of, told = console(*lines)
    PlainSitting(audit, sitting, lines_of, now).run()
    return " ".join(told.getvalue().split())


def menu(audit: Audit, now: Now, *lines: str, piped: bool = True) -> str:
    """Type into the menu; give what was told, line for line."""
    lines_of, told = console(*lines, piped=piped)
    run_menu(audit, lines_of, now)
    return told.getvalue()


def answers(audit: Audit, checklist: Checklist, today: date) -> dict[str, Answer]:
    """Give what counts now, by check, as somebody who opens the app anew would see it."""
    checks = Audit(audit.paths).status(checklist, today).checks
    return {check.check.id: check.answer for check in checks if check.answer}


def results(audit: Audit, checklist: Checklist, today: date) -> dict[str, Result]:
    return {name: answer.result for name, answer in answers(audit, checklist, today).items()}
