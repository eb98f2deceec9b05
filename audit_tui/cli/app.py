"""Opening the app, or its twin in lines; without a terminal the board is printed."""

import gc
import os
import sys
from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE
from audit_tui.plain.menu import run_menu
from audit_tui.plain.review import PlainReview
from audit_tui.plain.talk import Talk

PLAIN = "AUDIT_TUI_PLAIN"


def open_app(chosen: Namespace) -> int:
    """Open the app on a terminal, the menu in lines if asked, else print what is due."""
    if _in_lines(chosen):
        gc.enable()
        run_menu(at_hand.audit(chosen), _talk(), at_hand.now)
        return FINE
    if not _on_terminal():
        from audit_tui.cli.due import due

        return due(Namespace(on=None, json=False, check=False, school=chosen.school))
    from audit_tui.tui.app import AuditApp

    return AuditApp(at_hand.audit(chosen), at_hand.now).run_to_end()


def review(chosen: Namespace) -> int:
    """Go through one checklist, on the screen or in lines."""
    audit = at_hand.audit(chosen)
    checklist = audit.library.find(chosen.id)
    if _in_lines(chosen) or not _on_terminal():
        gc.enable()
        PlainReview(audit, checklist, _talk(), at_hand.now).run()
        return FINE
    from audit_tui.tui.app import AuditApp

    return AuditApp(audit, at_hand.now, first=checklist).run_to_end()


def _in_lines(chosen: Namespace) -> bool:
    return bool(chosen.plain or os.environ.get(PLAIN) or (_on_terminal() and os.environ.get("TERM") == "dumb"))


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _talk() -> Talk:
    return Talk(sys.stdin, sys.stdout, echo=not sys.stdin.isatty())
