"""Doing an act in processes that kill themselves, at one call of the system after the other."""

import multiprocessing
import os
import signal
from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, NamedTuple

from .acts import Act
from .calls import Call, Do, between
from .killed import NEW, heard
from .one_library import one_library
from .said import Found, Said, Thing, lost

Moment = Literal["before", "half way", "after"]
FORK = multiprocessing.get_context("fork") if os.name == "posix" else multiprocessing.get_context()
REPLACED = {"statement", "phone", "page", "new phone", "reminders", "draft"}  # the next one takes their place
WRITE = os.write


class Point(NamedTuple):
    """A call that writes, by its number, and the moment at it; half way through is for writing itself."""

    number: int
    moment: Moment


def kill_at_every_call(act: Act, goes: int, moments: Collection[Moment]) -> tuple[int, list[str]]:
    """Kill so many goes of an act at each call that they make; give how many points there were, and what was lost."""
    ours, theirs = NEW.Pipe(duplex=False)
    worker = NEW.Process(target=_try_all, args=(theirs, act, goes, moments))
    worker.start()
    theirs.close()
    with ours:
        tried, gone = ours.recv()
    worker.join()
    return tried, gone


def _try_all(told: Connection, act: Act, goes: int, moments: Collection[Moment]) -> None:
    with one_library():
        points = [point for point in _points(act, goes) if point.moment in moments]
        gone = [f"{act.name}, {at.moment} call {at.number}: {each}" for at in points for each in _tried(act, goes, at)]
    told.send((len(points), gone))


def _points(act: Act, goes: int) -> Iterator[Point]:
    names: list[str] = []

    def note(call: Call, do: Do) -> object:
        names.extend([call.name] if call.writes else [])
        return do()

    with TemporaryDirectory() as folder, between(Path(folder), note):
        do_goes(act, Path(folder), goes, lambda _: None)
    for number, name in enumerate(names, 1):
        yield Point(number, "before")
        if name == "write":
            yield Point(number, "half way")
        yield Point(number, "after")


def do_goes(act: Act, home: Path, goes: int, say: Any) -> None:  # noqa: ANN401 - as acts take it
    """Do so many goes of an act."""
    for _ in islice(act.goes(home, say), goes):
        pass


def _tried(act: Act, goes: int, at: Point) -> list[str]:
    """Kill an act at a point; name what is lost then, or once it was done again."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        ours, theirs = FORK.Pipe(duplex=False)
        writer = FORK.Process(target=_do_and_die, args=(act, home, goes, at, theirs))
        writer.start()
        theirs.close()
        said = heard(ours)
        writer.join()
        assert writer.exitcode == -signal.SIGKILL, f"it never came to {at}"
        return [*lost(said, act.found(home)), *lost_by_going_on(act, home)]


def lost_by_going_on(act: Act, home: Path) -> list[str]:
    """Do an act once more, as somebody does who starts the program again; name what was there before and is not."""
    before = {thing for thing in act.found(home).things if thing[0] not in REPLACED}
    said: list[Said] = []
    do_goes(act, home, 1, said.append)
    after = act.found(home)
    return [*lost(said, after), *_missing(before - _taken(said), after)]


def _taken(said: Collection[Said]) -> set[Thing]:
    return {(each.kind, each.name) for each in said if each.word == "taking"}


def _missing(before: Collection[Thing], after: Found) -> list[str]:
    return [f"{kind} {name} went when the next was saved" for kind, name in sorted({*before} - after.things)]


def _do_and_die(act: Act, home: Path, goes: int, at: Point, told: Connection) -> None:
    seen = 0

    def die(call: Call, do: Do) -> object:
        nonlocal seen
        seen += call.writes
        if not call.writes or seen != at.number:
            return do()
        if at.moment == "half way":
            handle, data = call.arguments
            WRITE(handle, data[: len(data) // 2])
        if at.moment == "after":
            with suppress(OSError):  # a temporary file that has its name by now is not there to be removed
                do()
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    with between(home, die):
        do_goes(act, home, goes, told.send)
