"""`trip`: the school trips of one person."""

from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE
from audit_tui.report.occasions import trips_page
from audit_tui.report.text import to_text
from audit_tui.words import day


def list_trips(chosen: Namespace) -> int:
    """List the trips."""
    at_hand.write(to_text(trips_page(at_hand.audit(chosen).occasions.trips, at_hand.day_of(None))))
    return FINE


def add(chosen: Namespace) -> int:
    """Enter a trip, or change the one of that name."""
    at_hand.audit(chosen).plan_trip(chosen.name, chosen.first, chosen.last)
    at_hand.write(f"Kept: {chosen.name}, {day(chosen.first)} to {day(chosen.last)}.\n")
    return FINE


def remove(chosen: Namespace) -> int:
    """Take a trip out."""
    at_hand.audit(chosen).cancel_trip(chosen.name)
    at_hand.write(f"Taken out: {chosen.name}.\n")
    return FINE
