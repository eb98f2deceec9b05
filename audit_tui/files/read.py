"""Reading: regular files of a sane size, closed before they are parsed, checked against a model."""

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from audit_tui.errors import NewerSchema, Unreadable
from audit_tui.files.model import PATTERNS, SCHEMA

LIMIT = 64 * 1024
MOST = 20_000
ENCODING = "utf-8-sig"  # Windows editors may begin a file with a mark
RESAVE = "open it in the editor it was written with, choose Save as, and UTF-8 as its encoding"
KEY = re.compile(r"\s*[\w\"-]+(\.[\w\"-]+)*\s*=")

M = TypeVar("M", bound=BaseModel)

A_DAY = "write a day by itself, as 2026-03-02"
A_MOMENT = "write a day with a time and a time zone, as 2026-03-02T09:00:00Z"
REMEDIES = {
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), A_DAY),
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_from_date_parsing"), A_MOMENT),
    "extra_forbidden": "this key is not known here; check its spelling or take it out",
    "missing": "this key is missing; add it",
    "too_short": "at least one is needed",
    "string_too_short": "this is empty; fill it in",
}


def list_names(folder: Path) -> list[str]:
    """List the names in a folder, sorted; a folder that is not there has none. Raises Unreadable."""
    try:
        found = sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(f"this folder cannot be read ({error.strerror})", path=folder) from error
    if len(found) > MOST:
        raise Unreadable(f"this folder holds over {MOST:,} files", remedy="move some of them away", path=folder)
    return found


def read_bytes(path: Path) -> bytes:
    """Read a regular file of at most 64 KiB, never waiting on a pipe. Raises Unreadable."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Unreadable("this is not an ordinary file", remedy="move it away", path=path)
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise Unreadable(f"this file cannot be read ({error.strerror})", path=path) from error
    if len(data) > LIMIT:
        raise Unreadable(f"this file is over {LIMIT // 1024} KiB", remedy="make it smaller or split it", path=path)
    return data


def parse_toml(data: bytes, path: Path) -> dict[str, Any]:
    """Read UTF-8 TOML of a schema we know. Raises Unreadable, or NewerSchema for a later schema."""
    try:
        table = tomli.loads(data.decode(ENCODING))
    except UnicodeDecodeError as error:
        number = error.object.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"this is not UTF-8 text, from line {number} on", remedy=RESAVE, path=path) from error
    except (tomli.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Unreadable(f"this is not valid TOML: {error}", remedy="mend that place", path=path) from error
    schema = table.get("schema")
    if type(schema) is not int or schema < 1:
        raise Unreadable("the first line should be schema = 1", remedy="add it", path=path, key="schema")
    if schema > SCHEMA:
        raise NewerSchema(
            "this was made by a newer version", remedy="update audit-tui to use it", path=path, key="schema"
        )
    return table


def validate(model: type[M], table: dict[str, Any], path: Path, source: bytes = b"") -> M:
    """Hold a table against its model. Raises Unreadable naming the first key at fault, and its line in the source."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        what = _fault(first)
        number = line_of(first["loc"], source)
        place = f"line {number}, " if number else ""
        raise Unreadable(what, path=path, key=place + key_path(first["loc"], table)) from error


def _fault(error: ErrorDetails) -> str:
    """Say what a value should have been."""
    if error["type"] == "string_pattern_mismatch":
        pattern = error["ctx"]["pattern"]
        return PATTERNS.get(pattern, f"write it as {pattern}")
    return REMEDIES.get(error["type"], error["msg"].removeprefix("Value error, "))


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


def _key(text: str) -> str:
    return text.partition("=")[0].strip().partition(".")[0].strip('"')


def read_model(model: type[M], path: Path) -> M:
    """Read one file into its model. Raises Unreadable or NewerSchema."""
    source = read_bytes(path)
    return validate(model, parse_toml(source, path), path, source)
