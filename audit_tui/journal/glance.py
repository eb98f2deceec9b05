"""What the bytes of a review tell at a glance, so that years of files need not be parsed."""

import re
from collections.abc import Collection

WHOLE = re.compile(rb"\[end\]\nanswers = \d+\n(notes = \d+\n)?(?P<evidence>evidence = \d+\n)?$")
NO_EVIDENCE = b"evidence = 0\n"


def speaks_of(data: bytes, checks: Collection[str], *, log: bool = False) -> bool:
    """Tell whether a file names one of these checks, or may have an entry of a log; one that is not whole may do both.

    An end that does not count its entries is of an earlier version.
    """
    end = WHOLE.search(data)
    return end is None or (log and end["evidence"] != NO_EVIDENCE) or any(_names(data, check) for check in checks)


def _names(data: bytes, check: str) -> bool:
    """Tell whether a check is named, in the quotes that we write or in those that another editor may."""
    return f'"{check}"'.encode() in data or f"'{check}'".encode() in data
