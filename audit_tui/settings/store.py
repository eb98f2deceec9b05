"""Keeping choices: each change is made to the file as it then stands, and nothing is written after a failed read."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from audit_tui.errors import Unreadable, Unwritable, UserError
from audit_tui.files.read import parse_toml, read_bytes, validate
from audit_tui.files.values import lost_values, recounted
from audit_tui.paths import is_there
from audit_tui.settings.choices import Choices

HEADING = "The choices of one person for audit-tui. You may edit this file; comments are kept."
NEW = f"# {HEADING}\nschema = 1\n".encode()
TRIES = 5
NOT_USED = "until that is mended, your accounts and trips are not used"

Keys = Mapping[str, Any]
Edit = Callable[[Choices], Keys]


class Settings:
    """One settings file; a missing one means that nothing was chosen yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Choices:
        """Read the choices. Raises Unreadable or NewerSchema."""
        return self.look()[0]

    def look(self) -> tuple[Choices, list[UserError]]:
        """Read the choices, and tell whether some of them may be lost. Raises Unreadable or NewerSchema."""
        with _until_mended():
            return _choices(read_bytes(self.path), self.path) if is_there(self.path) else (Choices(), [])

    def change(self, edit: Edit) -> Choices:
        """Set the keys that an edit gives for the choices as they stand (None takes one out); give what is then chosen.

        Where another window saves in between, the edit is made again to what that one saved. Raises Unreadable, before
        anything is written, where the file or a value is not sound; Unwritable; and whatever the edit raises.
        """
        from audit_tui.files.turns import taking_turns

        for _ in range(TRIES - 1):
            with taking_turns(self.path.parent):
                before = self._bytes()
                data, choices = self._edited(edit, before)
                if self._is_written(before, data):
                    return choices
        before = self._bytes()
        data, choices = self._edited(edit, before)
        self._write(before, data)
        return choices

    def _edited(self, edit: Edit, before: bytes | None) -> tuple[bytes, Choices]:
        """Give what is to stand in the file, and what that chooses."""
        from audit_tui.settings.toml_edit import set_keys

        source = NEW if before is None else before
        with _until_mended():
            chosen, _ = _choices(source, self.path)
        edited = set_keys(source, edit(chosen), self.path)
        tables = parse_toml(source, self.path), parse_toml(edited, self.path)
        data = recounted(source, tables[0], edited, tables[1], HEADING)
        return data, _choices(data, self.path)[0]

    def _is_written(self, before: bytes | None, data: bytes) -> bool:
        """Write; tell whether this stands there, and not what another window saved meanwhile. Raises Unwritable."""
        try:
            self._write(before, data)
        except Unwritable:
            now = self._bytes()
            if now == before:
                raise
            if now == data:
                self._write(now, data)  # it got its name, but was not proved to be on the disk
            return now == data
        return True

    def _write(self, before: bytes | None, data: bytes) -> None:
        """Write what is chosen; the same again is flushed, for who wrote it may have been killed before they did."""
        from audit_tui.files.write import create_file, replace_own

        if before is not None:
            replace_own(self.path, before, data)
        elif data != NEW:
            create_file(self.path, data)

    def _bytes(self) -> bytes | None:
        with _until_mended():
            return read_bytes(self.path) if is_there(self.path) else None


@lru_cache(maxsize=1)
def _choices(source: bytes, path: Path) -> tuple[Choices, list[UserError]]:
    """Make choices of a file, and tell of what it lost; the same bytes give the same. Raises Unreadable."""
    table = parse_toml(source, path)
    lost = lost_values(source, table, path)
    return validate(Choices, table, path, source), [lost] if lost else []


@contextmanager
def _until_mended() -> Iterator[None]:
    """Say of settings that cannot be read what follows from that."""
    try:
        yield
    except Unreadable as problem:
        remedy = f"{problem.remedy}; {NOT_USED}" if problem.remedy else NOT_USED
        raise type(problem)(problem.what, remedy=remedy, path=problem.path, key=problem.key) from problem
