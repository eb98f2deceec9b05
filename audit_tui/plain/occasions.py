"""Occasions in lines: trips, and the numbers of one's phone."""

from datetime import date

from audit_tui.audit import Audit
from audit_tui.formats.text import to_text
from audit_tui.pages.occasions import phones_page, trips_page
from audit_tui.plain.console import Console
from audit_tui.text import parse_date


def ask_trips(audit: Audit, talk: Console, today: date) -> None:
    """List the trips, then take one in or out. Raises UserError, NoMoreInput."""
    talk.say(*to_text(trips_page(audit.occasions.trips, today)).splitlines())
    name = talk.ask("Name of a trip to enter or change, minus and a name to take one out; or just Enter:")
    if name.startswith("-"):
        audit.cancel_trip(name[1:].strip())
        talk.say("Taken out.")
    elif name:
        try:
            first = parse_date(talk.ask("First day, such as 2 March 2026:"))
            said = talk.ask("Last day; or just Enter for a single day:")
            audit.plan_trip(name, first, parse_date(said) if said else first)
        except ValueError as error:
            talk.say(f"Not kept: {error}.")
        else:
            talk.say("Kept.")


def ask_phones(audit: Audit, talk: Console, today: date) -> None:
    """Show the phones, masked, then take numbers down or a new phone in. Raises UserError, NoMoreInput."""
    talk.say(*to_text(phones_page(audit.phone_numbers(whole=False))).splitlines())
    talk.say("The whole numbers are shown by: audit-tui imei")
    said = talk.ask("IMEI of your phone (two with a comma between), new for a new phone; or just Enter:")
    if said.casefold() == "new":
        audit.new_phone(today)
        talk.say("The old numbers are kept as old. The checks of your phone are due again.")
    elif said:
        audit.phones.record(tuple(filter(None, (part.strip() for part in said.split(",")))), today)
        talk.say("Kept. Keep a copy somewhere else as well.")
