"""`checklists`: list them, show one, check files, print the schema."""

import json
import os
from datetime import date
from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write, write_page
from audit_tui.cli.problems import warn
from audit_tui.formats.text import to_text
from audit_tui.library.library import meant
from audit_tui.library.lint import check_paths
from audit_tui.library.names import id_of
from audit_tui.library.overlaid import refuse_in_its_place
from audit_tui.library.schema import checklist_schema
from audit_tui.library.template import KEPT, SCHEMA_FILE, start_from
from audit_tui.pages.checklists import checklist_page, library_page
from audit_tui.pages.sheet import sheet_page
from audit_tui.pages.upkeep import stale_page, wrong_page
from audit_tui.paths import is_there
from audit_tui.schedule.due import comes_round_here
from audit_tui.text import count


def list_all(*, school: Path | None) -> int:
    """List every checklist there is."""
    audit = context.open_audit(school)
    write(to_text(library_page(audit.person.library, audit.person.held())))
    return EXIT_OK


def show(*, school: Path | None, checklist: str) -> int:
    """Show one checklist whole."""
    person = context.open_audit(school).person
    found = person.library.find(checklist)
    cadence = comes_round_here(found, person.calendar().every)
    first = meant(found, checklist)
    write(to_text(checklist_page(found, person.library, context.day_of(None), first, cadence=cadence)))
    return EXIT_OK


def sheet(*, school: Path | None, checklist: str, short: bool, format: str, output: Path | None, open: bool) -> int:
    """Write a blank sheet of one checklist."""
    page = sheet_page(context.open_audit(school).person.library.find(checklist), short=short)
    write_page(page, format=format, output=output, open=open)
    return EXIT_OK


def new(*, school: Path | None, name: str, source: str | None) -> int:
    """Write a file to start from, with a comment at each key, into the folder one stands in."""
    library = context.open_audit(school).person.library
    path = Path(f"{id_of(name, KEPT)}.toml")
    copied = library.find(source) if source else None
    if is_there(context.find_places().builtin / path):
        refuse_in_its_place(path.stem, copied)
    write(start_from(name, copied, context.day_of(None)), path)
    if not os.path.lexists(SCHEMA_FILE):
        write(_schema_text(), Path(SCHEMA_FILE))
    write(f"Change it in any editor, then: audit-tui checklists check {path}\n")
    return EXIT_OK


def check(*, paths: list[Path]) -> int:
    """Check files or folders, and say of each what is wrong."""
    checked = check_paths(paths, context.find_places().builtin)
    write("".join(f"Note: {note}\n" for note in checked.notes))
    write(f"{count(len(checked.files), 'file')} read, {count(len(checked.problems), 'problem')} found.\n")
    return EXIT_ERROR if warn(checked.problems) else EXIT_OK


def stale(*, school: Path | None, on: date | None) -> int:
    """List the steps that are old, doubtful or from memory."""
    library = context.open_audit(school).person.library
    write(to_text(stale_page(library, context.day_of(on))))
    return EXIT_OK


def wrong(*, school: Path | None, name: str, output: Path | None) -> int:
    """Write a word about a check whose steps led nowhere, to be sent to whoever keeps the content."""
    checklist, check = context.open_audit(school).person.library.check(name)
    write(to_text(wrong_page(checklist, check, context.day_of(None))), output)
    return EXIT_OK


def schema() -> int:
    """Print the JSON Schema that editors use to help with a checklist file."""
    write(_schema_text())
    return EXIT_OK


def _schema_text() -> str:
    return json.dumps(checklist_schema(), indent=2, ensure_ascii=False) + "\n"
