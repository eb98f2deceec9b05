"""`python -m tests.proof.small_disk KIB PAGES ACT ...`, begun where it may mount: do acts on disks that are full.

Prints, as JSON, how often there was no room, and every promise broken.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_tui.errors import UserError

from .acts import Act
from .next_try import next_try
from .one_library import one_library
from .removals import SAVING
from .said import Said, lost
from .twins import TWINS

PAGE = 4096
GOES = 6
BALLAST = "ballast"
ENOUGH = 256


def mount(folder: Path, options: str) -> None:
    """Mount a small file system, or make it larger; it goes with the name space that it is in."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)  # noqa: S607


def fill(home: Path, pages: int) -> Path:
    """Fill a disk up but for so many pages; give what fills it."""
    ballast = home / BALLAST
    size = 0
    try:
        with ballast.open("wb", buffering=0) as file:
            while True:
                size += file.write(bytes(PAGE))
    except OSError:
        with ballast.open("r+b") as file:
            file.truncate(max(0, size - pages * PAGE))
    return ballast


def on_full_disk(act: Act, home: Path, pages: int) -> Iterator[str]:
    """Save once, fill the disk, save until there is no room, make room and save again; name what went wrong.

    Yields an empty text where there was no room, and that was well told.
    """
    said: list[Said] = []
    doing = act.goes(home, said.append)
    next(doing)
    ballast = fill(home, pages)
    try:
        for _ in range(GOES):
            next(doing)
    except UserError as problem:
        yield "" if "room" in str(problem) and str(home) in str(problem) else f"it is not told what to do: {problem}"
    except OSError as problem:
        yield f"not told in a sentence: {problem!r}"
    yield from lost(said, act.found(home))
    yield from (f"{path.name} was left behind" for path in home.rglob("*.tmp"))
    ballast.unlink()
    mount(home, f"remount,size={ENOUGH}k")
    yield from (f"with room again, {each}" for each in next_try(act, home))


def main(size: int, most: int, names: list[str]) -> tuple[int, list[str]]:
    """Do acts on disks with so many KiB, and from no page to so many left."""
    full, bad = 0, list[str]()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, one_library():
        for name in names:
            for pages in range(most + 1):
                home = Path(folder) / f"{name} {pages}"
                home.mkdir()
                mount(home, f"size={size}k")
                results = list(on_full_disk((SAVING | TWINS)[name], home, pages))
                full += results.count("")
                bad += [f"{name}, {pages} of {size // 4} pages left: {each}" for each in results if each]
                subprocess.run(["umount", "-l", str(home)], check=True)  # noqa: S607
    return full, bad


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])))
