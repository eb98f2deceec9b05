"""What reads files, held for a while against a fuzzer that is led by coverage."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from .figure import Figure, Trial

PROMISE = "No file can be made, however one looks for it, that is neither read whole nor told of"
WITHOUT = "atheris is not installed (the extra fuzz brings it, on Linux)"
ROOT = Path(__file__).parents[2]
SHORT, LONG, TWIN = 5, 3600, 5
TRIED = re.compile(r"number_of_executed_units: (\d+)")


class Fuzzed(NamedTuple):
    """How many files were tried, and what the last one showed, if it showed anything."""

    tried: int
    fault: str


def can_be_fuzzed() -> bool:
    """Tell whether the fuzzer is there."""
    return find_spec("atheris") is not None


def fuzz(seconds: int, *words: str) -> Fuzzed:
    """Fuzz for so many seconds, in a process of its own."""
    command = [sys.executable, "-m", "tests.proof.fuzz", str(seconds), *words]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, cwd=ROOT)
    found = TRIED.search(done.stderr)
    assert found, done.stderr
    return Fuzzed(int(found[1]), done.stderr.partition("Uncaught Python exception")[2][:500] if done.returncode else "")


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Fuzz what reads files, and a reader that expects every file to be sound."""
    if not can_be_fuzzed():
        return Figure(PROMISE, "nothing", 0, "nothing", twin_caught=True, left_out=f"all of it, for {WITHOUT}")
    found, twin = fuzz(LONG if long else SHORT), fuzz(TWIN, "careless")
    return Figure(
        PROMISE, f"{found.tried:,} files of nine kinds, each led by what the one before reached", bool(found.fault),
        f"a fault after {twin.tried} files", bool(twin.fault),
    )  # fmt: skip


TRIALS = (Trial("fuzzed-files", run),)
