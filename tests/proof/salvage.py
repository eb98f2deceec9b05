"""The careless twin of reading: it takes in what it can of a review, and says nothing of the rest."""

import tomllib
from pathlib import Path

from .kinds import KINDS, Kind, Table, Taken

REVIEW = KINDS[0]


def _taking_what_it_can(home: Path) -> Taken:
    path = REVIEW.place(home)
    return Taken({path.name: _best(path.read_bytes())}, frozenset())


def _best(data: bytes) -> Table:
    """Leave out lines from the end on until what is left can be read."""
    lines = data.decode("utf-8", "replace").splitlines()
    while lines:
        try:
            return tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError:
            lines.pop()
    return {}


SALVAGING: Kind = REVIEW._replace(name="salvaging", read=_taking_what_it_can)
