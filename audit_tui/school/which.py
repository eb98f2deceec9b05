"""Which folder is the school's, asked in this order: the option, the variable, the person's own, the machine's file."""

from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from audit_tui.errors import Unreadable
from audit_tui.paths import Paths
from audit_tui.school.site import read_site
from audit_tui.school.typed import whole_folder


class By(Enum):
    """Who named the school's folder."""

    OPTION = auto()
    VARIABLE = auto()
    PERSON = auto()
    MACHINE = auto()


class SchoolFolder(NamedTuple):
    """A school's folder, who named it, and the file in which they did."""

    path: Path
    by: By
    file: Path | None = None


def which_folder(paths: Paths, own: str | None) -> SchoolFolder | None:
    """Give the school's folder; `own` is the person's choice. Raises Unreadable where what names it is not sound."""
    if paths.school:
        return SchoolFolder(paths.school.absolute(), By.OPTION)
    if paths.variable:
        return SchoolFolder(paths.variable, By.VARIABLE)
    if own:
        try:
            return SchoolFolder(whole_folder(own), By.PERSON, paths.settings)
        except ValueError as error:
            raise Unreadable(str(error), path=paths.settings, key="checklists") from error
    if site := read_site(paths.site):
        return SchoolFolder(site.folder, By.MACHINE, site.file)
    return None
