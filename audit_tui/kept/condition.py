"""The state of the places where things are kept: full, synced, far away, or not to be written to."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from audit_tui.errors import Unreadable, Unwritable, UserError
from audit_tui.files.probe import is_far, nearest, room_left, see_whether_writable, synced_by, try_writing
from audit_tui.kept.places import check_links, copies, temporary_files
from audit_tui.paths import Paths, is_there

MEGABYTE = 1_000_000
LITTLE = 20 * MEGABYTE
COPY = "this looks like a copy that a sync program made, and is not used"
COMPARE = "take over what it has and yours has not, then remove it"


class Place(NamedTuple):
    """A folder that is written to: whether it is there yet, what a trial met with, and what is known of its disk."""

    path: Path
    is_there: bool
    fault: UserError | None
    service: str
    far: bool
    room: int | None


class Condition(NamedTuple):
    """Each place, how many files an interrupted save left half written, and what needs a person."""

    places: tuple[Place, ...]
    half_written: int
    problems: tuple[UserError, ...]


def condition(paths: Paths) -> Condition:
    """Look at the folders of a person, and write into each for a moment."""
    folders = dict.fromkeys((paths.settings.parent, paths.journal))
    places = tuple(_look(folder) for folder in folders)
    problems = [problem for place in places for problem in _problems(place)]
    half_written = 0
    try:
        check_links(paths)
        half_written = len(temporary_files(paths))
        problems += [Unreadable(COPY, path=path, remedy=COMPARE) for path in copies(paths)]
    except Unreadable as problem:
        problems.append(problem)
    return Condition(places, half_written, tuple(problems))


def _look(folder: Path) -> Place:
    there = nearest(folder)
    try:
        room = room_left(there)
    except Unreadable:
        room = None
    return Place(folder, is_there(folder), _fault(folder), synced_by(there.resolve()), is_far(there), room)


def _fault(folder: Path) -> UserError | None:
    """Write into a folder on trial; above one that is not there yet, only look whether one could be made."""
    try:
        if is_there(folder):
            try_writing(folder)
        else:
            see_whether_writable(nearest(folder))
    except Unwritable as problem:
        return problem
    return None


def _problems(place: Place) -> Iterator[UserError]:
    if place.fault:
        yield place.fault
    if place.room is not None and place.room < LITTLE:
        left = f"only {place.room / MEGABYTE:.1f} MB are free on this disk"
        yield Unwritable(left, path=place.path, remedy="make some room, so that no answer fails to be kept")
