"""A copy of everything that is kept, in one file that was restored on trial before it is called done."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from glob import escape
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple

from audit_tui.errors import Unreadable, Unwritable, UsageError, UserError
from audit_tui.files.archive import OTHER, pack, read_archive
from audit_tui.files.model import SCHEMA, RecordModel
from audit_tui.files.probe import scratch_folder
from audit_tui.files.read import parse_toml, read_bytes, validate
from audit_tui.files.toml import to_toml
from audit_tui.files.write import create_file, sweep_temporaries
from audit_tui.kept.lost import lost_part
from audit_tui.kept.places import is_name, kept_files, place_of
from audit_tui.kept.restore import restore
from audit_tui.kept.trial_places import sweep_trials, trial_places
from audit_tui.paths import HOME, Paths, find_paths
from audit_tui.record import noon

ABOUT = "about.toml"
HEADING = (
    "A backup of what audit-tui keeps, notes and IMEI too. To take it in: audit-tui restore, and this file's name."
)
LONGEST = 255 - len(".12345678.tmp") - 1  # bytes of a name that has room for that of its half-written file
NAME = "give it a short name of plain letters and digits that ends in .toml, then make another backup"
AS_IT_IS = "it is in the backup as it is, so keep older backups too; audit-tui doctor says how to mend it"
NO_ROOM = "make room there, or name a file on another disk or stick"


@dataclass(frozen=True, slots=True, kw_only=True)
class About(RecordModel):
    """The first file of a backup: when it was made, and how many files there are beside it."""

    KEYS: ClassVar = {"schema_": "schema"}

    schema_: Literal[1] = SCHEMA
    kind: Literal["backup"] = "backup"
    made: date
    files: int


class Backup(NamedTuple):
    """How many files were copied, why others could not be, and which had lost a part before."""

    files: int
    left_out: tuple[UserError, ...]
    lost: tuple[UserError, ...]


def back_up(paths: Paths, target: Path, today: date) -> Backup:
    """Copy everything kept into a new file, for its owner only, and prove that it can be restored. Raises UserError."""
    if os.path.lexists(target):
        raise UsageError("this file is there already and was left as it is", path=target, remedy="choose another name")
    files, left_out = _read(paths)
    if not files and left_out:
        raise left_out[0]
    if not files:
        raise UsageError("nothing is kept yet, so there is nothing to back up")
    about = to_toml(About(made=today, files=len(files)), Path(ABOUT), HEADING)
    sweep_temporaries(target.parent, noon(today).timestamp(), escape(target.name))
    sweep_trials(target, paths)
    create_file(
        target, pack({ABOUT: about, **files}), limit=None, prove=lambda made: _prove(made, target, files, paths)
    )
    return Backup(len(files), left_out, tuple(_lost(files, paths)))


def read_backup(path: Path) -> dict[str, bytes]:
    """Read the files of a backup by their names in it, all or none. Raises Unreadable or NewerSchema."""
    files = read_archive(path)
    if ABOUT not in files:
        raise Unreadable("this archive is no backup of audit-tui", path=path, remedy=OTHER)
    about = validate(About, parse_toml(files[ABOUT], path), path)
    del files[ABOUT]
    if len(files) != about.files:
        raise Unreadable(f"this holds {len(files)} files and should hold {about.files}", path=path, remedy=OTHER)
    for name in files:
        if not is_name(name):
            raise Unreadable("this is no file that a backup holds", path=path, key=name, remedy=OTHER)
    return files


def _read(paths: Paths) -> tuple[dict[str, bytes], tuple[UserError, ...]]:
    files: dict[str, bytes] = {}
    left_out: list[UserError] = []
    for name, path in kept_files(paths).items():
        if not is_name(name) or len(os.fsencode(path.name)) > LONGEST:
            what = "this was left out, for its name is too long or has a sign in it that a backup cannot hold"
            left_out.append(Unreadable(what, path=path, remedy=NAME))
            continue
        try:
            files[name] = read_bytes(path)
        except Unreadable as problem:
            left_out.append(problem)
    return files, tuple(left_out)


def _lost(files: dict[str, bytes], paths: Paths) -> Iterator[UserError]:
    for name, data in files.items():
        if lost := lost_part(name, data, place_of(name, paths), AS_IT_IS):
            yield lost


def _prove(made: Path, target: Path, files: dict[str, bytes], paths: Paths) -> None:
    """Restore a backup in the first place that takes it, and compare. Raises Unwritable."""
    places, problems = trial_places(target, paths), []
    for place in places:
        try:
            found = _restored(made, place)
        except Unwritable as problem:
            problems.append(problem.what)
            continue
        except UserError as problem:
            what = f"no backup was made, for it could not be restored on trial ({problem.what})"
            raise Unwritable(what, path=target, remedy=problem.remedy) from problem
        if found == files:
            return
        what = "what was read back is not what was written"
        raise Unwritable(what, path=target, remedy="try another disk or folder")
    tried = "; ".join(f"{place}: {problem}" for place, problem in zip(places, problems, strict=True))
    what = f"no backup was made, for there is no folder that takes it on trial ({tried})"
    raise Unwritable(what, path=target, remedy=NO_ROOM)


def _restored(made: Path, above: Path) -> dict[str, bytes]:
    """Restore a backup into a folder that is thrown away, and give what it then holds. Raises UserError."""
    with scratch_folder(above) as folder:
        scratch = find_paths({HOME: str(folder)})
        for problem in restore(read_backup(made), scratch).problems:
            raise problem
        return {name: read_bytes(path) for name, path in kept_files(scratch).items()}
