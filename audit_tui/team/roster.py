"""A lead's own list of who was asked: a text file with one label a line, or a column of a CSV file."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from audit_tui.errors import Unreadable, UsageError, UserError
from audit_tui.files.read import read_bytes
from audit_tui.team.columns import is_heading, read_table
from audit_tui.team.make import read_label
from audit_tui.team.near import as_seen
from audit_tui.team.roll import Entry
from audit_tui.text import shortened

LARGEST = 1024 * 1024
MOST = 20_000
SHOWN = 40
SPREADSHEET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MARKED_16 = b"\xff\xfe", b"\xfe\xff"
SAVE_AS = "open it, choose Save as, and CSV UTF-8 (or plain text, one label a line)"


class Line(NamedTuple):
    """A label as it stands in the file, with its line and the school beside it."""

    number: int
    school: str
    label: str


class Roster(NamedTuple):
    """Who was asked. `notes` are what the lead may want to know; `problems` are lines that count for nobody."""

    path: Path
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    problems: tuple[UserError, ...]


def read_roster(path: Path, column: str | None = None) -> Roster:
    """Read a list; `column` is the heading over the labels. Raises Unreadable or UsageError."""
    text, notes = _decoded(read_bytes(path, LARGEST), path)
    if column is not None or path.suffix.casefold() in (".csv", ".tsv"):
        lines = [Line(*row) for row in read_table(text, path, column)]
    else:
        _check_plain(text, path)
        lines = [Line(number, "", line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
        lines = [line for line in lines if line.label and not line.label.startswith("#")]
    if not lines:
        raise Unreadable("there is no label in this list", path=path, remedy="write one label a line")
    if len(lines) > MOST:
        raise Unreadable(f"this list has over {MOST:,} labels", path=path, remedy="split it")
    return _roster(path, lines, notes)


def _check_plain(text: str, path: Path) -> None:
    """Ask about a list that begins as a table does. Raises UsageError."""
    if is_heading(first := next((line for line in text.splitlines() if line.strip()), "")):
        raise UsageError(
            f"the first line, “{shortened(first.strip(), SHOWN)}”, looks like the headings of a table", path=path,
            remedy="name the file .csv if it is one; if not, take that line out",
        )  # fmt: skip


def _roster(path: Path, lines: list[Line], notes: list[str]) -> Roster:
    entries: list[Entry] = []
    problems: list[UserError] = []
    for line in lines:
        try:
            entries.append(Entry(as_seen(line.school), as_seen(read_label(line.label))))
        except UserError as problem:
            what = f"line {line.number} was not counted: {problem.what}"
            problems.append(Unreadable(what, path=path, remedy=problem.remedy))
    for entry, number in Counter(entries).items():
        if number > 1:
            where = f" of {entry.school}" if entry.school else ""
            label = shortened(entry.label, SHOWN)
            notes.append(f"“{label}”{where} stands in your list {number} times and is counted once.")
    return Roster(path, tuple(dict.fromkeys(entries)), tuple(notes), tuple(problems))


def _decoded(data: bytes, path: Path) -> tuple[str, list[str]]:
    """Read UTF-8, or else what Windows wrote before it, which is said. Raises Unreadable where it is no text."""
    if data.startswith(SPREADSHEET):
        raise Unreadable("this is a spreadsheet, and not a list in plain text", path=path, remedy=SAVE_AS)
    if data.startswith(MARKED_16):
        raise Unreadable("this is text in UTF-16, which is not read", path=path, remedy=SAVE_AS)
    if b"\0" in data:
        raise Unreadable("this is no text", path=path, remedy=SAVE_AS)
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable("this is no text in UTF-8 or Windows letters", path=path, remedy=SAVE_AS) from None
    return text, ["Your list is not in UTF-8, so it was read as older Windows letters. Look whether accents are right."]
