"""Judging what a power cut left: laid out as real files, and looked at as after a kill."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from audit_tui.files.disk import make_folder
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library
from audit_tui.paths import find_paths
from audit_tui.person import Person

from .acts import Act
from .cuts import Picture, lay_out
from .drive import Log
from .found import SHARED
from .said import Found, Said, lost

OTHERS = "statement"
NEW_HOME = Path("staff", "home")
TEMPORARY = ".tmp"


def home_on(drive: Path, act: Act) -> Path:
    """Give a home that is not there yet; where others made a folder to hand in to, that is there already."""
    home = drive / NEW_HOME
    if act.name.startswith(OTHERS):
        make_folder(home / SHARED)
    return home


def lost_in(act: Act, log: Log, picture: Picture) -> list[str]:
    """Name what was said before the cut to be kept, or taken back, and is not so in what is left of the drive."""
    said = [entry for entry in log if isinstance(entry, Said)]
    seen = frozenset((path, contents) for path, contents in picture.items() if not path.endswith(TEMPORARY))
    return [f"{act.name}: {each}" for each in lost(said, _found(act, seen))]


@lru_cache(maxsize=1024)
def _found(act: Act, seen: frozenset[tuple[str, bytes | None]]) -> Found:
    """Look at what is left; temporary files make no difference, so it is looked at once for all of them."""
    with TemporaryDirectory() as folder:
        lay_out(dict(sorted(seen)), Path(folder))
        with reading_checklists_once():
            return act.found(Path(folder, NEW_HOME))


@contextmanager
def reading_checklists_once() -> Iterator[None]:
    """Let every audit of this process have the same checklists: thousands are opened, and no checklist changes."""
    with patch.object(Person, "_read_library", lambda _: _library()):
        yield


@cache
def _library() -> Library:
    return read_library([find_paths({}).builtin])
