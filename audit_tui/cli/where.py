"""`where`: the folders in which everything is kept, and the school's."""

from pathlib import Path

from audit_tui.cli.context import find_places
from audit_tui.cli.exits import EXIT_OK
from audit_tui.cli.output import write
from audit_tui.errors import Unreadable
from audit_tui.formats.page import Facts, Page, Para
from audit_tui.formats.text import to_text
from audit_tui.paths import HOME, Paths
from audit_tui.phrases.school import named_by, school_folder
from audit_tui.school.which import which_folder
from audit_tui.settings.store import Settings


def where(*, school: Path | None) -> int:
    """Show each place, how to move them all, and the school's folder with who named it."""
    paths = find_places()
    pairs = tuple((name, str(path)) for name, path in paths.described().items())
    told = Para(
        f"audit-tui itself sends nothing anywhere. Set {HOME} to keep your own files in a folder of your choice."
    )
    folder = _school(paths._replace(school=school))
    write(to_text(Page("Where things are kept", (Facts((*pairs, *folder)), told))))
    return EXIT_OK


def _school(paths: Paths) -> tuple[tuple[str, str], ...]:
    """Give the school's folder as the settings and the machine name it; the folder itself is not looked for."""
    try:
        folder = which_folder(paths, Settings(paths.settings).read().checklists)
    except Unreadable as problem:
        return (("The school's folder", f"not known, for {problem.path} cannot be used; audit-tui school says why"),)
    return (("The school's folder", f"{school_folder(folder)}. {named_by(folder)}"),)
