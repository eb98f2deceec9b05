"""The column of a CSV file that holds the labels, found by its heading; nothing is guessed."""

import csv
import re
from pathlib import Path

from audit_tui.errors import Unreadable, UsageError
from audit_tui.text import join_words, shortened

SURE = "label"
LABELS = {SURE, "labels", "name", "names", "full name", "known as", "person", "people", "staff", "staff name",
          "staff member", "member of staff", "teacher", "employee", "employee name", "initials", "role"}  # fmt: skip
SCHOOLS = {"school", "school name", "academy", "academy name", "site"}
SEPARATORS = ",;\t"
SHOWN, MOST_SHOWN = 40, 12


def read_table(text: str, path: Path, column: str | None) -> list[tuple[int, str, str]]:
    """Give the line, the school and the label of each row. Raises Unreadable, or UsageError naming the headings."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    try:
        rows = [(reader.line_num, row) for row in reader if any(map(str.strip, row))]
    except csv.Error as error:
        raise Unreadable(
            f"this is not a sound CSV file: {error}", path=path, remedy="save it as CSV once more"
        ) from error
    if not rows:
        return []
    headings = [cell.strip() for cell in rows[0][1]]
    at = _label_column(headings, path, column)
    school = next((n for n, cell in enumerate(headings) if cell.casefold() in SCHOOLS and n != at), None)
    return [(number, "" if school is None else _cell(row, school), _cell(row, at)) for number, row in rows[1:]]


def is_heading(line: str) -> bool:
    """Tell whether a line looks like the headings of a table, such as Name,School."""
    cells = [cell.strip().strip('"').casefold() for cell in re.split(f"[{SEPARATORS}]", line)]
    return len(cells) > 1 and not LABELS.isdisjoint(cells)


def _label_column(headings: list[str], path: Path, column: str | None) -> int:
    plain = [cell.casefold() for cell in headings]
    if column is not None:
        found = [n for n, cell in enumerate(plain) if cell == column.strip().casefold()]
    else:
        found = [n for n, cell in enumerate(plain) if cell == SURE] or [
            n for n, cell in enumerate(plain) if cell in LABELS
        ]
    if len(found) == 1:
        return found[0]
    told = join_words([f"“{shortened(cell, SHOWN)}”" for cell in headings[:MOST_SHOWN]])
    what = "more than one column may hold the labels" if found else "it cannot be known which column holds the labels"
    if column is not None:
        what = f"{len(found) or 'no'} column{'s have' if found else ' has'} the heading “{shortened(column, SHOWN)}”"
    raise UsageError(f"{what}; the first line says {told}", path=path,
                     remedy='write "label" over the right one, or name it: --column "HEADING"')  # fmt: skip


def _cell(row: list[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""
