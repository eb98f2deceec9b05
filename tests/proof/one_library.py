"""Reading the checklists once for many homes: they lie elsewhere, and are no part of what is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from audit_tui.person import Person

from .acts import open_audit


@contextmanager
def one_library() -> Iterator[None]:
    """Let every audit that is opened have the same library."""
    with TemporaryDirectory() as folder:
        library = open_audit(Path(folder)).person.library
    with patch.object(Person, "_read_library", lambda _: library):
        yield
