"""Doing an act in several processes at once, on one home."""

from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from .acts import Act
from .killed import NEW, START
from .said import Said


class Together(NamedTuple):
    """What several processes said between them, and how many of them ended with a traceback."""

    said: list[Said]
    crashed: int


def do_at_once(act: Act, home: Path, processes: int, goes: int) -> Together:
    """Do an act so many times in each of several processes, which all begin once the last is ready."""
    home.mkdir(parents=True, exist_ok=True)
    pipes = [NEW.Pipe() for _ in range(processes)]
    writers = [NEW.Process(target=_do, args=(act, home, theirs, goes)) for _, theirs in pipes]
    for writer, (_, theirs) in zip(writers, pipes, strict=True):
        writer.start()
        theirs.close()
    for ours, _ in pipes:
        assert ours.poll(START), "it did not begin"
        ours.recv()
    for ours, _ in pipes:
        ours.send("go")
    said = [each for ours, _ in pipes for each in _heard(ours)]
    for writer in writers:
        writer.join()
    return Together(said, sum(writer.exitcode != 0 for writer in writers))


def _do(act: Act, home: Path, told: Connection, goes: int) -> None:
    said: list[Said] = []
    doing = act.goes(home, said.append)
    told.send("ready")
    told.recv()
    try:
        for _ in islice(doing, goes):
            pass
    finally:
        told.send(said)


def _heard(ours: Connection) -> list[Said]:
    with ours:
        said: list[Said] = ours.recv()
        return said
