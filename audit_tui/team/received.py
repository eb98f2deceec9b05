"""Reading everybody's statements from a folder, each bad file on its own."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

from audit_tui.errors import NewerSchema, Unreadable, UserError
from audit_tui.files.read import is_folder, parse_toml, read_bytes, validate
from audit_tui.files.values import check_values
from audit_tui.team.places import FEWER, list_files
from audit_tui.team.statement import LARGEST, Statement
from audit_tui.text import format_date

AGAIN = "ask them to hand it in again"
TOMORROW = timedelta(days=1)
MEGABYTE = 1024 * 1024
MOST_READ = 64 * MEGABYTE  # a full folder of usual statements is half of it
MOST_ODD = 2 * MEGABYTE  # what cannot be taken in takes ten times as long to look at
SENT_BY_MISTAKE = {
    "review": "this is a full review with somebody's own answers; it was not taken in",
    "draft": "this is a review under way with somebody's own answers; it was not taken in",
}

T = TypeVar("T")


class Received(NamedTuple):
    """One statement, with the school (a folder of its own) it came from, if there are several."""

    school: str
    statement: Statement


class Repeated(NamedTuple):
    """Two statements of one number that say two labels or lie in two schools: the later counts, and that is told."""

    earlier: Received
    later: Received


class Folder(NamedTuple):
    """What a folder of statements holds: the newest of each person, and what could not be taken in.

    `schools` are the folders right under it, where it has a folder for each school: those with nothing in them too.
    """

    received: tuple[Received, ...]
    problems: tuple[UserError, ...]
    repeated: tuple[Repeated, ...] = ()
    schools: tuple[str, ...] = ()


def read_folder(folder: Path, today: date) -> Folder:
    """Read a folder of statements, or a folder of such folders, one for each school. Raises Unreadable.

    `today` is the day by the clock: what is dated after tomorrow is told and not believed.
    """
    if not is_folder(folder):
        raise Unreadable("there is no such folder", path=folder, remedy="check the path")
    found: dict[str, Received] = {}
    repeated: list[Repeated] = []
    problems: list[UserError] = []
    read = odd = 0
    files, schools = list_files(folder, problems)
    for school, path in files:
        source = b""
        try:
            source = _bytes(path)
            repeated += _take_in(Received(school, _statement(source, path, today)), found, path)
        except UserError as problem:
            problems.append(problem)
            odd += len(source)
        read += len(source)
        _check_size(folder, read, odd)
    return Folder(tuple(found.values()), tuple(problems), tuple(repeated), schools)


def _check_size(folder: Path, read: int, odd: int) -> None:
    """Refuse a folder that would hold a lead up, before all of it was looked at. Raises Unreadable."""
    if read > MOST_READ:
        raise Unreadable(f"this folder holds over {MOST_READ // MEGABYTE} MB of statements", path=folder, remedy=FEWER)
    if odd > MOST_ODD:
        what = f"this folder holds over {MOST_ODD // MEGABYTE} MB of files that are no statements"
        raise Unreadable(what, path=folder, remedy="move them away")


def _take_in(received: Received, found: dict[str, Received], path: str) -> list[Repeated]:
    """Keep the newest statement of a person; give the pair where two people may be behind one number."""
    kept = found.setdefault(received.statement.id, received)
    if kept is received:
        return []
    earlier, later = sorted((kept, received), key=lambda one: one.statement.turn)
    if earlier.statement.turn == later.statement.turn and earlier.statement != later.statement:
        raise Unreadable("another file of the same person and day says something else", path=path,
                         remedy=AGAIN)  # fmt: skip
    found[received.statement.id] = later
    told = earlier.school != later.school or earlier.statement.label != later.statement.label
    return [Repeated(earlier, later)] if told else []


def _bytes(path: str) -> bytes:
    if os.path.islink(path):  # noqa: PTH114 - asked thousands of times, and pathlib takes twice as long
        raise Unreadable("this is a link and was not followed", path=path, remedy="put the file itself here")
    return read_bytes(path, LARGEST)  # anybody may put a hundred files there


def _sound(look: Callable[[], T]) -> T:
    """Look at a file that nobody but its writer can mend. Raises Unreadable, with what a lead can do."""
    try:
        return look()
    except NewerSchema:
        raise
    except Unreadable as problem:
        raise Unreadable(problem.what, path=problem.path, key=problem.key, remedy=AGAIN) from problem


def _statement(source: bytes, path: str, today: date) -> Statement:
    table = _sound(lambda: parse_toml(source, path))
    if mistake := SENT_BY_MISTAKE.get(str(table.get("kind"))):
        raise Unreadable(mistake, path=path, remedy="delete it here and ask for a statement: audit-tui share")
    statement = _sound(lambda: validate(Statement, table, path, source))
    _sound(lambda: check_values(table, path))
    if statement.made > today + TOMORROW:
        raise Unreadable(f"this is dated {format_date(statement.made)}, which is still to come, and was not believed",
                         path=path, remedy="ask them to set their clock and to hand it in again")  # fmt: skip
    return statement
