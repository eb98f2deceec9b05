"""The pages for occasions: induction to hand in, the evidence of an incident, the phones, the trips."""

from datetime import date

from audit_tui import phrases
from audit_tui.checklist import Checklist
from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Points, Table
from audit_tui.record import Evidence
from audit_tui.schedule.board import Board, ChecklistStatus
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
SIGNATURES = "Signed (new colleague): ______________________   Signed (line manager): ______________________"


def induction_page(board: Board, induction: ChecklistStatus | None, joined: date) -> Page:
    """Set out an induction: its own checks by stage, then each checklist with the day it was last looked at."""
    blocks: list[Block] = [Facts((("Joined", format_date(joined)), ("Printed", format_date(board.today))))]
    if induction:
        done, asked = induction.done, induction.asked
        blocks += [Para(f"{done} of {count(asked, 'induction check')} done.")]
        for stage, items in _stages(induction).items():
            rows = tuple((item.check.expect, _stood(item, board.today)) for item in items)
            blocks.append(Table(sentence(stage), ("What", "State"), rows))
    others = [row for row in board.rows if row is not induction and row.asked]
    table = tuple(
        (row.checklist.title, phrases.progress(row), format_date(row.last_done) if row.last_done else "not yet")
        for row in others
    )
    blocks.append(Table("Checklists looked at", ("Checklist", "Checks", "Last looked at"), table))
    return Page(
        "Induction: privacy settings", (*blocks, Para(SIGNATURES), Para(f"Date: {'_' * 20}"), Para(NOT_CERTIFIED))
    )


def _stages(row: ChecklistStatus) -> dict[str, list[CheckStatus]]:
    """Group the checks by the time they are given: the first day, the first weeks, the first term."""
    stages: dict[str, list[CheckStatus]] = {}
    for item in row.items:
        stages.setdefault(str(row.checklist.cadence_of(item.check)), []).append(item)
    return dict(sorted(stages.items(), key=lambda stage: min(item.due or date.max for item in stage[1])))


def _stood(item: CheckStatus, today: date) -> str:
    """Keep what is not yet due apart from what is overdue."""
    if item.is_done(today) and item.answer:
        return f"done {format_date(item.answer.on)}"
    if item.is_open:
        return "looked at, something left to do"
    if item.due is None:
        return "not asked"
    return f"overdue since {format_date(item.due)}" if item.due < today else f"not yet: by {format_date(item.due)}"


def evidence_page(checklist: Checklist, entries: tuple[Evidence, ...]) -> Page:
    """Set out an evidence log, in the order in which things were written down."""
    blocks: list[Block] = [Para("Keep this with the pictures. Delete nothing at its source until the school says so.")]
    for number, entry in enumerate(entries, start=1):
        facts = (("When", entry.when), ("What", entry.what), ("Where", entry.where), ("Told whom", entry.told),
                 ("Written down", format_date(entry.on)))  # fmt: skip
        blocks += [Heading(f"Entry {number}"), Facts(tuple((name, value or "-") for name, value in facts))]
    if not entries:
        blocks.append(Para("Nothing has been written down yet."))
    return Page(f"Evidence: {checklist.title}", tuple(blocks))


def phones_page(phones: tuple[tuple[str, tuple[str, ...]], ...]) -> Page:
    """Set out what to do when a phone is stolen, then each phone's numbers as they are given."""
    blocks: list[Block] = [Heading("If it is stolen"), Points(STOLEN, numbered=True), Heading("Your phones")]
    blocks.append(Facts(tuple((name, ", ".join(numbers)) for name, numbers in phones)) if phones else Para("None yet."))
    return Page("IMEI", tuple(blocks))


def trips_page(trips: tuple[Trip, ...], today: date) -> Page:
    """List the trips, those to come first."""
    rows = tuple(
        (trip.name, format_date(trip.first), format_date(trip.last), "past" if trip.last < today else "to come")
        for trip in sorted(trips, key=lambda trip: (trip.last < today, trip.first))
    )
    return Page("Trips", (Table(count(len(rows), "trip"), ("Trip", "First day", "Last day", ""), rows),))
