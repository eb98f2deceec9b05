"""Setting keys in a person's own TOML file: what is not named stays to the byte, comments too."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Table

from audit_tui.errors import Unreadable


def set_keys(source: bytes, keys: Mapping[str, Any], path: Path) -> bytes:
    """Set each key to its value, or take it out where that is None. Raises Unreadable."""
    try:
        document = tomlkit.parse(source.decode("utf-8-sig"))
        for key, value in keys.items():
            _set(document, key, value)
        text = tomlkit.dumps(document)
        return (text if text.endswith("\n") else f"{text}\n").encode()
    except TOMLKitError as error:
        raise Unreadable(f"this cannot be changed as it is written: {error}", path=path, remedy="mend that") from error


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
        table[key] = value


def _plain(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    return value.unwrap() if hasattr(value, "unwrap") else value
