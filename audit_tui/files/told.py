"""What the system says when a disk fails, told in a sentence with what to do."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from audit_tui.errors import Unwritable

SAFE = "what was saved before is safe; try again"
REMEDIES = {
    errno.ENOSPC: "make some room on this disk and try again",
    errno.EDQUOT: "make some room in your quota and try again",
    errno.EACCES: "ask for permission to write there, or set AUDIT_TUI_HOME to a folder of your own",
    errno.EROFS: "this place is read-only; set AUDIT_TUI_HOME to a folder of your own",
}


@contextmanager
def told(path: Path, act: str = "saved", remedies: Mapping[int, str] = REMEDIES, remedy: str = SAFE) -> Iterator[None]:
    """Tell a failure of the disk: what could not be done, to which file, what to do. Raises Unwritable."""
    try:
        yield
    except OSError as error:
        remedy = remedies.get(error.errno or 0, remedy)
        raise Unwritable(f"this could not be {act} ({error.strerror or error})", path=path, remedy=remedy) from error
