"""Careless twins for power cuts: the program itself without one of its flushes, and a file that is just written."""

import os
import stat
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from unittest.mock import patch

from audit_tui.files.disk import make_folder, sync_folder

from .acts import Act, Say
from .found import REPORT, REPORTS
from .removals import SAVING
from .said import Said

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
TWINS = (*(without_flush(of, act) for of in FLUSHES for act in SAVING.values()), JUST_WRITTEN)
