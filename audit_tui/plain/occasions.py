"""Occasions in lines: trips, and the numbers of one's phone."""

from datetime import date, datetime

from audit_tui.audit import Audit
from audit_tui.days import parse_date
from audit_tui.errors import UsageError
from audit_tui.formats.text import to_text
from audit_tui.pages.occasions import new_phone_words, phones_page, trip_words, trips_page
from audit_tui.plain.console import Console


def ask_trips(audit: Audit, console: Console, today: date) -> None:
    """List the trips, then take one in or out. Raises UserError, NoMoreInput."""
    if audit.person.unread:
        console.say("Your trips are not known, for the settings could not be read.")
        return
    console.say(*to_text(trips_page(audit.person.calendar().trips, today)).splitlines())
    name = console.ask("Name of a trip to enter or change, minus and a name to take one out; or just Enter:")
    if name.startswith("-"):
        audit.person.cancel_trip(name[1:].strip())
        console.say("Kept: taken out.")
    elif name:
        _enter_trip(audit, name, console)


def _enter_trip(audit: Audit, name: str, console: Console) -> None:
    """Ask for the days until they will do. Raises UserError, NoMoreInput."""
    while first := _ask_day(console, "First day, such as 2 March 2026; just Enter leaves the trip out:"):
        last = _ask_day(console, "Last day; or just Enter for a single day:") or first
        try:
            audit.person.plan_trip(name, first, last)
        except UsageError as problem:
            console.say(f"Not kept yet. {problem}")
        else:
            console.say(f"Kept: {trip_words(name, first, last)}.")
            return


def _ask_day(console: Console, prompt: str) -> date | None:
    """Ask for a day until it can be read; None where nothing is typed. Raises NoMoreInput."""
    while said := console.ask(prompt):
        try:
            return parse_date(said)
        except ValueError as error:
            console.say(f"Not kept yet: {error}.")
    return None


def ask_phones(audit: Audit, console: Console, now: datetime) -> None:
    """Show the phones, masked, then take numbers down or a new phone in. Raises UserError, NoMoreInput."""
    console.say(*to_text(phones_page(audit.person.phone_numbers(whole=False), audit.person.phones_lost())).splitlines())
    console.say("The whole numbers are shown by: audit-tui imei")
    said = console.ask("IMEI of your phone (two with a comma between), new for a new phone; or just Enter:")
    if said.casefold() == "new":
        numbers = audit.person.new_phone(now)
        console.say(f"Kept. {new_phone_words(numbers=numbers, accounts='a (accounts and phone)')}")
    elif said:
        audit.person.phones.record(tuple(filter(None, (part.strip() for part in said.split(",")))), now.date())
        console.say("Kept. Keep a copy somewhere else as well.")
