"""Doing an act under strace, which kills it as it enters one call of the system: no shim stands between."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from .acts import Act
from .killed_at import lost_by_going_on
from .one_go import BEGIN
from .said import Said, lost

ROOT = Path(__file__).parents[2]
NAMES = ("openat", "write", "fsync", "close", "link", "linkat", "rename", "renameat", "renameat2", "unlink", "unlinkat",
         "mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "fchmodat", "ftruncate")  # fmt: skip
LINE = re.compile(r"(?:\d+ +)?(?P<name>\w+)\((?P<first>[^,)]*)(?P<rest>.*?)(?:= (?P<result>-?\d+).*)?")
KILLED = {-9, 137}


class Entered(NamedTuple):
    """A call by its name, and which of its kind it is in its process."""

    name: str
    nth: int


def why_not() -> str:
    """Say why nothing can be killed this way on this machine; nothing where it can."""
    strace = shutil.which("strace")
    if not strace:
        return "strace is not installed here"
    run = subprocess.run([strace, "-qq", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "strace may not follow a process here" if run.returncode else ""


def calls_of(act: Act, goes: int) -> list[Entered]:
    """List the calls by which an act touches its home, as strace sees them."""
    with TemporaryDirectory() as folder:
        home, log = Path(folder) / "home", Path(folder) / "log"
        home.mkdir()
        _strace(act, home, goes, log, f"trace={','.join(f'?{name}' for name in NAMES)}")
        return list(_within(log.read_text(encoding="utf-8", errors="replace").splitlines(), str(home)))


def _within(lines: list[str], home: str) -> Iterator[Entered]:
    counted: Counter[str] = Counter()
    begun = False
    handles: set[str] = set()
    for line in lines:
        found = LINE.fullmatch(line)
        if not found:
            continue
        name = found["name"]
        counted[name] += 1
        begun = begun or BEGIN in line
        if begun and (home in line or found["first"] in handles):
            yield Entered(name, counted[name])
        if name == "openat":
            (handles.add if home in line else handles.discard)(found["result"])


def kill_under_strace(act: Act, goes: int, at: Entered) -> list[str]:
    """Kill an act as it enters a call; name what is lost then, or once it was done again."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        run = _strace(
            act, home, goes, Path(os.devnull), f"trace={at.name}", f"inject={at.name}:signal=KILL:when={at.nth}"
        )
        assert run.returncode in KILLED, f"it was not killed at {at}: {run.stderr}"
        said = [Said(*json.loads(line)) for line in run.stdout.splitlines()]
        return [*lost(said, act.found(home)), *lost_by_going_on(act, home)]


def _strace(act: Act, home: Path, goes: int, log: Path, *told: str) -> subprocess.CompletedProcess[str]:
    flags = [part for each in told for part in ("-e", each)]
    command = ["strace", "-qq", "-o", str(log), *flags, sys.executable, "-m", "tests.proof.one_go", act.name, str(home)]
    told_apart = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT)}
    environment = {**os.environ, **told_apart}
    return subprocess.run([*command, str(goes)], env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
