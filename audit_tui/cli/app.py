"""Opening the app, or its twin in lines; without a terminal the board is printed."""

import os
import sys
from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_OK

PLAIN = "AUDIT_TUI_PLAIN"
OFF = ("", "0", "no", "off", "false")


def open_app(*, school: Path | None, plain: bool) -> int:
    """Open the app on a terminal, the menu in lines if asked, else print what is due."""
    if in_lines(plain=plain):
        from audit_tui.cli.lines import menu

        menu(context.open_audit(school))
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
        from audit_tui.cli.lines import review_in_lines

        return review_in_lines(audit, found)
    from audit_tui.tui.app import AuditApp

    return AuditApp(audit, context.now, first=found).run_to_end()


def in_lines(*, plain: bool) -> bool:
    """Tell whether lines were asked for, or are all that the terminal can show."""
    wished = os.environ.get(PLAIN, "").strip().casefold() not in OFF
    return plain or wished or (on_terminal() and os.environ.get("TERM") == "dumb")


def on_terminal() -> bool:
    """Tell whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
