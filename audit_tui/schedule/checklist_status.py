"""One checklist as it stands today: its state, and the counts that the board is made of."""

from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from audit_tui.checklist import Checklist
from audit_tui.schedule.dates import LATE
from audit_tui.schedule.due import CheckStatus, Reason
from audit_tui.schedule.incidents import Incident

SOON = 14
TRIP_NEAR = timedelta(days=7)
WAITING = (Reason.TRIP, Reason.JOINED, Reason.INCIDENT)


class State(IntEnum):
    """How a checklist stands, the most urgent first."""

    UNDER_WAY = 0
    OVERDUE = 1
    DUE = 2
    STARTED = 3
    NEW = 4
    OPEN = 5
    SOON = 6
    COMING = 7
    UP_TO_DATE = 8
    RESTING = 9


class ChecklistStatus(NamedTuple):
    """One checklist as it stands today, with the incident that is under way in it."""

    checklist: Checklist
    checks: tuple[CheckStatus, ...]
    today: date
    last_done: date | None = None
    incident: Incident | None = None

    @property
    def asked(self) -> int:
        """How many checks count at present: the denominator."""
        return sum(check.is_asked for check in self.checks)

    @property
    def done(self) -> int:
        """How many are answered, have nothing open and have not lapsed."""
        return sum(check.is_done(self.today) for check in self.checks)

    @property
    def answered(self) -> int:
        """How many have ever been answered; in an incident, how many were since it began."""
        return sum(check.answer is not None for check in self.checks)

    @property
    def due_now(self) -> tuple[CheckStatus, ...]:
        """The checks to be looked at today."""
        return tuple(check for check in self.checks if check.is_due(self.today))

    @property
    def later(self) -> tuple[CheckStatus, ...]:
        """The checks that were never answered and fall due on a later day."""
        return tuple(c for c in self.checks if c.answer is None and c.due is not None and c.due > self.today)

    @property
    def open_actions(self) -> tuple[CheckStatus, ...]:
        """The checks whose last answer left something to put right."""
        return tuple(check for check in self.checks if check.is_open)

    @property
    def changed(self) -> tuple[CheckStatus, ...]:
        """The checks whose meaning changed since they were answered."""
        return tuple(check for check in self.checks if check.reason is Reason.CHANGED)

    @property
    def next_due(self) -> date | None:
        """The earliest day on which one of its checks is due."""
        return min((check.due for check in self.checks if check.due is not None), default=None)

    @property
    def by_rule(self) -> date | None:
        """Give the day of the cadence itself for the earliest check, where term time moved it."""
        return next((c.by_rule for c in self.checks if c.due is not None and c.due == self.next_due), None)

    @property
    def dated(self) -> date | None:
        """The day of a trip's checks, where it is near or past: a day that cannot be moved."""
        days = [check.due for check in self.checks if check.reason is Reason.TRIP and check.due is not None]
        return min((day for day in days if day <= self.today + TRIP_NEAR), default=None)

    @property
    def overdue_days(self) -> int:
        """For how many days something has been waiting, once it is over four weeks; open actions are told apart."""
        waiting = [c.due for c in self.checks if c.due and c.reason not in (Reason.OPEN, Reason.INCIDENT)]
        days = max(((self.today - day).days for day in waiting), default=0)
        return days if days > LATE else 0

    @property
    def state(self) -> State:
        """How it stands, in one word."""
        if self.incident is not None:
            return State.UNDER_WAY
        if self.overdue_days:
            return State.OVERDUE
        return self._state_due() if self.due_now else self._state_later()

    def _state_due(self) -> State:
        if any(check.reason is not Reason.NEW and not check.is_open for check in self.due_now):
            return State.DUE
        if any(not check.is_open for check in self.due_now):
            return State.STARTED if self.answered else State.NEW
        return State.OPEN

    def _state_later(self) -> State:
        if self.next_due is None:
            return State.UP_TO_DATE if self.answered and not self.rests else State.RESTING
        if any(check.is_regular for check in self.later):
            return State.COMING
        return State.SOON if (self.next_due - self.today).days <= SOON else State.UP_TO_DATE

    @property
    def rests(self) -> bool:
        """Tell whether it waits for an occasion, such as a trip, rather than for a day."""
        return all(check.due is None and check.reason in WAITING for check in self.checks)
