"""`school`: the folder of the school's own checklists and policies."""

from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_OK
from audit_tui.cli.output import write
from audit_tui.errors import UsageError
from audit_tui.formats.page import Facts, Page, Para
from audit_tui.formats.text import to_text
from audit_tui.phrases.school import ABOUT_SCHOOL, found_there, named_by, not_known, school_folder, school_kept
from audit_tui.school.found import look_into

TITLE = "The school's folder"


def school(*, school: Path | None, folder: str | None, none: bool) -> int:
    """Set the folder or take the person's own choice out, else show which one counts and who named it."""
    audit = context.open_audit(school)
    if folder is None and not none:
        write(to_text(Page(TITLE, (Para(ABOUT_SCHOOL), *_shown(audit)), "")))
        return EXIT_OK
    if none and folder is not None:
        raise UsageError("a folder and --none do not go together", remedy="leave one out")
    if not none and not (folder or "").strip():
        raise UsageError("the folder is empty", remedy="name one, or write --none to take yours out")
    found = audit.choose_school("" if none else folder or "", context.day_of(None))
    write(f"{school_kept(found, audit.person.school)}\n")
    return EXIT_OK


def _shown(audit: Audit) -> tuple[Facts | Para, ...]:
    person = audit.person
    if person.school_problem and not person.school:
        return (Facts((("Folder", not_known(person.school_problem)),)),)
    there = ""
    if person.school and not person.school_problem:
        there = found_there(look_into(str(person.school.path), audit.paths.builtin))
    to_set = ("To choose another", "audit-tui school FOLDER; --none takes your own choice out")
    for_all = ("For everybody here", " or ".join(map(str, audit.paths.site)))
    facts = Facts((("Folder", school_folder(person.school)), to_set, for_all))
    return Para(" ".join(filter(None, (named_by(person.school), there)))), facts
