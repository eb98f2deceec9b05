"""Changes to a person's choices: each gives the keys to set, for the choices as they stand in the file just then."""

import os
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from audit_tui.errors import UsageError
from audit_tui.files.model import LINE, refuse_controls
from audit_tui.files.table import as_table
from audit_tui.settings.choices import Choices, Phone, TripPlan
from audit_tui.text import escape_controls

Keys = Mapping[str, Any]
NUMBER_BYTES = 8
LONGEST_PATH = 500
NAME_FAULT = "give it a name of 1 to 200 letters, on one line"


def hold(
    choices: Choices, *, today: date, accounts: Collection[str] | None = None, phone: Phone | None = None,
    everyone: Collection[str] = (), devices: Collection[str] = (),
) -> Keys:  # fmt: skip
    """Say which accounts and phone are held, with the day on which each checklist became the person's own.

    What is left out stays as it was. `everyone` are the ids that everybody is asked, `devices` those asked of whoever
    carries a phone. An earlier day is never changed; that of an account or phone given up goes.
    """
    before = choices.accounts
    chosen = before if accounts is None else tuple(sorted({*accounts}))
    carried = phone or choices.phone
    given_up = {*(before or ())} - {*(chosen or ())}
    own = {*(chosen or ()), *everyone, *(() if carried is Phone.NONE else devices)}
    given_up |= {*devices} - own
    days = {name: day for name, day in choices.held.items() if name not in given_up}
    days |= {name: min(days.get(name, today), today) for name in own}
    return {
        "accounts": None if chosen is None else list(chosen),
        "phone": str(carried) if carried else None,
        "held": dict(sorted(days.items())) or None,
    }


def plan_trip(choices: Choices, name: str, first: date, last: date, instead_of: str = "") -> Keys:
    """Enter a trip, or change the one of that name, or of the name `instead_of`. Raises UsageError, all unchanged."""
    trip = _sound_trip(name, first, last)
    names = [each.name for each in choices.trips]
    if instead_of and instead_of not in names:
        raise _no_trip(instead_of)
    if instead_of and trip.name != instead_of and trip.name in names:
        raise UsageError(f'there is a trip called "{trip.name}" already', remedy="choose another name")
    return _trips([*(each for each in choices.trips if each.name not in (trip.name, instead_of)), trip])


def cancel_trip(choices: Choices, name: str) -> Keys:
    """Take a trip out. Raises UsageError where there is none of that name."""
    left = [trip for trip in choices.trips if trip.name != name]
    if len(left) == len(choices.trips):
        raise _no_trip(name)
    return _trips(left)


def join(choices: Choices, joined: date | None) -> Keys:  # noqa: ARG001 - an edit is given the choices as they stand
    """Say on which day one joined the school; None says that one has been there for longer."""
    return {"joined": joined}


def change_phone(choices: Choices, moment: datetime) -> Keys:  # noqa: ARG001 - as above
    """Say when a new phone took the place of the old one: what was answered before about the phone is due again."""
    return {"new_phone": moment}


def make_share_id(choices: Choices) -> Keys:
    """Make the number of this person's statements, where there is none yet."""
    return {} if choices.share_id else {"share_id": os.urandom(NUMBER_BYTES).hex()}


def share_as(choices: Choices, number: str, label: str, issue: int, folder: str) -> Keys:
    """Keep what a statement says of its place among others, and where it goes.

    Raises UsageError where another window handed in since it was made.
    """
    if choices.share_id not in (None, number) or choices.shared >= issue:
        raise UsageError("another window handed in meanwhile, so nothing was written", remedy="try again")
    return {"share_id": number, "label": label, "shared": issue, "share_folder": _kept(folder)}


def sum_up(choices: Choices, folder: str, roster: str) -> Keys:  # noqa: ARG001 - as above
    """Keep which folder of statements, and which list, a lead named last."""
    return {"team_folder": _kept(folder), "team_list": _kept(roster)}


def make_calendar_seed(choices: Choices) -> Keys:
    """Make the number from which reminders are numbered, where there is none yet."""
    return {} if choices.calendar_seed else {"calendar_seed": os.urandom(NUMBER_BYTES).hex()}


def _kept(path: str) -> str | None:
    """Give a path that settings can hold; another is typed again the next time."""
    return path if 0 < len(path) <= LONGEST_PATH and escape_controls(path) == path and path == path.strip() else None


def _sound_trip(name: str, first: date, last: date) -> TripPlan:
    kept = name.strip()
    if not LINE.least <= len(kept) <= LINE.most:
        raise UsageError(NAME_FAULT, key="trip")
    try:
        return TripPlan(name=refuse_controls(kept), first=first, last=last)
    except ValueError as fault:
        raise UsageError(str(fault), key="trip") from fault


def _no_trip(name: str) -> UsageError:
    return UsageError(f'there is no trip called "{name}"', remedy="see audit-tui trip list")


def _trips(trips: list[TripPlan]) -> Keys:
    ordered = sorted(trips, key=lambda trip: (trip.first, trip.last))
    return {"trip": [as_table(trip) for trip in ordered] or None}
