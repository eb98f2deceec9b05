"""A table as data: named columns, and rows of texts, whole numbers and days."""

from datetime import date
from typing import NamedTuple

Value = str | int | date | None
DAY = 18


class Column(NamedTuple):
    """A column: its `name` in CSV, its heading in a spreadsheet, what it holds, and its width there in letters.

    A `flag` is 1 for yes and 0 for no.
    """

    name: str
    heading: str
    holds: str
    width: int = 9
    flag: bool = False


class Sheet(NamedTuple):
    """Rows under columns; the first `fixed` columns stay in sight, and the first `printed` go onto paper."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    fixed: int
    printed: int

    def tables(self) -> list[dict[str, Value]]:
        """Give each row by the names of its columns."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def is_empty(self, at: int) -> bool:
        """Tell whether a column says nothing of anybody, such as that of the school where there is one."""
        return bool(self.rows) and all(row[at] in (None, "") for row in self.rows)
