"""What was forgotten in another window stays forgotten: one that is still open writes nothing of it again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from audit_tui.errors import Unreadable, Unwritable
from audit_tui.files.read import names_in

GONE = "all that was kept is gone, so nothing more is written from here"
REMEDY = (
    "if you forgot it in another window, close this one. If it lies on a stick, put that in and try again. "
    "To begin anew, close this and start audit-tui"
)

Writing = Callable[[], AbstractContextManager[None]]


class Watch:
    """Sees whether anything still stands of what was kept: records in a `folder`, or else some `files`.

    A record's name is given to no other, so what was begun anew elsewhere is not taken for it; files are told apart
    by nothing but their place, and count only where no record was kept. What is restored goes by its old name.
    """

    def __init__(self, files: tuple[Path, ...], folder: Path) -> None:
        self.files = files
        self.folder = folder
        self._seen: frozenset[str] = frozenset()
        self._look()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Let something be written or removed. Raises Unwritable where something stood, and none of it does now."""
        if self._is_gone():
            raise Unwritable(GONE, path=self.folder, remedy=REMEDY)
        try:
            yield
        finally:
            self._look()

    def _look(self) -> None:
        """Remember what stands; where one may not look, what was seen before."""
        with suppress(OSError, Unreadable):
            self._seen = self._records() or self._standing_files()

    def _is_gone(self) -> bool:
        """Tell whether nothing that was seen stands any more; what may not be looked at is not gone."""
        try:
            return bool(self._seen) and self._seen.isdisjoint(self._records() | self._standing_files())
        except (OSError, Unreadable):
            return False

    def _records(self) -> frozenset[str]:
        """Name the records; hidden files, which systems put beside them, are none and outlast forgetting."""
        return frozenset(name for name in names_in(self.folder) if name.endswith(".toml") and name[0] != ".")

    def _standing_files(self) -> frozenset[str]:
        return frozenset(str(path) for path in self.files if _is_seen(path))


def _is_seen(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True
