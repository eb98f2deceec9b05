"""The page that was opened in the browser: it does not lie about, for it says what a person answered."""

from contextlib import suppress
from pathlib import Path

from audit_tui.errors import Unreadable
from audit_tui.files.read import is_link, list_names
from audit_tui.files.remove import remove_files
from audit_tui.paths import Paths

PAGE = "page.html"


def opened_page(paths: Paths) -> Path:
    """Give the place of the page that is opened; there is one, which is replaced each time."""
    return paths.printed / PAGE


def opened_pages(paths: Paths) -> tuple[Path, ...]:
    """Give the page that was opened, where it is ours: nothing else in that folder, and nothing through a link.

    Raises Unreadable.
    """
    if is_link(paths.printed):
        return ()
    return tuple(paths.printed / name for name in list_names(paths.printed) if _is_ours(name))


def remove_opened_pages(paths: Paths) -> None:
    """Remove it, and its folder if that is then empty; what cannot be removed now can be at another start."""
    with suppress(Unreadable):
        remove_files(opened_pages(paths))
    with suppress(OSError):
        paths.printed.rmdir()


def _is_ours(name: str) -> bool:
    return name == PAGE or (name.startswith(f".{PAGE}.") and name.endswith(".tmp"))
