"""Careless twins for power cuts: the program itself without one of its flushes, and files that are just written."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from unittest.mock import patch

from audit_tui.files.disk import make_folder, sync_folder

from .acts import Act, Say
from .cuts import SECTOR
from .found import REPORT, REPORTS
from .removals import SAVING
from .said import Found, Said
from .without_links import WITHOUT_LINKS

ENDED = re.compile(rb"end (\d+)\n\Z")
IsOf = Callable[[int], bool]


def without_flush(of: IsOf, act: Act) -> Act:
    """Give an act in which files, or folders, are not flushed: `stat.S_ISREG` or `stat.S_ISDIR`."""
    return act._replace(name=f"{act.name}, {FLUSHES[of]} not flushed", goes=partial(_without_flush, of, act))


def _without_flush(of: IsOf, act: Act, home: Path, say: Say) -> Iterator[None]:
    flush = os.fsync

    def flush_others(handle: int) -> None:
        if not of(os.fstat(handle).st_mode):
            flush(handle)

    with patch.object(os, "fsync", flush_others):
        yield from act.goes(home, say)


def _trusting(act: Act, home: Path, say: Say) -> Iterator[None]:
    """Take a folder that is there for one that was flushed."""
    with patch("audit_tui.files.write.make_folder", _make_folder):
        yield from act.goes(home, say)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir()
        sync_folder(folder.parent)


def _in_two_places(home: Path, say: Say) -> Iterator[None]:
    """Write two files by turns and go by the one whose end is the newest, trusting that what ends well begins well."""
    make_folder(home / REPORTS)
    for number in count():
        data = f"{number}\n".ljust(2 * SECTOR).encode() + f"end {number}\n".encode()
        handle = os.open(home / REPORTS / f"{number % 2}.txt", os.O_CREAT | os.O_WRONLY, 0o600)
        if number:
            say(Said("changing", "report", f"{number - 1}", f"{number}"))
        os.write(handle, data)
        os.fsync(handle)
        os.close(handle)
        sync_folder(home / REPORTS)
        say(Said("kept", "report", f"{number}"))
        yield


def _newest_end(home: Path) -> Found:
    files = {path.read_bytes() for path in home.glob(f"{REPORTS}/*.txt")}
    ended = {int(found[1]): data for data in files if (found := ENDED.search(data))}
    newest = max(ended, default=0)
    is_whole = ended.get(newest, b"").startswith(b"%d\n" % newest)
    return Found(frozenset({("report", f"{newest}")} if is_whole else ()))


def _just_written(home: Path, say: Say) -> Iterator[None]:
    make_folder(home / REPORTS)
    for number in count():
        path = home / REPORTS / f"{number}.txt"
        handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        os.write(handle, REPORT.encode())
        os.close(handle)
        say(Said("kept", "report", path.name))
        yield


FLUSHES: dict[IsOf, str] = {stat.S_ISREG: "files", stat.S_ISDIR: "folders"}
TRUSTING = Act("trusting", partial(_trusting, SAVING["answer"]), SAVING["answer"].found)
JUST_WRITTEN = Act("just written", _just_written, SAVING["report"].found)
TRUSTING_THE_END = Act("trusting the end", _in_two_places, _newest_end)
RENAMED = without_flush(stat.S_ISDIR, WITHOUT_LINKS)
TWINS = (
    *(without_flush(of, act) for of in FLUSHES for act in SAVING.values()),
    RENAMED, JUST_WRITTEN, TRUSTING_THE_END,
)  # fmt: skip
