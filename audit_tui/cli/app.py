"""Opening the app, or its twin in lines; without a terminal the board is printed."""

import gc
import os
import sys
from argparse import Namespace

from audit_tui.cli import context
from audit_tui.cli.main import EXIT_OK
from audit_tui.plain.console import Console
from audit_tui.plain.menu import run_menu
from audit_tui.plain.review import PlainReview

PLAIN = "AUDIT_TUI_PLAIN"


def open_app(chosen: Namespace) -> int:
    """Open the app on a terminal, the menu in lines if asked, else print what is due."""
    if _in_lines(chosen):
        gc.enable()
        run_menu(context.open_audit(chosen), _talk(), context.now)
        return EXIT_OK
    if not _on_terminal():
        from audit_tui.cli.due import due

        return due(Namespace(on=None, json=False, check=False, school=chosen.school))
    from audit_tui.tui.app import AuditApp

    return AuditApp(context.open_audit(chosen), context.now).run_to_end()


def review(chosen: Namespace) -> int:
    """Go through one checklist, on the screen or in lines."""
    audit = context.open_audit(chosen)
    checklist = audit.library.find(chosen.id)
    if _in_lines(chosen) or not _on_terminal():
        gc.enable()
        PlainReview(audit, checklist, _talk(), context.now).run()
        return EXIT_OK
    from audit_tui.tui.app import AuditApp

    return AuditApp(audit, context.now, first=checklist).run_to_end()


def _in_lines(chosen: Namespace) -> bool:
    return bool(chosen.plain or os.environ.get(PLAIN) or (_on_terminal() and os.environ.get("TERM") == "dumb"))


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _talk() -> Console:
    return Console(sys.stdin, sys.stdout, echo=not sys.stdin.isatty())
