"""The plain reader: makes a model of a table only where every key, type and value is right beyond doubt."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from functools import partial, reduce
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from audit_tui.files.marks import Between, Doubt, Pattern, Reads, Words
from audit_tui.files.model import FileModel

EXACT = (str, int, bool, date, datetime, NoneType)
LOOK_AT_THE_TYPE = (Words, Pattern, Between, Reads)

Read = Callable[[Any], Any]
M = TypeVar("M", bound=FileModel)

READERS: dict[type[FileModel], Read] = {}


def read_plainly(model: type[M], table: object) -> M | None:
    """Make a model of a table; None where anything about it is in doubt, for pydantic to decide."""
    try:
        return cast("M", _of_model(model)(table))
    except Doubt:
        return None


def _of_model(model: type[FileModel]) -> Read:
    """Give the reader of a model, made once."""
    if model not in READERS:
        READERS[model] = _made_for(model)
    return READERS[model]


def _made_for(model: Any) -> Read:  # noqa: ANN401 - a type of model; mypy would not see that it is a dataclass
    parts = {model.key(field.name): (field.name, _exact_kind(field.type), _of(field.type)) for field in fields(model)}
    needed = {model.key(field.name) for field in fields(model)
              if field.default is MISSING and field.default_factory is MISSING}  # fmt: skip
    patient = model.__pydantic_config__["extra"] == "ignore"

    def read(table: Any) -> Any:  # noqa: ANN401 - any TOML value in, the model out
        if type(table) is not dict:
            return _exact(model, table)
        if not needed <= table.keys() or not (patient or table.keys() <= parts.keys()):
            raise Doubt
        given = {}
        for key, value in table.items():
            if key in parts:
                name, kind, part = parts[key]
                given[name] = value if type(value) is kind else part(value)
        try:
            return model(**given)
        except ValueError as fault:
            raise Doubt from fault

    return read


def _exact_kind(hint: Any) -> object:  # noqa: ANN401 - any annotation
    """Give the type whose every value will do, if there is one: such a value need not be looked at."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return kinds[0] if kinds[0] in EXACT else None


def _of(hint: Any) -> Read:  # noqa: ANN401 - any annotation
    """Give what reads a value of this type."""
    match get_origin(hint), get_args(hint):
        case _ if hint in EXACT:
            return partial(_exact, hint)
        case (None, _) if issubclass(hint, FileModel):
            return _of_model(hint)
        case (None, _) if issubclass(hint, StrEnum):
            return partial(_member, {str(member): member for member in hint})
        case (origin, (inner, *marks)) if origin is Annotated:
            first = () if isinstance(marks[0], LOOK_AT_THE_TYPE) else (_of(inner),)
            read: Read = reduce(_then, (*first, *(mark.sure for mark in marks)))
            return read
        case (origin, words) if origin is Literal:
            return partial(_literal, words)
        case (origin, (inner, _)) if origin is tuple:
            return partial(_items, _of(inner))
        case (origin, (key, value)) if origin is dict:
            return partial(_pairs, _of(key), _of(value))
        case (origin, (inner, other)) if origin in (Union, UnionType) and other is NoneType:
            return _or_none(_of(inner))
        case (origin, kinds) if origin in (Union, UnionType):
            return partial(_any, tuple(map(_of, kinds)))
    raise TypeError(f"no plain reader for {hint}")


def _then(first: Read, second: Read) -> Read:
    return lambda value: second(first(value))


def _or_none(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _exact(kind: type, value: object) -> object:
    if type(value) is kind:
        return value
    raise Doubt


def _member(members: Mapping[str, StrEnum], value: object) -> StrEnum:
    if isinstance(value, str) and value in members:
        return members[value]
    raise Doubt


def _literal(words: tuple[object, ...], value: object) -> object:
    if value in words and type(value) is type(words[0]):
        return value
    raise Doubt


def _items(read: Read, value: object) -> tuple[object, ...]:
    if isinstance(value, list | tuple):
        return tuple([read(item) for item in value])
    raise Doubt


def _pairs(key: Read, read: Read, value: object) -> dict[object, object]:
    if type(value) is dict:
        return {key(name): read(item) for name, item in value.items()}
    raise Doubt


def _any(readers: tuple[Read, ...], value: object) -> object:
    for read in readers:
        try:
            return read(value)
        except Doubt:
            continue
    raise Doubt
