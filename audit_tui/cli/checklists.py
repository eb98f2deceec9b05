"""`checklists`: list them, show one, check files, print the schema."""

import json
from argparse import Namespace
from pathlib import Path

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE, WRONG
from audit_tui.library.checking import check_paths
from audit_tui.library.schema import checklist_schema
from audit_tui.library.starting import SCHEMA_FILE, start_from
from audit_tui.places import places
from audit_tui.report.content import checklist_page, library_page
from audit_tui.report.sheet import sheet_page
from audit_tui.report.text import to_text
from audit_tui.words import count


def list_all(chosen: Namespace) -> int:
    """List every checklist there is."""
    audit = at_hand.audit(chosen)
    at_hand.write(to_text(library_page(audit.library, audit.held())))
    at_hand.warn(audit.library.problems)
    return WRONG if audit.library.problems else FINE


def show(chosen: Namespace) -> int:
    """Show one checklist whole."""
    library = at_hand.audit(chosen).library
    at_hand.write(to_text(checklist_page(library.find(chosen.id), library, at_hand.day_of(None))))
    return FINE


def sheet(chosen: Namespace) -> int:
    """Write a blank sheet of one checklist."""
    at_hand.write_page(sheet_page(at_hand.audit(chosen).library.find(chosen.id), short=chosen.short), chosen)
    return FINE


def new(chosen: Namespace) -> int:
    """Write a file to start from, with a comment at each key, into the folder one stands in."""
    library = at_hand.audit(chosen).library
    path = Path(f"{chosen.id}.toml")
    text = start_from(chosen.id, library.find(chosen.source) if chosen.source else None)
    at_hand.write(text, path)
    if not Path(SCHEMA_FILE).exists():
        at_hand.write(_schema_text(), Path(SCHEMA_FILE))
    at_hand.write(f"Change it in any editor, then: audit-tui checklists check {path}\n")
    return FINE


def check(chosen: Namespace) -> int:
    """Check files or folders, and say of each what is wrong."""
    paths: list[Path] = chosen.paths
    read, problems = check_paths(paths, places().builtin)
    at_hand.write(f"{count(read, 'file')} read, {count(len(problems), 'problem')} found.\n")
    at_hand.warn(problems)
    return WRONG if problems else FINE


def schema(_: Namespace) -> int:
    """Print the JSON Schema that editors use to help with a checklist file."""
    at_hand.write(_schema_text())
    return FINE


def _schema_text() -> str:
    return json.dumps(checklist_schema(), indent=2, ensure_ascii=False) + "\n"
