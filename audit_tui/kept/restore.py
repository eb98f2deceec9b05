"""Taking a backup in: what is here stays, what is not here comes, and where both differ neither is lost."""

from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from audit_tui.errors import Unreadable, Unwritable, UserError
from audit_tui.files.read import read_bytes
from audit_tui.files.write import create_file, keep_name
from audit_tui.journal.copies import says_no_more
from audit_tui.kept.lost import lost_part
from audit_tui.kept.places import IMEI, JOURNAL, SETTINGS, place_of
from audit_tui.kept.settings_added import AddedSettings, add_settings
from audit_tui.paths import Paths, is_there

BESIDE = " (from a backup"
MOST_BESIDE = 10
LOST = "look through what audit-tui shows of it and add what is missing, or restore an older backup"


class Outcome(Enum):
    """What became of one file of a backup."""

    NEW = auto()
    SAME = auto()
    BESIDE = auto()


class Restored(NamedTuple):
    """How many files came new, were here already, or were put beside one that differs; settings; what went wrong.

    `lost` tells what the settings and IMEI numbers in the backup had lost before it was made.
    """

    new: int
    same: int
    beside: int
    settings: AddedSettings
    problems: tuple[UserError, ...]
    lost: tuple[UserError, ...]


def restore(files: Mapping[str, bytes], paths: Paths) -> Restored:
    """Take in the files of a backup, by their names in it; nothing that is here is written over.

    Stopped on the way and done again, it goes on. What cannot be written is told, and the rest taken in.
    """
    outcomes: list[Outcome] = []
    problems: list[UserError] = []
    settings = AddedSettings()
    for name, data in files.items():
        try:
            path = place_of(name, paths)
            if not is_there(path):
                create_file(path, data)
                outcomes.append(Outcome.NEW)
            elif name == SETTINGS and not _is_same(path, data):
                settings = add_settings(path, data, _source(name))
            else:
                outcomes.append(_take_in(name, path, data))
        except UserError as problem:
            problems.append(problem)
    new, same, beside = (outcomes.count(outcome) for outcome in Outcome)
    lost = tuple(told for name, data in files.items() if (told := lost_part(name, data, _source(name), LOST)))
    return Restored(new, same, beside, settings, tuple(problems), lost)


def _take_in(name: str, path: Path, data: bytes) -> Outcome:
    if _is_same(path, data):
        keep_name(path)
        return Outcome.SAME
    if name == IMEI:
        remedy = "to have those of the backup, move this file away and restore again"
        raise Unwritable("your phones here are not those of the backup, and were left as they are",
                         path=path, remedy=remedy)  # fmt: skip
    if name.startswith(f"{JOURNAL}/") and says_no_more(data, _source(name), path):
        keep_name(path)
        return Outcome.SAME
    create_file(_beside(path, data), data)
    return Outcome.BESIDE


def _source(name: str) -> Path:
    """Name a file in the backup, for what is wrong with that one is no fault of the one here."""
    return Path(f"{name} in the backup")


def _beside(path: Path, data: bytes) -> Path:
    """Give a free name beside a file, or that under which these very bytes stand there already. Raises Unwritable."""
    for number in ("", *range(2, MOST_BESIDE)):
        beside = path.with_name(f"{path.stem}{BESIDE}{f' {number}' if number else ''}){path.suffix}")
        if not is_there(beside) or _is_same(beside, data):
            return beside
    raise Unwritable("too much stands beside this already", path=path, remedy="see audit-tui doctor, then try again")


def _is_same(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(path) == data
    except Unreadable:
        return False
