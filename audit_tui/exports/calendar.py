"""Reminders as a calendar (RFC 5545): one event for each checklist, which a later file moves instead of doubling."""

import hashlib
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from audit_tui.schedule.board import Board, ChecklistStatus
from audit_tui.schedule.dates import NEVER
from audit_tui.text import count

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
NINE_THE_DAY_BEFORE = timedelta(hours=-15)
PRODUCT = "-//audit-tui//reminders//EN"


def to_calendar(board: Board, now: datetime, *, names: bool = False) -> tuple[bytes, int]:
    """Write what comes due as a calendar; give its bytes and the number of events.

    Without `names` no checklist is named, for others may look into a work calendar. Results are never in it.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    due = [row for row in board.rows if row.next_due is not None and row.next_due < NEVER]
    for row in due:
        calendar.add_component(_event(row, now, names=names))
    return calendar.to_ical(), len(due)


def _event(row: ChecklistStatus, now: datetime, *, names: bool) -> Event:
    day = max(row.next_due or row.today, row.today)
    minutes = sum(item.check.minutes for item in row.items if item.due is not None and item.due <= day)
    what = row.checklist.title if names else "open audit-tui"
    event = Event()
    event.add("uid", f"{hashlib.sha256(row.checklist.id.encode()).hexdigest()[:32]}@audit-tui")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("sequence", max(0, int((now.astimezone(UTC) - EPOCH).total_seconds() // 60)))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"Privacy check due: {what} ({count(minutes, 'minute')})")
    event.add("description", "Open audit-tui and start with the line at the top.")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Privacy check tomorrow: {what}")
    alarm.add("trigger", NINE_THE_DAY_BEFORE)
    event.add_component(alarm)
    return event
