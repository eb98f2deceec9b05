"""Opening the app, or its twin in lines; without a terminal the board is printed."""

import gc
import os
import sys
from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.cli import context
from audit_tui.cli.main import EXIT_ERROR, EXIT_OK
from audit_tui.plain.accounts import offer_to_hold
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.plain.sitting import PlainSitting
from audit_tui.sitting.sitting import Sitting

PLAIN = "AUDIT_TUI_PLAIN"
OFF = ("", "0", "no", "off", "false")


def open_app(*, school: Path | None, plain: bool) -> int:
    """Open the app on a terminal, the menu in lines if asked, else print what is due."""
    if in_lines(plain=plain):
        gc.enable()
        run_menu(context.open_audit(school), console(), context.now)
        return EXIT_OK
    if not on_terminal():
        from audit_tui.cli.due import due

        return due(school=school, on=None, as_json=False, check=False)
    from audit_tui.tui.app import AuditApp

    return AuditApp(context.open_audit(school), context.now).run_to_end()


def review(*, school: Path | None, plain: bool, checklist: str) -> int:
    """Go through one checklist, on the screen or in lines."""
    audit = context.open_audit(school)
    found = audit.person.library.find(checklist)
    if in_lines(plain=plain) or not on_terminal():
        lines = console()
        offer_to_hold(audit, found, lines, context.day_of(None))
        return sit_in_lines(audit, audit.sitting(found, context.now()), lines)
    from audit_tui.tui.app import AuditApp

    return AuditApp(audit, context.now, first=found).run_to_end()


def sit_in_lines(audit: Audit, sitting: Sitting, lines: Console) -> int:
    """Go through a sitting in lines; an answer that could not be kept is an error."""
    gc.enable()
    return EXIT_OK if PlainSitting(audit, sitting, lines, context.now).run() else EXIT_ERROR


def in_lines(*, plain: bool) -> bool:
    """Tell whether lines were asked for, or are all that the terminal can show."""
    wished = os.environ.get(PLAIN, "").strip().casefold() not in OFF
    return plain or wished or (on_terminal() and os.environ.get("TERM") == "dumb")


def on_terminal() -> bool:
    """Tell whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def console() -> Console:
    """Begin a conversation in lines; what comes through a pipe ends its own lines on the screen."""
    return Console(sys.stdin, sys.stdout, echo=not sys.stdin.isatty())
