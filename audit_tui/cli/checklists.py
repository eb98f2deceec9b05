"""`checklists`: list them, show one, check files, print the schema."""

import json
from argparse import Namespace
from pathlib import Path

from audit_tui.cli import context, output
from audit_tui.cli.main import EXIT_ERROR, EXIT_OK
from audit_tui.formats.text import to_text
from audit_tui.library.lint import check_paths
from audit_tui.library.schema import checklist_schema
from audit_tui.library.template import SCHEMA_FILE, start_from
from audit_tui.pages.checklists import checklist_page, library_page
from audit_tui.pages.sheet import sheet_page
from audit_tui.paths import find_paths
from audit_tui.text import count


def list_all(chosen: Namespace) -> int:
    """List every checklist there is."""
    audit = context.open_audit(chosen)
    output.write(to_text(library_page(audit.library, audit.held())))
    output.warn(audit.library.problems)
    return EXIT_ERROR if audit.library.problems else EXIT_OK


def show(chosen: Namespace) -> int:
    """Show one checklist whole."""
    library = context.open_audit(chosen).library
    output.write(to_text(checklist_page(library.find(chosen.id), library, context.day_of(None))))
    return EXIT_OK


def sheet(chosen: Namespace) -> int:
    """Write a blank sheet of one checklist."""
    output.write_page(sheet_page(context.open_audit(chosen).library.find(chosen.id), short=chosen.short), chosen)
    return EXIT_OK


def new(chosen: Namespace) -> int:
    """Write a file to start from, with a comment at each key, into the folder one stands in."""
    library = context.open_audit(chosen).library
    path = Path(f"{chosen.id}.toml")
    text = start_from(chosen.id, library.find(chosen.source) if chosen.source else None)
    output.write(text, path)
    if not Path(SCHEMA_FILE).exists():
        output.write(_schema_text(), Path(SCHEMA_FILE))
    output.write(f"Change it in any editor, then: audit-tui checklists check {path}\n")
    return EXIT_OK


def check(chosen: Namespace) -> int:
    """Check files or folders, and say of each what is wrong."""
    paths: list[Path] = chosen.paths
    read, problems = check_paths(paths, find_paths().builtin)
    output.write(f"{count(read, 'file')} read, {count(len(problems), 'problem')} found.\n")
    output.warn(problems)
    return EXIT_ERROR if problems else EXIT_OK


def schema(_: Namespace) -> int:
    """Print the JSON Schema that editors use to help with a checklist file."""
    output.write(_schema_text())
    return EXIT_OK


def _schema_text() -> str:
    return json.dumps(checklist_schema(), indent=2, ensure_ascii=False) + "\n"
