"""What the bytes of a review tell at a glance, so that years of files need not be parsed."""

import re
from collections.abc import Collection

WHOLE = re.compile(rb"\[end\]\nanswers = \d+\n(notes = \d+\n)?(evidence = \d+\n)?(values = \d+\n)?$")


def speaks_of(data: bytes, checks: Collection[str]) -> bool:
    """Tell whether a file names one of these checks; one that is not whole may do so."""
    return not WHOLE.search(data) or any(_names(data, check) for check in checks)


def _names(data: bytes, check: str) -> bool:
    """Tell whether a check is named, in the quotes that we write or in those that another editor may."""
    return f'"{check}"'.encode() in data or f"'{check}'".encode() in data
