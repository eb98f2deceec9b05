"""The one file on a machine that names the school's folder for everybody, kept by whoever looks after the machine."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple

from audit_tui.errors import Unreadable
from audit_tui.files.model import SCHEMA, FileModel, Text
from audit_tui.files.read import read_model, who_else_writes
from audit_tui.paths import is_there
from audit_tui.school.typed import whole_folder

ASK = "whoever looks after this computer can {}; until then the built-in checklists are used alone"
QUOTED = "write the folder between single quotes, as checklists = '\\\\server\\share\\our-checks'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(FileModel):
    """The file site.toml in the platform's folder for all who use a machine."""

    KEYS: ClassVar = {"schema_": "schema"}

    schema_: Literal[1] = SCHEMA
    """The version of this format."""
    checklists: Text
    """The folder with the school's own checklists; one that is not a full path begins beside this file."""


class Named(NamedTuple):
    """A folder, and the machine's file that names it."""

    file: Path
    folder: Path


def read_site(places: Iterable[Path]) -> Named | None:
    """Read the first of the places in which there is such a file. Raises Unreadable.

    One that others than root and oneself may change is not used: it could lead everybody astray.
    """
    file = next((place for place in places if is_there(place)), None)
    if file is None:
        return None
    try:
        _refuse_open(file)
        return Named(file, whole_folder(read_model(Site, file).checklists, beside=file.parent))
    except ValueError as error:
        raise Unreadable(str(error), path=file, key="checklists", remedy=ASK.format(QUOTED)) from error
    except Unreadable as problem:
        is_folder_at_fault = problem.key.endswith("checklists") or "\\" in problem.what
        remedy = ASK.format(QUOTED if is_folder_at_fault else problem.remedy or "mend that")
        raise type(problem)(problem.what, path=problem.path, key=problem.key, remedy=remedy) from problem


def _refuse_open(file: Path) -> None:
    for place in (file, file.parent):
        if who := who_else_writes(place):
            told = f"{who} may change this, so it is not used for everybody"
            raise Unreadable(told, path=place, remedy="let root alone change it")
