"""Giving a model as the table that stands for it in a file."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, cast

from audit_tui.cadence import Cadence
from audit_tui.files.model import FileModel


def as_table(model: FileModel) -> dict[str, Any]:
    """Give the keys and values of a model as they stand in its file, the empty ones too."""
    return {model.key(field.name): _written(getattr(model, field.name), as_table) for field in _fields(model)}


def as_given(model: FileModel) -> dict[str, Any]:
    """Give the keys and values of a model that are not what they would be anyway."""
    given = ((field.name, getattr(model, field.name)) for field in _fields(model) if not _is_usual(model, field))
    return {model.key(name): _written(value, as_given) for name, value in given}


def _fields(model: FileModel) -> tuple[Field[Any], ...]:
    return fields(cast("Any", model))


def _is_usual(model: FileModel, field: Field[Any]) -> bool:
    usual = field.default if field.default_factory is MISSING else field.default_factory()
    return bool(getattr(model, field.name) == usual)


def _written(value: Any, of_model: Callable[[FileModel], dict[str, Any]]) -> Any:  # noqa: ANN401 - a part of any kind
    if isinstance(value, FileModel):
        return of_model(value)
    if isinstance(value, Cadence):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _written(part, of_model) for key, part in value.items()}
    return [_written(part, of_model) for part in value] if isinstance(value, tuple) else value
