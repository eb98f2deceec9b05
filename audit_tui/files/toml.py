"""Turning a model into TOML bytes that are known to read back as the same model."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from audit_tui.errors import Unwritable
from audit_tui.files.model import FileModel, RecordModel
from audit_tui.files.read import parse_toml, validate
from audit_tui.files.table import as_table
from audit_tui.files.values import counted


def to_toml(model: FileModel, path: Path, heading: str) -> bytes:
    """Write a model as TOML under a comment line, its values counted at its end, and prove that it reads back equal.

    Raises Unwritable.
    """
    given = _less_empty(as_table(model))
    table = counted(given) if isinstance(model, RecordModel) else given
    data = f"# {heading}\n{_tables(table)}".encode()
    if validate(type(model), parse_toml(data, path), path) != model:
        raise Unwritable("this would not read back as it was given", path=path)
    return data


def _less_empty(value: Any) -> Any:  # noqa: ANN401 - a part of a model, of any kind
    """Leave out what says nothing: keys without a value, empty texts and empty lists."""
    if isinstance(value, Mapping):
        return {key: _less_empty(part) for key, part in value.items() if part not in (None, "", (), [], {})}
    return [_less_empty(part) for part in value] if isinstance(value, list) else value


def _tables(table: Mapping[str, Any]) -> str:
    """Write plain keys first, then each table under a heading of its own, for people read these files."""
    import tomli_w

    plain = {key: value for key, value in table.items() if not _has_tables(value)}
    parts = [tomli_w.dumps(plain)]
    for key, value in table.items():
        if isinstance(value, Mapping):
            parts.append(f"[{key}]\n{tomli_w.dumps(value)}")
        elif _has_tables(value):
            parts += [f"[[{key}]]\n{tomli_w.dumps(each)}" for each in value]
    return "\n".join(parts)


def _has_tables(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, Mapping) or (isinstance(value, list) and bool(value) and isinstance(value[0], Mapping))
