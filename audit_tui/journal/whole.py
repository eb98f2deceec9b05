"""Reading a record whole: one that was cut short is told as that, before anything else that is wrong with it."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from audit_tui.errors import NewerSchema, Unreadable
from audit_tui.files.read import parse_toml, validate
from audit_tui.files.values import check_values
from audit_tui.journal.filenames import STUB, Entry, review_name
from audit_tui.journal.from_0_1 import brought_up_to_date
from audit_tui.record import Review

END = rb"(?m)^\[end\]\r?\n\w+ = \d+"
AT_THE_END = "(at end of document)"
WITHOUT_END = ("withdrawal",)
REMEMBERED = 256


@lru_cache(maxsize=REMEMBERED)
def read_review(data: bytes, path: Path) -> Review:
    """Read a review, of this version or the one before. Raises Unreadable where it is not whole.

    The same bytes give the same review, so they are not parsed again while the program runs.
    """
    return to_review(parse_record(data, path), path)


def to_review(table: dict[str, Any], path: Path) -> Review:
    """Make a review of its table. Raises Unreadable where it is not whole."""
    review = validate(Review, table, path)
    try:
        review.check_whole()
    except ValueError as fault:
        raise Unreadable(str(fault), path=path) from fault
    return review


def parse_record(data: bytes, path: Path) -> dict[str, Any]:
    """Read a record as TOML; the last table of a whole one is its end. Raises Unreadable."""
    try:
        table = parse_toml(data, path)
    except NewerSchema:
        raise
    except Unreadable as problem:
        ended = re.search(END, data) and AT_THE_END not in problem.what
        if ended or isinstance(problem.__cause__, UnicodeDecodeError):
            raise
        raise _cut_short(path) from problem
    if not table.get("end") and table.get("kind") not in WITHOUT_END:
        raise _cut_short(path)
    check_values(table, path)
    return brought_up_to_date(table)


def agreeing(entry: Entry, review: Review) -> Review:
    """Give a review whose file is named as it says itself. Raises Unreadable."""
    if (review.completed, review.checklist, review.id[:STUB]) != (entry.day, entry.checklist, entry.stub):
        proper = review_name(review.completed, review.checklist, review.id)
        raise Unreadable(
            "its name does not fit what is in it, so it is not counted", path=entry.path,
            remedy=f"if it is yours, call it {proper}",
        )  # fmt: skip
    return review


def _cut_short(path: Path) -> Unreadable:
    remedy = "put a whole copy in its place if there is one, or answer again"
    return Unreadable("this is not whole: it was cut short, so it is not counted", path=path, remedy=remedy)
