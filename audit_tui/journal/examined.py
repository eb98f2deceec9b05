"""The whole journal, read for what is wrong with it: every file, not only those that today's view needs."""

from datetime import date
from typing import NamedTuple

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.read import list_names
from audit_tui.journal.filenames import list_folder
from audit_tui.journal.journal import Journal


class Examined(NamedTuple):
    """How many reviews were read and withdrawn, which files are copies by their names or no records, what is wrong."""

    reviews: int
    withdrawn: int
    copies: int
    unread: tuple[str, ...]
    problems: tuple[UserError, ...]


def examine(journal: Journal, today: date) -> Examined:
    """Read every review; what cannot be read, is dated ahead or is of a newer version is among the problems."""
    try:
        strays = len(list_folder(journal.folder).strays)
        unread = tuple(name for name in list_names(journal.folder) if not name.endswith(".toml") and name[0] != ".")
        listing, odd = journal.listing()
    except Unreadable as problem:
        return Examined(0, 0, 0, (), (problem,))
    problems = list(odd)
    reviews = 0
    for checklist in sorted({*listing.names, *(copy.checklist for copy in listing.copies)}):
        found, wrong = journal.every(checklist, today, listing)
        reviews += len(found)
        problems += wrong
    return Examined(reviews, len(listing.withdrawn), strays, unread, tuple(dict.fromkeys(problems)))
