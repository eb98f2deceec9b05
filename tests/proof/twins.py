"""Careless twins: writers that save as one would without thinking, which every trial has to notice."""

from collections.abc import Iterator
from pathlib import Path

from .acts import ACTS, REPORT, REPORTS, Act, Say
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
