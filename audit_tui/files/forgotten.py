"""What was forgotten in another window stays forgotten: one that is still open writes nothing of it again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from audit_tui.errors import Unreadable, Unwritable
from audit_tui.files.read import list_names

GONE = "all that was kept is gone, so nothing more is written from here"
REMEDY = (
    "if you forgot it in another window, close this one. If it lies on a stick, put that in and try again. "
    "To begin anew, close this and start audit-tui"
)

Writing = Callable[[], AbstractContextManager[None]]


class Watch:
    """Sees whether anything still stands of what is kept: some `files`, and records in a `folder`."""

    def __init__(self, files: tuple[Path, ...], folder: Path) -> None:
        self.files = files
        self.folder = folder
        self._stood = self._stands(in_doubt=False)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Let something be written or removed. Raises Unwritable where something stood, and nothing does any more."""
        if self._stood and not self._stands(in_doubt=True):
            raise Unwritable(GONE, path=self.folder, remedy=REMEDY)
        try:
            yield
        finally:
            self._stood = self._stands(in_doubt=False)

    def _stands(self, *, in_doubt: bool) -> bool:
        """Look; what stood is only what was seen, and what may not be looked at is not gone."""
        try:
            return any(map(_is_seen, self.files)) or any(name.endswith(".toml") for name in list_names(self.folder))
        except (OSError, Unreadable):
            return in_doubt


def _is_seen(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True
