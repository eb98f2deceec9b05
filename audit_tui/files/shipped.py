"""Reading what we ship ourselves: it was checked before it was packed, so its tables are only turned into models."""

import json
from binascii import crc32
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_origin

from audit_tui.files.marks import Reads
from audit_tui.files.model import FileModel

Turn = Callable[[Any], Any]
M = TypeVar("M", bound=FileModel)

TURNS: dict[type[FileModel], tuple[tuple[str, str, Turn], ...]] = {}


def read_packed(path: Path) -> Any:  # noqa: ANN401 - any JSON
    """Read a file that we packed; None where it is not there, or not to the byte as its check sum says."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    check_sum, _, told = data.partition(b"\n")
    return json.loads(told) if check_sum == b"%08x" % crc32(told) else None


def of_shipped(model: type[M], table: Mapping[str, Any]) -> M:
    """Make a model of a table as it stands in JSON, where a day is a text."""
    given = dict(table)
    for key, name, turn in TURNS.get(model) or _turns(model):
        if key in given:
            given[name] = turn(given.pop(key))
    return model(**given)


def _turns(model: Any) -> tuple[tuple[str, str, Turn], ...]:  # noqa: ANN401 - a type of model, which is a dataclass
    """Give the keys whose field has another name, or is not what JSON has, each with what to make of it."""
    every = ((model.key(field.name), field.name, _turn(field.type)) for field in fields(model))
    TURNS[model] = tuple((key, name, turn or _as_it_is) for key, name, turn in every if turn or key != name)
    return TURNS[model]


def _as_it_is(value: object) -> object:
    return value


def _turn(hint: Any) -> Turn | None:  # noqa: ANN401 - any annotation
    """Give what turns a value of JSON into one of this type; None where it is that already."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is tuple:
        inner = _turn(parts[0])
        return (lambda items: tuple([inner(item) for item in items])) if inner else tuple
    if origin is Annotated:
        return parts[1].of if isinstance(parts[1], Reads) else _turn(parts[0])
    if parts:
        return _turn(parts[0])
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(member): member for member in hint}.__getitem__
    if isinstance(hint, type) and issubclass(hint, FileModel):
        return lambda table: of_shipped(hint, table)
    return None
