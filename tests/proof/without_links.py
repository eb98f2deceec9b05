"""An act on a disk that knows no links, as memory sticks and some network drives are."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from .acts import ACTS, Act, Say


def _refuse(*_: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def _without_links(home: Path, say: Say) -> Iterator[None]:
    with patch.object(os, "link", _refuse):
        yield from ACTS["answer"].goes(home, say)


WITHOUT_LINKS = Act("answer where links are unknown", _without_links, ACTS["answer"].found)
