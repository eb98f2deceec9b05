"""A statement in sentences: what it tells, for the person to read before it is handed in."""

from audit_tui.formats.page import Page, Para, Points
from audit_tui.team.statement import Induction, Statement
from audit_tui.text import count, format_date

PRIVATE = "It names no platform, and holds no answers, notes, account names or IMEI."
NAMED = "It names your checklists, as you asked, and holds no answers, notes, account names or IMEI."


def statement_page(own: Statement, *, folder: str = "", readers: str = "") -> Page:
    """Set out a statement in sentences, with where it goes and who can read it there; the file says no more."""
    lists, later = count(own.checklists, "checklist"), f"{own.later} to be looked at later"
    told = [
        f"Made by {own.label} on {format_date(own.made)}.",
        f"{own.up_to_date} of {lists} up to date, {own.due} due, {own.overdue} overdue, {later}.",
        f"{count(own.open_actions, 'thing')} to put right, {count(own.exceptions, 'exception')} agreed.",
        *_progress(own),
        *_review(own),
        *_dates(own),
    ]
    where = (Para(f"It goes into {folder}. {readers}"),) if folder else ()
    return Page("What you hand in", (*where, Points(tuple(told)), Para(NAMED if own.platforms else PRIVATE)))


def _progress(own: Statement) -> list[str]:
    told = []
    if own.high_total is not None:
        told.append(f"{own.high_done} of {own.high_total} most important, {own.done} of {own.asked} in all.")
    if own.induction is not Induction.NONE:
        told.append(f"Induction: {own.induction}.")
    if own.unread:
        told.append(f"{count(own.unread, 'file')} of yours could not be used, so more may be done than it says.")
    return told


def _review(own: Statement) -> list[str]:
    if own.round_complete_on:
        after = f", the next from {format_date(own.next_round)}" if own.next_round else ""
        return [f"Three-monthly review: complete on {format_date(own.round_complete_on)}{after}."]
    if own.round_total is None or own.round_opened is None:
        return []
    since = format_date(own.round_opened)
    return [f"Three-monthly review: {own.round_looked_at} of {own.round_total}, open since {since}."]


def _dates(own: Statement) -> list[str]:
    told = [f"Oldest answer: {format_date(own.oldest_answer)}."] if own.oldest_answer else []
    if own.next_due:
        told.append(f"Something more is due on {format_date(own.next_due)}.")
    if own.overdue_from:
        told.append(f"If nothing were done, something would be overdue from {format_date(own.overdue_from)}.")
    return told
