"""A really full disk: what does not fit is told, nothing is lost or torn, and with room again it is saved."""

import json
import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from .figure import Figure, Trial
from .removals import SAVING
from .twins import HOPEFUL

PROMISE = "On a disk that is really full nothing is lost or torn, what to do is told, and with room again it is saved"
ROOT = Path(__file__).parents[2]
SHORT: dict[int, int] = {48: 2}
LONG = {32: 6, 48: 10, 64: 14}
OWN_MOUNTS = ["unshare", "-m"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["unshare", "-rm"]


def why_not() -> str:
    """Say why no small disk can be made on this machine; nothing where it can."""
    if sys.platform != "linux":
        return "only Linux mounts a disk for one process"
    command = [*OWN_MOUNTS, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        run = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        return "unshare is not installed here"
    return "one may not mount a small disk here" if run.returncode else ""


def fill_disks(names: Collection[str], sizes: dict[int, int]) -> tuple[int, list[str]]:
    """Do acts on full disks of several sizes; give how often there was no room, and every promise broken."""
    full, bad = 0, list[str]()
    for size, pages in sizes.items():
        command = [*OWN_MOUNTS, sys.executable, "-m", "tests.proof.small_disk", str(size), str(pages), *names]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=True)
        more, worse = json.loads(run.stdout)
        full, bad = full + more, bad + worse
    return full, bad


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Fill small disks, and save on them, with care and without."""
    if left_out := why_not():
        return Figure(PROMISE, "nothing", 0, "not tried", twin_caught=True, left_out=left_out)
    sizes = LONG if long else SHORT
    full, bad = fill_disks(SAVING, sizes)
    _, twin = fill_disks([HOPEFUL.name], SHORT)
    what = f"{full} saves without room in {len(SAVING)} ways, on disks of {', '.join(map(str, sizes))} KiB"
    return Figure(PROMISE, what, len(bad) if full else 1, f"{len(twin)} noticed", bool(twin), broke=tuple(bad))


TRIALS = (Trial("full-disk", run),)
