"""The border: what comes from outside is held against its model by pydantic, and what is wrong is put into words."""

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core.core_schema import no_info_before_validator_function

from audit_tui.errors import Unreadable
from audit_tui.files.faults import A_DAY, A_MOMENT, fault, top_keys
from audit_tui.files.model import ENCODING, FileModel

KEY = re.compile(r"\s*[\w\"-]+(\.[\w\"-]+)*\s*=")

M = TypeVar("M", bound=FileModel)

ADAPTERS: dict[type[FileModel], TypeAdapter[Any]] = {}
CHECKERS: dict[type[FileModel], SchemaValidator] = {}
LISTS = ("list", "tuple")
MOST_KEYS = 500
NUMBER = re.compile(r"\s*[-+]?[\d_]*\.?[\d_]*\s*")

DAYS = {"date": A_DAY, "datetime": A_MOMENT}


def adapter(model: type[M]) -> TypeAdapter[M]:
    """Give what pydantic knows of a model, made once."""
    if model not in ADAPTERS:
        ADAPTERS[model] = TypeAdapter(model)
    return ADAPTERS[model]


def checker(model: type[FileModel]) -> SchemaValidator:
    """Give what checks tables, made once.

    It stops at a list's first wrong item, for there may be thousands; and a number is no day, whatever it counts from.
    """
    if model not in CHECKERS:
        CHECKERS[model] = SchemaValidator(_careful(adapter(model).core_schema))
    return CHECKERS[model]


def _careful(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(schema, list | tuple):
        return type(schema)(map(_careful, schema))
    if not isinstance(schema, dict):
        return schema
    parts, kind = {key: _careful(part) for key, part in schema.items()}, str(schema.get("type"))
    if kind in DAYS:
        return no_info_before_validator_function(partial(_no_number, DAYS[kind]), cast("CoreSchema", parts))
    return parts | {"fail_fast": True} if kind in LISTS else parts


def _no_number(remedy: str, value: object) -> object:
    """Give a value back, unless it is a number, written as one or as a text. Raises ValueError."""
    if isinstance(value, int | float) or (isinstance(value, str) and NUMBER.fullmatch(value)):
        raise ValueError(remedy)
    return value


def documented(model: type[FileModel]) -> dict[str, str]:
    """Give what each field of a model is, as its docstring says, by the field's own name."""
    fields = adapter(model).json_schema()["properties"]
    return {name: part.get("description", name) for name, part in fields.items()}


def check(model: type[M], table: object, path: Path | str, source: bytes = b"") -> M:
    """Hold a table against its model. Raises Unreadable naming the first key at fault, and its line in the source."""
    if _most_keys(table) > MOST_KEYS:
        raise Unreadable(f"one of its tables has over {MOST_KEYS} keys", path=path, remedy="take out what is not yours")
    try:
        found: M = checker(model).validate_python(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        number = line_of(first["loc"], source)
        what = fault(first, top_keys(model), _line(source, number))
        place = f"line {number}, " if number else ""
        raise Unreadable(what, path=path, key=place + key_path(first["loc"], table)) from error
    return found


def _most_keys(value: object) -> int:
    """Count the keys of the widest table, for each that is not known would be told of; they may be nested deeply."""
    most, left = 0, [value]
    while left:
        part = left.pop()
        if isinstance(part, dict):
            most = max(most, len(part))
            left += part.values()
        elif isinstance(part, list):
            left += part
    return most


def key_path(location: Iterable[int | str], table: Any) -> str:  # noqa: ANN401 - any TOML value may stand here
    """Name a place in a file as its writer would: check 2 (friends-list), link."""
    told: list[str] = []
    for part in location:
        table = table[part] if isinstance(part, int) or (isinstance(table, dict) and part in table) else None
        if isinstance(part, int):
            label = table.get("id") or table.get("ref") if isinstance(table, dict) else None
            told[-1:] = [f"{told[-1] if told else 'item'} {part + 1}" + (f" ({label})" if label else "")]
        else:
            told.append(part)
    return ", ".join(told)


def line_of(location: tuple[int | str, ...], source: bytes) -> int:
    """Find the line of a key in a file, or of the table that should have it; 0 where it cannot be told."""
    lines = source.decode(ENCODING, "replace").split("\n")
    name, *rest = [str(part) for part in location] or [""]
    start, end = 0, len(lines)
    if rest and rest[0].isdecimal():
        heads = [n for n, text in enumerate(lines) if text.strip() == f"[[{name}]]"]
        if int(rest[0]) >= len(heads):
            return 0
        start, end = heads[int(rest[0])], [*heads, end][int(rest[0]) + 1]
        name = rest[1] if len(rest) > 1 else ""
    named = (n for n, text in enumerate(lines[start:end], start) if name and KEY.match(text) and _key(text) == name)
    return next(named, start or -1) + 1


def _line(source: bytes, number: int) -> str:
    return source.decode(ENCODING, "replace").split("\n")[number - 1] if number else ""


def _key(text: str) -> str:
    return text.partition("=")[0].strip().partition(".")[0].strip('"')
