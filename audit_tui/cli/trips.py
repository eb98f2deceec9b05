"""`trip`: the school trips of one person."""

from datetime import date
from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_OK
from audit_tui.cli.output import write
from audit_tui.formats.text import to_text
from audit_tui.pages.occasions import trip_words, trips_page


def list_trips(*, school: Path | None) -> int:
    """List the trips."""
    person = context.open_audit(school).person
    if person.unread:
        write("Your trips are not known, for the settings could not be read.\n")
        return EXIT_OK
    write(to_text(trips_page(person.calendar().trips, context.day_of(None))))
    return EXIT_OK


def add(*, school: Path | None, name: str, first: date, last: date, instead_of: str) -> int:
    """Enter a trip, or change the one of that name or of the name it had before."""
    context.open_audit(school).person.plan_trip(name, first, last, instead_of)
    write(f"Kept: {trip_words(name, first, last)}.\n")
    return EXIT_OK


def remove(*, school: Path | None, name: str) -> int:
    """Take a trip out."""
    context.open_audit(school).person.cancel_trip(name)
    write(f"Taken out: {name}.\n")
    return EXIT_OK
