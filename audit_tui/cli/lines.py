"""The app's twin in lines: its menu, and sittings."""

import gc
import sys

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.stopped import stopped_gently
from audit_tui.plain.accounts import offer_to_hold
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.plain.sitting import PlainSitting
from audit_tui.sitting.sitting import Sitting


def menu(audit: Audit) -> None:
    """Show the menu until the person leaves it."""
    gc.enable()
    with stopped_gently():
        run_menu(audit, _console(), context.now)


def review_in_lines(audit: Audit, checklist: Checklist) -> int:
    """Go through one checklist in lines, after asking whether it is theirs."""
    lines = _console()
    with stopped_gently():
        offer_to_hold(audit, checklist, lines, context.day_of(None))
    return _sit(audit, audit.sitting(checklist, context.now()), lines)


def sit_in_lines(audit: Audit, sitting: Sitting) -> int:
    """Go through a sitting in lines; an answer that could not be kept is an error."""
    return _sit(audit, sitting, _console())


def _sit(audit: Audit, sitting: Sitting, lines: Console) -> int:
    gc.enable()
    with stopped_gently():
        return EXIT_OK if PlainSitting(audit, sitting, lines, context.now).run() else EXIT_ERROR


def _console() -> Console:
    """Begin a conversation in lines; what comes through a pipe ends its own lines on the screen."""
    return Console(sys.stdin, sys.stdout, echo=not sys.stdin.isatty())
