"""Setting keys in a person's own TOML file: what is not named stays to the byte, comments too."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Table

from audit_tui.errors import Unreadable
from audit_tui.settings.toml_lists import change_array, change_tables


def set_keys(source: bytes, keys: Mapping[str, Any], path: Path) -> bytes:
    """Set each key to its value, or take it out where that is None. Raises Unreadable."""
    try:
        document = tomlkit.parse(_ended(source.decode("utf-8-sig")))
        for key, value in keys.items():
            _set(document, key, value)
        return _ended(tomlkit.dumps(document)).encode()
    except TOMLKitError as error:
        raise Unreadable(f"this cannot be changed as it is written: {error}", path=path, remedy="mend that") from error


def _ended(text: str) -> str:
    """Give a text with its last line ended, as not every editor leaves it."""
    return text if text.endswith("\n") else f"{text}\n"


def _set(table: Container | Table, key: str, value: Any) -> None:  # noqa: ANN401 - any TOML value
    before = table.get(key)
    if value is None:
        table.pop(key, None)
    elif isinstance(before, Table) and isinstance(value, Mapping):
        for name in [name for name in before if name not in value]:
            _set(before, name, None)
        for name, part in value.items():
            _set(before, name, part)
    elif before is None or _plain(before) != value:
        _put(table, key, before, value)


def _put(table: Container | Table, key: str, before: Any, value: Any) -> None:  # noqa: ANN401 - as above
    """Put a value in the place of another; of a list only what differs."""
    if isinstance(before, AoT) and isinstance(value, list):
        change_tables(before, value)
    elif not (isinstance(before, Array) and isinstance(value, list) and change_array(before, value)):
        table[key] = value


def _plain(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    return value.unwrap() if hasattr(value, "unwrap") else value
