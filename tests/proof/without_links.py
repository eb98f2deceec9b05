"""An act on a disk that knows no links, as memory sticks and some network drives are."""

import errno
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from .acts import ACTS, Act, Say


def _refuse(*_: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def without_links(act: Act) -> Act:
    """Give an act as it is done there."""
    return act._replace(name=f"{act.name} where links are unknown", goes=partial(_without_links, act))


def _without_links(act: Act, home: Path, say: Say) -> Iterator[None]:
    with patch.object(os, "link", _refuse):
        yield from act.goes(home, say)


WITHOUT_LINKS = without_links(ACTS["answer"])
