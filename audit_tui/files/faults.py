"""What is wrong with a value in a file, in words for whoever writes it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from audit_tui.files.model import PATTERNS

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic_core import ErrorDetails

A_DAY = "write a day by itself, as 2026-03-02"
A_MOMENT = "write a day with a time and a time zone, as 2026-03-02T09:00:00Z"
BRACKETS = "write [[{name}]], with two brackets on each side"
AT_THE_TOP = "this belongs to the file itself; put it above the first heading in brackets"
LIST_NEEDED = ("tuple_type", "list_type")
NAMES_OF_LISTS = "every"
UNKNOWN = "unexpected_keyword_argument"
REMEDIES = {
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"), A_DAY),
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_from_date_parsing"), A_MOMENT),
    **dict.fromkeys(LIST_NEEDED, 'write a list in square brackets, such as ["one", "two"]'),
    UNKNOWN: "this key is not known here; check its spelling or take it out",
    "dataclass_type": "this should be a table with keys of its own",
    "missing": "this key is missing; add it",
    "too_short": "at least one is needed",
    "string_too_short": "this is empty; fill it in",
}


def fault(error: "ErrorDetails", top: "Collection[str]" = (), line: str = "") -> str:
    """Say what a value should have been; `top` has the keys of the file itself, `line` is what stands in the file."""
    kind, value = error["type"], error["input"]
    if _is_of_the_file(error, top):
        return AT_THE_TOP
    if kind == "string_pattern_mismatch":
        pattern = error["ctx"]["pattern"]
        return PATTERNS.get(pattern, f"write it as {pattern}")
    if kind == "string_type" and isinstance(value, bool | int | float | date):
        return f'put it between quotation marks: "{_written(line) or value}"'
    if kind in LIST_NEEDED and isinstance(value, dict):
        return BRACKETS.format(name=error["loc"][-1])
    if kind in ("enum", "literal_error") and isinstance(value, str):
        return _one_of(value, str(error["ctx"]["expected"]))
    return REMEDIES.get(kind, error["msg"].removeprefix("Value error, "))


def _is_of_the_file(error: "ErrorDetails", top: "Collection[str]") -> bool:
    """Tell whether a key of the file itself stands below a heading, where it became a key of that one."""
    place = [part for part in error["loc"] if part != "[key]"]
    is_misread = error["type"] in (UNKNOWN, "bool_type") or place[:1] == [NAMES_OF_LISTS]
    return len(place) > 1 and place[-1] in top and is_misread


def _written(line: str) -> str:
    """Give a value as its line has it: 4.10 is read as the number 4.1."""
    return line.partition("=")[2].partition("#")[0].strip()


def _one_of(value: str, expected: str) -> str:
    from difflib import get_close_matches

    known = [name.strip("'") for name in expected.replace(" or ", ", ").split(", ")]
    close = get_close_matches(value.casefold(), known, n=1)
    meant = f'perhaps you mean "{close[0]}"; ' if close else ""
    return f'there is no "{value}"; {meant}there are {", ".join(known)}'


def top_keys(model: Any) -> "Collection[str]":  # noqa: ANN401 - a type of model; mypy would not see its fields
    """Give the keys that a file of a model may have above its first heading."""
    from dataclasses import fields

    return {model.key(field.name) for field in fields(model)}
