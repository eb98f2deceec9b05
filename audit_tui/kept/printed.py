"""Pages that were opened in the browser: they do not lie about, for they say what a person answered."""

from contextlib import suppress
from pathlib import Path

from audit_tui.errors import Unreadable
from audit_tui.files.read import list_names
from audit_tui.files.write import remove_files
from audit_tui.paths import Paths


def opened_pages(paths: Paths) -> tuple[Path, ...]:
    """Give the pages that were opened and not kept in a file of the person's own. Raises Unreadable."""
    return tuple(paths.printed / name for name in list_names(paths.printed))


def remove_opened_pages(paths: Paths) -> None:
    """Remove them, with their folder; what cannot be removed now can be at another start."""
    with suppress(Unreadable):
        remove_files(opened_pages(paths))
    with suppress(OSError):
        paths.printed.rmdir()
