"""`trip`: the school trips of one person."""

from argparse import Namespace

from audit_tui.cli import context, output
from audit_tui.cli.main import EXIT_OK
from audit_tui.formats.text import to_text
from audit_tui.pages.occasions import trips_page
from audit_tui.text import format_date


def list_trips(chosen: Namespace) -> int:
    """List the trips."""
    output.write(to_text(trips_page(context.open_audit(chosen).occasions.trips, context.day_of(None))))
    return EXIT_OK


def add(chosen: Namespace) -> int:
    """Enter a trip, or change the one of that name."""
    context.open_audit(chosen).plan_trip(chosen.name, chosen.first, chosen.last)
    output.write(f"Kept: {chosen.name}, {format_date(chosen.first)} to {format_date(chosen.last)}.\n")
    return EXIT_OK


def remove(chosen: Namespace) -> int:
    """Take a trip out."""
    context.open_audit(chosen).cancel_trip(chosen.name)
    output.write(f"Taken out: {chosen.name}.\n")
    return EXIT_OK
