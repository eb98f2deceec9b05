"""Careless twins: writers that save as one would without thinking, which every trial has to notice."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from unittest.mock import patch

from audit_tui.errors import Unwritable, UserError
from audit_tui.files.disk import read_back, sync_folder, write_new
from audit_tui.files.write import create_file
from audit_tui.person import Person
from audit_tui.settings.choices import Choices
from audit_tui.settings.store import Settings

from .acts import ACTS, Act, Say, open_audit
from .found import REPORT, REPORTS
from .said import Said


def _written_in_place(home: Path, say: Say) -> Iterator[None]:
    """Say that it is kept before it is, and write the old file over, part by part."""
    (home / REPORTS).mkdir(exist_ok=True)
    path = home / REPORTS / "report.txt"
    while True:
        say(Said("kept", "report", path.name))
        with path.open("w", encoding="utf-8", buffering=1) as file:
            file.writelines(REPORT.splitlines(keepends=True))
        yield


CARELESS = Act("careless", _written_in_place, ACTS["report"].found)


def _closed_to_others(home: Path, say: Say) -> Iterator[None]:
    """Write a file that anybody may read, and take that back once it is written."""
    (home / REPORTS).mkdir(exist_ok=True)
    for number in count():
        path = home / REPORTS / f"{number}.txt"
        path.write_text(REPORT, encoding="utf-8")
        path.chmod(0o600)
        say(Said("kept", "report", path.name))
        yield


CLOSED_LATE = Act("closed late", _closed_to_others, ACTS["report"].found)


def _overwritten(home: Path, say: Say) -> Iterator[None]:
    """Write the old file over, down to the disk, and only then say that it is kept."""
    (home / REPORTS).mkdir(exist_ok=True)
    path = home / REPORTS / "report.txt"
    while True:
        handle = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        os.write(handle, REPORT.encode())
        os.fsync(handle)
        os.close(handle)
        say(Said("kept", "report", path.name))
        yield


def _hopeful(home: Path, say: Say) -> Iterator[None]:
    """Say that it is kept, whatever the disk answered."""
    for number in count():
        path = home / REPORTS / f"{number}.txt"
        with suppress(UserError):
            create_file(path, REPORT.encode(), limit=None)
        say(Said("kept", "report", path.name))
        yield


def _unread(home: Path, say: Say) -> Iterator[None]:
    """Save with care, but make nothing of it where flushing the folder or reading back fails."""
    for number in count():
        path = home / REPORTS / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        half = path.with_name(f".{path.name}.tmp")
        write_new(half, REPORT.encode(), 0o600)
        half.replace(path)
        with suppress(OSError, UserError):
            sync_folder(path.parent)
            read_back(path, REPORT.encode())
        say(Said("kept", "report", path.name))
        yield


def _littering(home: Path, say: Say) -> Iterator[None]:
    """Save with care, but leave the half-written file where it fails."""
    (home / REPORTS).mkdir(exist_ok=True)
    for number in count():
        path = home / REPORTS / f"{number}.txt"
        half = path.with_name(f".{path.name}.tmp")
        half.unlink(missing_ok=True)
        try:
            write_new(half, REPORT.encode(), 0o600)
            half.replace(path)
            sync_folder(path.parent)
        except OSError as fault:
            raise Unwritable("this could not be saved", path=path) from fault
        say(Said("kept", "report", path.name))
        yield


def _stubborn(home: Path, say: Say) -> Iterator[None]:
    """Save with care, but in a window that failed once, fail for ever after."""
    audit = open_audit(home)
    for number in count():
        path = home / REPORTS / f"{number}.txt"
        if audit.problems:
            raise audit.problems[0]
        try:
            create_file(path, REPORT.encode(), limit=None)
        except UserError as problem:
            audit.problems = (problem,)
            raise
        say(Said("kept", "report", path.name))
        yield


OVERWRITTEN = Act("overwritten", _overwritten, ACTS["report"].found)
HOPEFUL = Act("hopeful", _hopeful, ACTS["report"].found)
UNREAD = Act("unread", _unread, ACTS["report"].found)
LITTERING = Act("littering", _littering, ACTS["report"].found)
STUBBORN = Act("stubborn", _stubborn, ACTS["report"].found)
TWINS = {twin.name: twin for twin in (CARELESS, OVERWRITTEN, HOPEFUL, UNREAD, LITTERING, STUBBORN)}


@contextmanager
def heedless() -> Iterator[None]:
    """Take settings that cannot be read for settings that were never made."""
    read = Settings.read

    def look(person: Person) -> tuple[Choices, list[UserError]]:
        with suppress(UserError):
            return read(person.settings), []
        return Choices(), []

    with patch.object(Person, "_read_choices", look):
        yield
