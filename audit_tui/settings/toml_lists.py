"""Changing a list in a person's own TOML file: what stays on it keeps its place and its comments."""

from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, Table

NAME = "name"


def change_array(array: Array, wanted: Sequence[Any]) -> bool:
    """Take out and put in what differs; tell whether the list then is what is wanted, in its order."""
    for position in reversed(range(len(array))):
        if array[position] not in wanted:
            del array[position]
    for position, item in enumerate(wanted):
        if position >= len(array) or array[position] != item:
            array.insert(position, item)
    return array.unwrap() == list(wanted)


def change_tables(tables: AoT, wanted: Sequence[Mapping[str, Any]]) -> None:
    """Make tables what is wanted, in its order: one of the same name is changed, and moved as it is written."""
    for position, item in enumerate(wanted):
        found = next((n for n in range(position, len(tables)) if tables[n].get(NAME) == item.get(NAME)), None)
        table = tables[found] if found is not None else _set_apart(tables, position)
        _change(table, item)
        if found != position:
            if found is not None:
                del tables[found]
            elif position < len(tables):
                table.add(tomlkit.nl())
            tables.insert(position, table)
    del tables[len(wanted) :]


def _set_apart(tables: AoT, position: int) -> Table:
    """Begin a table that, where it is the last, has an empty line between it and the one before."""
    table = tomlkit.table()
    if position == len(tables) and not tables[position - 1].as_string().endswith("\n\n"):
        table.trivia.indent = "\n"
    return table


def _change(table: Table, item: Mapping[str, Any]) -> None:
    for key in [key for key in table if key not in item]:
        del table[key]
    for key, value in item.items():
        if table.get(key) != value:
            table[key] = value
