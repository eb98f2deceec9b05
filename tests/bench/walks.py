"""What is done in a session, and what is timed in it."""

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from .ratios import Figures, percentile
from .screen import shows
from .session import Session, SessionError

READY = r"Ten minutes now +about"
CARD = r"Should be: "
KEYS = ("down",) * 16 + ("up",) * 8
ANSWERS = 6
LOOKED = 1.0  # nobody opens a row before it was read
CONSIDERED = 1.3  # a card takes an answer once it has been looked at


@dataclass(frozen=True)
class Program:
    """A program with a screen: how it is started, when it is ready, the keys that are timed, and the one that ends it."""

    command: Sequence[str]
    environment: Mapping[str, str]
    ready: str
    keys: Sequence[str] = field(default=KEYS)
    quit: str = "ctrl+q"


def look(program: Program) -> Figures:
    """Start it, press its keys, and quit."""
    with Session(program.command, program.environment) as session:
        ready = session.ready(shows(program.ready))
        keys = [session.press(key) for key in program.keys]
        memory = session.memory()
        return {
            "ready": ready,
            "key": median(keys),
            "key p95": percentile(keys, 0.95),
            "memory": memory,
            "quit": session.quit(program.quit),
        }


def open_board(program: Program) -> Figures:
    """Start it, and quit."""
    with Session(program.command, program.environment) as session:
        ready = session.ready(shows(program.ready))
        session.quit(program.quit)
        return {"ready": ready}


def open_card(program: Program, title: str) -> Figures:
    """Start it, and open the first checklist under the line for now, which is to have this title."""
    with Session(program.command, program.environment) as session:
        session.ready(shows(program.ready))
        session.press("down")
        return {"card": _opened(session, rf"{title} · check 1 of [\s\S]+{CARD}")}


def _opened(session: Session, card: str = CARD) -> float:
    session.rest(LOOKED)
    return session.press("enter", shows(card))


def answer(program: Program, home: Path) -> Figures:
    """Open the first card in a copy of a home and answer some checks; each must be on disk once the next is seen."""
    with TemporaryDirectory(dir=home.parent) as folder:
        own = Path(shutil.copytree(home, Path(folder) / "home"))
        os.sync()  # a flush then waits for the answer alone, not for the copy
        earlier = frozenset(path.name for path in own.glob("journal/*"))
        environment = {**program.environment, "AUDIT_TUI_HOME": str(own)}
        with Session(program.command, environment) as session:
            session.ready(shows(program.ready))
            card = _opened(session)
            took = [_answer(session, own, earlier, number) for number in range(1, ANSWERS + 1)]
        return {"card": card, "answer": median(took)}


def _answer(session: Session, home: Path, earlier: frozenset[str], number: int) -> float:
    session.rest(CONSIDERED)
    took = session.press(str(number % 2 + 1), shows(rf"check {number + 1} of"))
    if _answers(home, earlier) != number:
        raise SessionError("a check was left before its answer was on disk")
    return took


def _answers(home: Path, earlier: frozenset[str]) -> int:
    """Count the answers in the files that are new in a journal."""
    new = [path for path in home.glob("journal/*.toml") if path.name not in earlier]
    return sum(path.read_text(encoding="utf-8").count("[[answer]]") for path in new)
