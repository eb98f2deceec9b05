"""Putting a calendar file in the place of an earlier one that this program made, and of no other file."""

import os
from pathlib import Path

from icalendar import Calendar

from audit_tui.errors import UsageError
from audit_tui.exports.calendar import PRODUCT
from audit_tui.files.read import read_bytes
from audit_tui.files.write import create_file, replace_own

OURS = "@audit-tui"


def replace_calendar(path: Path, data: bytes) -> None:
    """Write a calendar file, over an earlier one of ours only. Raises UsageError, Unreadable, Unwritable."""
    path = path.absolute()
    if not os.path.lexists(path):
        create_file(path, data)
        return
    before = read_bytes(path)
    if not is_ours(before):
        raise UsageError("this file is there already, and not all of it was written here, so it was left as it is",
                         path=path, remedy="choose another name")  # fmt: skip
    replace_own(path, before, data)


def is_ours(data: bytes) -> bool:
    """Tell whether a file is one calendar of this program's, with nothing in it from anywhere else."""
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except ValueError:
        return False
    return len(calendars) == 1 and calendars[0].get("prodid") == PRODUCT and all(
        part.name == "VEVENT" and str(part.get("uid", "")).endswith(OURS) for part in calendars[0].subcomponents
    )  # fmt: skip
