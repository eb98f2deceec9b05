"""The pages for occasions: induction to hand in, the evidence of an incident, the phones, the trips."""

from datetime import date

from audit_tui import phrases
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Points, Table
from audit_tui.record import Evidence
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.dates import LATE
from audit_tui.schedule.due import CheckStatus
from audit_tui.schedule.occasions import Trip
from audit_tui.text import count, format_date, sentence

NOT_CERTIFIED = (
    "This page says what a new colleague reports to have looked at, and when. It does not certify that any setting is "
    "as it should be, and nobody has looked at their accounts. No answers and no notes are in it."
)
STOLEN = (
    "Lock it and mark it as lost: icloud.com/find for an iPhone, android.com/find for an Android phone.",
    "Ring your network from another phone. Ask to block SIM and handset, and give every number below.",
    "Tell the police: 999 if it happens now or you were threatened, else 101. Give every number below.",
    "Tell the school the same day if school mail, data or pictures were on it.",
)
SIGNING = ("new colleague", "line manager")


def induction_page(board: Board, induction: ChecklistStatus | None, joined: date) -> Page:
    """Set out an induction: its own checks by stage, then each checklist with the day it was last looked at."""
    blocks: list[Block] = [Facts((("Joined", format_date(joined)), ("Printed", format_date(board.today))))]
    if induction:
        done, asked = induction.done, induction.asked
        blocks += [Para(f"{done} of {count(asked, 'induction check')} done.")]
        for stage, checks in _stages(induction).items():
            rows = tuple((each.check.ask, _stood(each, board.today)) for each in checks)
            blocks.append(Table(sentence(stage), ("What", "State"), rows))
    others = [status for status in board.lists if status is not induction and status.asked]
    table = tuple((status.checklist.title, phrases.progress(status), _last(status)) for status in others)
    blocks.append(Table("Checklists looked at", ("Checklist", "Checks", "Last looked at"), table))
    signed = (Para(f"Signed ({who}): {'_' * 22}   Date: {'_' * 12}") for who in SIGNING)
    return Page("Induction: privacy settings", (*blocks, Para(NOT_CERTIFIED), *signed))


def _last(status: ChecklistStatus) -> str:
    return format_date(status.last_done) if status.last_done else "not yet"


def _stages(status: ChecklistStatus) -> dict[str, list[CheckStatus]]:
    """Group the checks by the time they are given: the first day, the first weeks, the first term."""
    stages: dict[str, list[CheckStatus]] = {}
    for each in status.checks:
        stages.setdefault(str(status.checklist.cadence_of(each.check)), []).append(each)
    return dict(sorted(stages.items(), key=lambda stage: min(each.due or date.max for each in stage[1])))


def _stood(status: CheckStatus, today: date) -> str:
    """Keep apart what is not yet due, what is due, and what has been due for over four weeks."""
    if status.is_done(today) and status.answer:
        return f"done {format_date(status.answer.on)}"
    if status.is_open:
        return "looked at, something left to do"
    if status.due is None:
        return "not asked"
    if status.due > today:
        return f"not yet: by {format_date(status.due)}"
    return f"{'overdue' if (today - status.due).days > LATE else 'due'} since {format_date(status.due)}"


def evidence_page(checklist: Checklist, entries: tuple[Evidence, ...]) -> Page:
    """Set out an evidence log, in the order in which things were written down."""
    blocks: list[Block] = [Para("Keep this with the pictures. Delete nothing at its source until the school says so.")]
    for number, entry in enumerate(entries, start=1):
        facts = [("When", entry.when), ("What", entry.what), ("Where", entry.where), ("Told whom", entry.told)]
        facts += [("Written down", format_date(entry.on))]
        facts += [("Over", "this is where it ended")] if entry.over else []
        blocks += [Heading(f"Entry {number}"), Facts(tuple((name, value or "-") for name, value in facts))]
    if not entries:
        blocks.append(Para("Nothing has been written down yet."))
    return Page(f"Evidence: {checklist.title}", tuple(blocks))


def phones_page(phones: tuple[tuple[str, tuple[str, ...]], ...], lost: tuple[UserError, ...] = ()) -> Page:
    """Set out what to do when a phone is stolen, each phone's numbers as they are given, and what may be lost."""
    blocks: list[Block] = [Heading("If it is stolen"), Points(STOLEN, numbered=True), Heading("Your phones")]
    blocks.append(Facts(tuple((name, ", ".join(numbers)) for name, numbers in phones)) if phones else Para("None yet."))
    return Page("IMEI", (*blocks, *(Para(str(problem)) for problem in lost)))


def new_phone_words(*, numbers: bool, accounts: str) -> str:
    """Say what comes of a new phone: what was written down of the old one, what is due, where its kind is changed."""
    old = "The old numbers are kept as old. " if numbers else ""
    return f"{old}The checks of your phone are due again. If it is another kind of phone, say so: {accounts}."


def trip_words(name: str, first: date, last: date) -> str:
    """Name a trip with its days, and a trip of one day with that day."""
    return f"{name}, {days_words(first, last)}"


def days_words(first: date, last: date) -> str:
    """Say from which day to which, or the one day."""
    return format_date(first) + (f" to {format_date(last)}" if last != first else "")


def trips_page(trips: tuple[Trip, ...], today: date) -> Page:
    """List the trips, those to come first."""
    rows = tuple(
        (trip.name, format_date(trip.first), format_date(trip.last), "past" if trip.last < today else "to come")
        for trip in sorted(trips, key=lambda trip: (trip.last < today, trip.first))
    )
    return Page("Trips", (Table(count(len(rows), "trip"), ("Trip", "First day", "Last day", ""), rows),))
