"""`policy`: which checks cover which clauses, and files for a school's own policy."""

import json
import os
from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write, write_page
from audit_tui.cli.problems import warn
from audit_tui.errors import UsageError
from audit_tui.files.read import is_folder
from audit_tui.formats.text import to_text
from audit_tui.library.coverage import coverage
from audit_tui.library.library import Library
from audit_tui.library.lint import check_paths
from audit_tui.library.loader import POLICIES
from audit_tui.library.new_policy import SCHEMA_FILE, start_policy
from audit_tui.library.references import References
from audit_tui.library.schema import policy_schema
from audit_tui.pages.policies import coverage_words, policies_page, policy_page
from audit_tui.pages.references import references_page
from audit_tui.paths import is_there
from audit_tui.school.lists import NOT_THERE
from audit_tui.school.which import which_folder
from audit_tui.settings.store import Settings
from audit_tui.text import count

GO_THERE = "go to the folder with your checklists, or name it: audit-tui policy check FOLDER"

IN_ITS_PLACE = (
    "A built-in policy has this name, and this file takes its place: its clauses are named by no check any more. "
    "To keep both, delete this file and choose another name.\n"
)


def list_all(*, school: Path | None) -> int:
    """List the policies with what of each is covered."""
    return show(school=school, name=None, short=False, format="text", output=None, open=False)


def show(*, school: Path | None, name: str | None, short: bool, format: str, output: Path | None, open: bool) -> int:
    """Write one policy's coverage, or an overview of all."""
    library = context.open_audit(school).person.library
    today = context.day_of(None)
    one = library.policy(name) if name else None
    if format == "json":
        from audit_tui.exports.as_json import policy_json

        write(policy_json(library, (one,) if one else tuple(library.policies.values()), today), output)
    else:
        page = policy_page(library, one, today, short=short) if one else policies_page(library, today)
        write_page(page, format=format, output=output, open=open)
    return EXIT_ERROR if warn(library.for_lead) else EXIT_OK


def new(*, school: Path | None, name: str) -> int:
    """Write a policy to start from into the school's folder, or into the one where one stands."""
    own = _own_folder(school)
    made, text = start_policy(name, context.day_of(None))
    around = own or _around_here()
    folder = Path() if around == Path().absolute().parent else around / POLICIES
    path = folder / f"{made}.toml"
    write(text, path)
    if is_there(context.find_places().builtin / POLICIES / path.name):
        write(IN_ITS_PLACE)
    if not os.path.lexists(folder / SCHEMA_FILE):
        write(_schema_text(context.open_audit(school).person.library), folder / SCHEMA_FILE)
    if own:
        write("Change it in any editor, then: audit-tui policy check\n")
    else:
        write(f"Change it in any editor, then: audit-tui policy check {path}\n")
        write(f'To see what covers it: audit-tui --checklists "{around.absolute()}" policy {made}\n')
    return EXIT_OK


def check(*, school: Path | None, paths: list[Path]) -> int:
    """Check policy files, or the school's folder, and count what covers their clauses."""
    checked = check_paths(paths or [_own_folder(school) or _here()], context.find_places().builtin)
    for library in checked.libraries:
        for name in sorted(library.own & {file.stem for file in checked.files}):
            write(f"{library.policies[name].school}, {coverage_words(coverage(library, library.policies[name]))}\n")
    write(f"{count(len(checked.files), 'file')} read, {count(len(checked.problems), 'problem')} found.\n")
    return EXIT_ERROR if warn(checked.problems) else EXIT_OK


def checks(*, school: Path | None, words: list[str]) -> int:
    """List the names of the checks that speak of something, for a lead to copy."""
    write(to_text(references_page(context.open_audit(school).person.library, " ".join(words))))
    return EXIT_OK


def schema(*, school: Path | None) -> int:
    """Print the JSON Schema that editors use to help with a policy file."""
    write(_schema_text(context.open_audit(school).person.library))
    return EXIT_OK


def _own_folder(school: Path | None) -> Path | None:
    """Give the school's folder, if one is named. Raises UserError where it is not there to be used."""
    places = context.find_places()
    found = which_folder(places._replace(school=school), Settings(places.settings).read().checklists)
    if found and not is_folder(found.path):
        raise UsageError(NOT_THERE, path=found.path, remedy="make it, or connect to where it is, and try again")
    return found.path if found else None


def _around_here() -> Path:
    """Give the folder where one stands, or the one around it where one stands among its policies."""
    here = Path().absolute()
    return here.parent if here.name == POLICIES else Path()


def _here() -> Path:
    """Give the folder that is checked where none is set. Raises UsageError where it has no policies."""
    folder = _around_here()
    if not is_folder(folder / POLICIES):
        raise UsageError("no school's folder is set", remedy=GO_THERE)
    return folder


def _schema_text(library: Library) -> str:
    names = References(library.checklists).places
    return json.dumps(policy_schema(names), indent=2, ensure_ascii=False) + "\n"
