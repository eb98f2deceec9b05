"""What was forgotten in another window stays forgotten: one that is still open writes nothing of it again."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from weakref import finalize

from audit_tui.errors import Unreadable, Unwritable
from audit_tui.files.read import names_in

GONE = "all that was kept is gone, so nothing more is written from here"
REMEDY = (
    "if you forgot it in another window, close this one. If it lies on a stick, put that in and try again. "
    "To begin anew, close this and start audit-tui"
)

Writing = Callable[[], AbstractContextManager[None]]


class Watch:
    """Sees whether what was kept still stands: records in a `folder`, or some `files`.

    Where the folder itself was removed since something was written, what stands was begun anew, unless a record of
    a name that was seen is there again, as after restoring. Windows lets no folder be held, so there it is not seen.
    """

    def __init__(self, files: tuple[Path, ...], folder: Path) -> None:
        self.files = files
        self.folder = folder
        self._seen: frozenset[str] = frozenset()
        self._stood = False
        self._held: int | None = None
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
            self._hold()

    def _look(self) -> None:
        """Remember what stands; what may not be looked at does not count as having stood."""
        self._seen, self._stood = frozenset(), False
        with suppress(OSError, Unreadable):
            self._seen = self._records()
            self._stood = bool(self._seen or self._standing_files())

    def _hold(self) -> None:
        """Hold the folder, so that it can be told from another of its name, as long as it is the same."""
        if self._held is None or self._is_removed():
            with suppress(OSError):
                self._held = os.open(self.folder, os.O_RDONLY)
                finalize(self, _let_go, self._held)

    def _is_removed(self) -> bool:
        try:
            return self._held is not None and os.fstat(self._held).st_nlink == 0
        except OSError:
            return False

    def _is_gone(self) -> bool:
        """Tell whether nothing that was seen stands any more; what may not be looked at is not gone."""
        try:
            records = self._records()
            stands = bool(records or self._standing_files())
        except (OSError, Unreadable):
            return False
        return (self._stood and not stands) or (self._is_removed() and self._seen.isdisjoint(records))

    def _records(self) -> frozenset[str]:
        """Name the records; hidden files, which systems put beside them, are none and outlast forgetting."""
        return frozenset(name for name in names_in(self.folder) if name.endswith(".toml") and name[0] != ".")

    def _standing_files(self) -> frozenset[str]:
        return frozenset(str(path) for path in self.files if _is_seen(path))


def _let_go(held: int) -> None:
    with suppress(OSError):
        os.close(held)


def _is_seen(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True
