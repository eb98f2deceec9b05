"""How many values a file has, said in the file itself when it is written: one that has fewer has lost a part."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from audit_tui.errors import PartLost, Unreadable

END, KEY = "end", "values"
LINE = "# {} values when audit-tui last wrote this. If you take some out yourself, change this number.\n"
SAID = re.compile(rb"(?m)^# (\d{1,6}) values when audit-tui last wrote this[^\n]*\n")
LOST = 'if you took something out yourself, write "# {} values" in its line that says "# {} values"'
COPY = "else put a whole copy in its place"


def count_values(table: Mapping[str, Any]) -> int:
    """Count the values in a table and in all below it, but for those of its end, which counts the others."""
    number = 0
    left: list[object] = [value for key, value in table.items() if key != END]
    while left:
        value = left.pop()
        if isinstance(value, Mapping):
            left += value.values()
        elif isinstance(value, list):
            left += value
        else:
            number += 1
    return number


def has_fewer(table: Mapping[str, Any], said: int) -> bool:
    """Tell whether a table has fewer values than it is said to have; more than that are no loss."""
    return count_values(table) < said


def counted(table: dict[str, Any]) -> dict[str, Any]:
    """Give a table whose end tells how many values stand above it."""
    return {**table, END: {**table.get(END, {}), KEY: count_values(table)}}


def check_values(table: Mapping[str, Any], path: Path | str) -> None:
    """Refuse a table that has fewer values than its end tells; an end of version 0.1.0 tells nothing of them.

    Raises Unreadable.
    """
    end = table.get(END)
    said = end.get(KEY) if isinstance(end, Mapping) else None
    if said is not None and (type(said) is not int or has_fewer(table, said)):
        raise Unreadable(
            f"says it has {said} values but has {count_values(table)}; it is not whole", path=path, key=f"{END}, {KEY}",
            remedy="put a whole copy in its place; if you took something out yourself, change this number",
        )  # fmt: skip


def lost_values(data: bytes, table: Mapping[str, Any], path: Path) -> PartLost | None:
    """Tell of a file that has fewer values than its own line says it had; one written by hand has no such line."""
    said = SAID.search(data)
    if said is None or not has_fewer(table, int(said[1])):
        return None
    number = count_values(table)
    what = f"should have {int(said[1])} values and has {number}, so some of it may be lost; it is used as it stands"
    return PartLost(what, path=path, remedy=f"{LOST.format(number, int(said[1]))}; {COPY}")


def with_line(data: bytes, heading: str, number: int) -> bytes:
    """Put the line that tells of so many values under the heading that only we write, or in the place of an earlier."""
    line = LINE.format(number).encode()
    if SAID.search(data):
        return SAID.sub(line, data, count=1)
    first = f"# {heading}\n".encode()
    return first + line + data.removeprefix(first) if data.startswith(first) else data


def recounted(
    before: bytes, had: Mapping[str, Any], data: bytes, has: Mapping[str, Any], heading: str
) -> bytes:  # fmt: skip
    """Put the line right in a file that was changed, given with its tables; what was lost before is still told of."""
    if data == before:
        return before
    said = SAID.search(before)
    lost = max(0, int(said[1]) - count_values(had)) if said else 0
    return with_line(data, heading, count_values(has) + lost)
