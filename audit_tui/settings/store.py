"""Keeping choices: one key is changed at a time, comments stay, and nothing is written after a failed read."""

from pathlib import Path
from typing import Any

from audit_tui.errors import Unwritable
from audit_tui.files.read import parse_toml, read_bytes, read_model, validate
from audit_tui.files.write import replace_file
from audit_tui.settings.choices import Choices

NEW = b"# The choices of one person for audit-tui. You may edit this file; comments are kept.\nschema = 1\n"


class Settings:
    """One settings file; a missing one means that nothing was chosen yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Choices:
        """Read the choices. Raises Unreadable or NewerSchema."""
        return read_model(Choices, self.path) if self.path.is_symlink() or self.path.exists() else Choices()

    def change(self, key: str, value: Any) -> Choices:  # noqa: ANN401 - any TOML value; the model checks it
        """Set one key (None takes it out) and give the choices as they then are.

        Raises Unreadable, before anything is written, where the file or the value is not sound; else Unwritable.
        """
        import tomlkit

        before = self._bytes()
        validate(Choices, parse_toml(before, self.path), self.path)
        document = tomlkit.parse(before.decode("utf-8-sig"))
        if value is None:
            document.pop(key, None)
        else:
            document[key] = value
        data = tomlkit.dumps(document).encode()
        choices = validate(Choices, parse_toml(data, self.path), self.path)
        if self._bytes() != before:
            raise Unwritable("another window changed this just now", path=self.path, remedy="try again")
        replace_file(self.path, data)
        return choices

    def _bytes(self) -> bytes:
        return read_bytes(self.path) if self.path.is_symlink() or self.path.exists() else NEW
