"""Everything that the program writes of a home: each command in each of its formats, and what it says of faults."""

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from audit_tui import paths
from audit_tui.cli.main import main
from audit_tui.paths import HOME

from .dressed import Dressed
from .whole import SHARED, SHELF

PAGES = ("text", "markdown", "html")
FORMATS = (*PAGES, "json")
ASKED = {
    "next --json": ["next", "--json"], "due": ["due"], "due --json": ["due", "--json"], "checklists": ["checklists"],
    "show": ["checklists", "show", "a"], "stale": ["checklists", "stale"], "wrong": ["checklists", "wrong", "a:c"],
    "accounts": ["accounts"], "trips": ["trip"], "history": ["history", "a"], "where": ["where"],
    "check": ["checklists", "check", SHELF], "doctor": ["doctor"], "forget": ["forget"], "history of the log": ["history", "approach"],
}  # fmt: skip
WRITTEN = {
    "summary": (["summary"], FORMATS), "sheet": (["checklists", "sheet", "a"], PAGES), "policy": (["policy"], FORMATS),
    "induction": (["induction"], PAGES), "evidence": (["evidence", "approach"], PAGES), "team": (["team", SHARED], (*FORMATS, "csv")),
}  # fmt: skip
IN_LINES = "?\n3\n\n2\n6\n\nq\n" + "q\n" * 9


class Output(NamedTuple):
    """What one command wrote, and as what it is to be read."""

    name: str
    format: str
    text: str


def outputs(dressed: Dressed) -> Iterator[Output]:
    """Run every command that shows something of the home."""
    for name, arguments in ASKED.items():
        yield from said(dressed.home, name, "json" if "--json" in arguments else "text", *arguments)
    for name, (arguments, formats) in WRITTEN.items():
        for format_ in formats:
            yield from said(dressed.home, f"{name} as {format_}", format_, *arguments, "--format", format_)
    yield from said(dressed.home, "lines", "text", "--plain", "review", "a", typed=IN_LINES)
    yield from said(dressed.home, "lines of next", "text", "--plain", "next", typed=IN_LINES)
    yield from said(dressed.home, "share", "text", "share", "--to", SHARED, "--with-platforms", "--yes")
    yield from said(dressed.home, "remind", "text", "remind", "--output", "mine.ics", "--names")
    yield Output("calendar", "ics", (dressed.home / "mine.ics").read_bytes().decode())
    for field in ("title", "trip", "note", "stray", "folder"):
        yield from _faults(dressed.home, dressed.texts[field].replace("\0", ""))


def _faults(home: Path, typed: str) -> Iterator[Output]:
    """Ask for what is not there, under a name that would do harm."""
    for arguments in (["review"], ["history"], ["policy"], ["checklists", "wrong"], ["trip", "remove"], ["team"],
                      ["checklists", "check"], ["evidence"], ["checklists", "new"], ["accounts", "--set"], [], ["--checklists"]):  # fmt: skip
        yield from said(home, f"{' '.join(arguments)} {typed!r}", "text", *arguments, typed)


def said(home: Path, name: str, format_: str, *arguments: str, typed: str = "") -> Iterator[Output]:
    """Run a command in a home, and give what it wrote on both streams."""
    out, err = io.StringIO(newline=""), io.StringIO()
    before = Path.cwd()
    with (
        patch.dict(os.environ, {HOME: str(home)}),
        patch.object(paths, "SIBLING", home / SHELF),
        patch("sys.stdin", io.StringIO(typed)),
    ):
        os.chdir(home)
        try:
            with redirect_stdout(out), redirect_stderr(err):
                main(arguments)
        except SystemExit:
            pass
        finally:
            os.chdir(before)
    yield Output(name, format_, out.getvalue())
    yield Output(f"{name}, problems", "text", err.getvalue())
