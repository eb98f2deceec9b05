"""Folders that would hold a lead, or anybody, up: full of what is no statement, or of too many names."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.files.read import parse_toml
from audit_tui.team import received
from audit_tui.team.folder import file_name, to_bytes
from audit_tui.team.received import MOST_ODD, read_folder
from audit_tui.team.statement import LARGEST, Statement, Tail

from .heavy import hostile
from .kinds import LATER
from .whole import DAY, SHARED, fill, places

WORST = "numbers under answer"
MANY = 100
MOST_PARSED = MOST_ODD // LARGEST + 1


class Held(NamedTuple):
    """How many files of a folder were parsed, for how many seconds it was looked at, and how many were told of.

    A folder that was refused as a whole tells of none, and says so.
    """

    parsed: int
    seconds: float
    told: int
    refusal: str = ""


def looked_at(folder: Path) -> Held:
    """Read a folder of statements, and count what was parsed for it."""
    with patch.object(received, "parse_toml", wraps=parse_toml) as parsed:
        began = time.process_time()
        try:
            told, refusal = len(read_folder(folder, LATER).problems), ""
        except UserError as problem:
            told, refusal = 0, str(problem)
        return Held(parsed.call_count, time.process_time() - began, told, refusal)


def hostile_folder(names: int, data: bytes = b"") -> Held:
    """Look at a folder with two sound statements and so many hostile ones."""
    with TemporaryDirectory() as home:
        fill(Path(home))
        data = data or worst()
        for number in range(names):
            (Path(home, SHARED) / f"x{number}.toml").write_bytes(data)
        return looked_at(Path(home, SHARED))


def honest_folder(names: int) -> Held:
    """Look at a folder of so many people's sound statements."""
    with TemporaryDirectory() as folder:
        for number in range(names):
            own = Statement(
                id=f"{number:016x}", label="Teacher A", made=DAY, checklists=9, up_to_date=9, due=0, overdue=0,
                open_actions=0, exceptions=0, end=Tail(checklists=9),
            )  # fmt: skip
            Path(folder, file_name(own)).write_bytes(to_bytes(own))
        return looked_at(Path(folder))


def worst() -> bytes:
    """Give what takes longest to look at of all that may be put there, whole as TOML."""
    return dict(hostile())[WORST][: LARGEST - 1].rpartition(b",")[0] + b"]"


def crowded(names: int) -> bool:
    """Tell whether a journal of so many names is told of, and the rest of the program goes on."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home)
        for number in range(names):
            (home / "journal" / f"{number}.toml").touch()
        audit = Audit(places(home))
        return bool(audit.board(LATER).lists) and "Move some of them away" in " ".join(map(str, audit.problems))
