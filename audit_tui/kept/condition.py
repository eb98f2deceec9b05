"""The state of the places where things are kept: full, synced, far away, or not to be written to."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from audit_tui.errors import Unreadable, Unwritable, UserError
from audit_tui.files.probe import is_far, nearest, room_left, synced_by, try_writing
from audit_tui.kept.places import temporary_files
from audit_tui.paths import Paths

MEGABYTE = 1_000_000
LITTLE = 20 * MEGABYTE


class Place(NamedTuple):
    """A folder that is written to: where it is, whether it is there yet, and what is known of its disk."""

    path: Path
    is_there: bool
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
    try:
        half_written = len(temporary_files(paths))
    except Unreadable as problem:
        half_written, problems = 0, [*problems, problem]
    return Condition(places, half_written, tuple(problems))


def _look(folder: Path) -> Place:
    there = nearest(folder)
    try:
        room = room_left(there)
    except Unreadable:
        room = None
    return Place(folder, there == folder, synced_by(folder), is_far(there), room)


def _problems(place: Place) -> Iterator[UserError]:
    try:
        try_writing(nearest(place.path))
    except Unwritable as problem:
        yield problem
    if place.room is not None and place.room < LITTLE:
        left = f"only {place.room / MEGABYTE:.1f} MB are free on this disk"
        yield Unwritable(left, path=place.path, remedy="make some room, so that no answer fails to be kept")
