"""How often an answer is flushed to the disk, counted apart from anything that is timed."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .counting.sitecustomize import NOTED
from .screen import shows
from .session import Session
from .walks import CARD, CONSIDERED, LOOKED, Program

ANSWERS = 3
COUNTING = Path(__file__).with_name("counting")


@dataclass(frozen=True)
class Flushes:
    """The most for one answer: in a journal that is there, and for the very first, which makes the journal."""

    usual: int
    first: int

    def __str__(self) -> str:
        """Say both."""
        return f"{self.usual} ({self.first} the first time)" if self.first != self.usual else str(self.usual)


def count_flushes(program: Program, home: Path) -> Flushes:
    """Answer some checks in a copy of a home, and one in a home without a journal."""
    with TemporaryDirectory(dir=home.parent) as folder:
        own = Path(shutil.copytree(home, Path(folder) / "own"))
        bare = Path(folder) / "bare"
        bare.mkdir()
        shutil.copy(home / "settings.toml", bare)
        return Flushes(max(_counted(program, own, ANSWERS)), max(_counted(program, bare, 1)))


def _counted(program: Program, home: Path, answers: int) -> list[int]:
    noted = home.with_suffix(".flushes")
    environment = {**program.environment, "AUDIT_TUI_HOME": str(home), "PYTHONPATH": str(COUNTING), NOTED: str(noted)}
    with Session(program.command, environment) as session:
        session.ready(shows(program.ready))
        session.rest(LOOKED)
        session.press("enter", shows(CARD))
        return [_one(session, noted, number) for number in range(1, answers + 1)]


def _one(session: Session, noted: Path, number: int) -> int:
    session.rest(CONSIDERED)
    noted.write_text("", encoding="utf-8")
    session.press(str(number % 2 + 1), shows(rf"check {number + 1} of"))
    session.settle()
    return len(noted.read_text(encoding="utf-8"))
