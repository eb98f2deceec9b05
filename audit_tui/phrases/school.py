"""The words for the school's folder: which it is, who named it, and what was found in it."""

from audit_tui.errors import UserError
from audit_tui.paths import SCHOOL
from audit_tui.school.found import Found
from audit_tui.school.which import By, SchoolFolder
from audit_tui.text import count, join_words

ABOUT_SCHOOL = "The folder in which your school keeps checklists and policies of its own."
HOW_TO_NAME = "Paste its path, as whoever looks after it gave it to you. Left empty, your own choice is taken out."
NONE = "none"
NONE_NAMED = "No folder is named: the built-in checklists are used alone."


def school_folder(folder: SchoolFolder | None, problem: UserError | None = None) -> str:
    """Give the folder itself, or say that there is none, or that a problem leaves it unknown."""
    return str(folder.path) if folder else "not known" if problem else NONE


def named_by(folder: SchoolFolder | None) -> str:
    """Say who named the school's folder."""
    if folder is None:
        return NONE_NAMED
    return {
        By.OPTION: "Named by --checklists, for this once.",
        By.VARIABLE: f"Named by the variable {SCHOOL}.",
        By.PERSON: f"Your own choice, in {folder.file}.",
        By.MACHINE: f"Named for everybody on this computer, in {folder.file}.",
    }[folder.by]


def not_known(problem: UserError) -> str:
    """Say that nobody knows which folder is the school's, for what names it cannot be used."""
    return f"not known. {problem}"


def found_there(found: Found) -> str:
    """Say what is in a school's folder, and how much of it cannot be used."""
    parts = [count(found.checklists, "checklist"), count(found.policies, "policy", "policies")]
    told = [part for part in parts if not part.startswith("0 ")]
    told += ["the school's rules"] if found.has_rules else []
    bad = (
        f" {count(found.unusable, 'file')} of it cannot be used: audit-tui checklists check says why."
        if found.unusable
        else ""
    )
    return f"Found there: {join_words(told)}.{bad}"


def school_kept(found: Found | None, now: SchoolFolder | None) -> str:
    """Say what was kept, and which folder counts now; another may go before the person's own choice."""
    if found is None:
        return f"Kept: you have no choice of your own. {_counts(now)}"
    if now and now.path != found.folder:
        return f"Kept. {found_there(found)} It does not count yet, for another goes before it. {_counts(now)}"
    return f"Kept. {found_there(found)}"


def _counts(now: SchoolFolder | None) -> str:
    return f"What counts is {now.path}. {named_by(now)}" if now else NONE_NAMED
