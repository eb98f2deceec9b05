"""Reminders as a calendar (RFC 5545): one event for each day on which something falls due."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event

from audit_tui import phrases
from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.dates import NEVER
from audit_tui.schedule.due import CheckStatus, Reason
from audit_tui.schedule.round import TAKES_IN
from audit_tui.text import join_words

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
NINE_THE_DAY_BEFORE = timedelta(hours=-15)
PRODUCT = "-//audit-tui//reminders//EN"
TEN = 10
BEGIN_WITH = "ten minutes to begin with"


class Reminder(NamedTuple):
    """One day on which to look: the checklists concerned, about how long it takes, and whether a review opens."""

    day: date
    titles: tuple[str, ...]
    minutes: float
    opens: bool = False


def to_calendar(board: Board, now: datetime, seed: str, *, names: bool = False) -> tuple[bytes, int]:
    """Write what comes due as a calendar; give its bytes and the number of events.

    Without `names` no checklist is named, for others may look into a work calendar. Results are never in it. The
    `seed` is the person's own secret: with it a later file moves the events of an earlier one, and nobody else's.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    found = reminders(board)
    for number, reminder in enumerate(found):
        calendar.add_component(_event(reminder, f"{seed}\n{number}", now, names=names))
    return calendar.to_ical(), len(found)


def reminders(board: Board) -> list[Reminder]:
    """Give one reminder for each day; what comes round within the four weeks of one review is one."""
    waiting = [(day, status, check) for status in board.lists for day, check in _waiting(status)]
    openings = _openings(sorted({day for day, _, check in waiting if _comes_round(check) and day > board.today}))
    opening_days = {*openings.values(), *_opened_today(board)}
    days: dict[date, dict[str, list[CheckStatus]]] = {}
    for due, status, check in waiting:
        day = openings.get(due, due) if _comes_round(check) else due
        days.setdefault(day, {}).setdefault(status.checklist.title, []).append(check)
    return [
        Reminder(day, tuple(lists), sum(board.minutes(checks) for checks in lists.values()), day in opening_days)
        for day, lists in sorted(days.items())
    ]


def _waiting(status: ChecklistStatus) -> Iterator[tuple[date, CheckStatus]]:
    for check in status.checks:
        if check.due is not None and check.due < NEVER:
            yield max(check.due, status.today), check


def _comes_round(check: CheckStatus) -> bool:
    return check.is_regular and check.reason in (Reason.ROUND, Reason.TERM)


def _openings(turns: list[date]) -> dict[date, date]:
    """Give for each day on which something comes round the day on which its review opens."""
    openings: dict[date, date] = {}
    opened: date | None = None
    for turn in turns:
        opened = turn if opened is None or turn > opened + TAKES_IN else opened
        openings[turn] = opened
    return openings


def _opened_today(board: Board) -> Iterator[date]:
    """Give today where a review opens today that is not the first, which has no day to wait for."""
    if board.round is not None and not board.round.first and board.round.opened == board.today:
        yield board.today


def summary(reminder: Reminder, what: str) -> str:
    """Say what is to be done in ten minutes at a time, for nobody has an hour."""
    minutes = BEGIN_WITH if reminder.opens or reminder.minutes > TEN else phrases.about(reminder.minutes)
    return f"{'Three-monthly review' if reminder.opens else 'Privacy checks due'}: {what} ({minutes})"


def _event(reminder: Reminder, identity: str, now: datetime, *, names: bool) -> Event:
    what = join_words(reminder.titles) if names else "open audit-tui"
    event = Event()
    event.add("uid", f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}@audit-tui")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("sequence", max(0, int((now.astimezone(UTC) - EPOCH).total_seconds() // 60)))
    event.add("dtstart", reminder.day)
    event.add("dtend", reminder.day + timedelta(days=1))
    event.add("summary", summary(reminder, what))
    event.add("description", "Open audit-tui and start with the line at the top.")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Privacy checks tomorrow: {what}")
    alarm.add("trigger", NINE_THE_DAY_BEFORE)
    event.add_component(alarm)
    return event
