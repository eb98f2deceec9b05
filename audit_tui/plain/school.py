"""The school's folder in lines: which it is, who named it, and another in its place."""

from datetime import date

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.phrases.school import ABOUT_SCHOOL, named_by, not_known, school_folder, school_kept
from audit_tui.plain.console import Console

PROMPT = "Another folder, none to take your own choice out, or just Enter to leave this as it is:"
NO = "none"


def ask_school(audit: Audit, console: Console, today: date) -> None:
    """Say which folder is the school's, then ask for another until it will do. Raises NoMoreInput."""
    person = audit.person
    now = f"{school_folder(person.school)}. {named_by(person.school)}"
    if person.school_problem and not person.school:
        now = not_known(person.school_problem)
    console.say(ABOUT_SCHOOL, f"Now: {now}")
    while said := console.ask(PROMPT):
        try:
            found = audit.choose_school("" if said.casefold() == NO else said, today)
        except UserError as problem:
            console.say(f"Not kept. {problem}")
        else:
            console.say(school_kept(found, person.school))
            return
