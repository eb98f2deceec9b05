"""Doing an act in a process of its own, and killing it."""

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from .acts import Act
from .said import Said

START = 60.0
NEW = multiprocessing.get_context("forkserver")  # what was brought in once is there in every process begun from it
NEW.set_forkserver_preload(["tests.proof.removals"])


def run_and_kill(act: Act, home: Path, wait: Callable[[Connection], object]) -> list[Said]:
    """Do an act again and again until the wait, begun with its first word, is over; kill it and give what it said."""
    ours, theirs = NEW.Pipe(duplex=False)
    writer = NEW.Process(target=_do, args=(act, home, theirs))
    writer.start()
    theirs.close()
    assert ours.poll(START), "it did not begin"
    wait(ours)
    writer.kill()
    writer.join()
    assert writer.exitcode == -signal.SIGKILL, "it was still writing"
    return heard(ours)


def _do(act: Act, home: Path, told: Connection) -> None:
    for _ in act.goes(home, told.send):
        pass


def heard(ours: Connection) -> list[Said]:
    said: list[Said] = []
    with ours:
        while True:
            try:
                said.append(ours.recv())
            except EOFError:
                return said
