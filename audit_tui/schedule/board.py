"""The board: today's view of every checklist, the most urgent first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from audit_tui.checklist import Checklist
from audit_tui.record import Answer
from audit_tui.schedule.due import CheckStatus, Reason, build_check_status
from audit_tui.schedule.occasions import PersonalCalendar

SOON = 14


class State(IntEnum):
    """How a checklist stands, the most urgent first."""

    OVERDUE = 0
    STARTED = 1
    DUE = 2
    OPEN = 3
    NEW = 4
    SOON = 5
    UP_TO_DATE = 6
    RESTING = 7


@dataclass(frozen=True, slots=True)
class ChecklistStatus:
    """One checklist as it stands today."""

    checklist: Checklist
    items: tuple[CheckStatus, ...]
    today: date
    drafted: frozenset[str] = frozenset()
    last_done: date | None = None

    @property
    def asked(self) -> int:
        """How many checks count at present: the denominator."""
        return sum(check.is_asked for check in self.items)

    @property
    def done(self) -> int:
        """How many are answered, have nothing open and have not lapsed."""
        return sum(check.is_done(self.today) for check in self.items)

    @property
    def answered(self) -> int:
        """How many have ever been answered."""
        return sum(check.answer is not None for check in self.items)

    @property
    def due_now(self) -> tuple[CheckStatus, ...]:
        """The checks to be looked at today."""
        return tuple(check for check in self.items if check.is_due(self.today))

    @property
    def open_actions(self) -> tuple[CheckStatus, ...]:
        """The checks whose last answer left something to put right."""
        return tuple(check for check in self.items if check.is_open)

    @property
    def changed(self) -> tuple[CheckStatus, ...]:
        """The checks whose meaning changed since they were answered."""
        return tuple(check for check in self.items if check.reason is Reason.CHANGED)

    @property
    def next_due(self) -> date | None:
        """The earliest day on which one of its checks is due."""
        return min(
            (check.due for check in self.items if check.due is not None),
            default=None,
        )

    @property
    def by_rule(self) -> date | None:
        """Give the day of the cadence itself for the earliest check, where term time moved it."""
        return next(
            (check.by_rule for check in self.items if check.due is not None and check.due == self.next_due),
            None,
        )

    @property
    def overdue_days(self) -> int:
        """For how many days something that comes round has been waiting; open actions are told apart."""
        waiting = [item.due for item in self.items if item.due and item.reason is not Reason.OPEN]
        return max(0, (self.today - min(waiting)).days) if waiting else 0

    @property
    def state(self) -> State:
        """How it stands, in one word."""
        if self.overdue_days:
            return State.OVERDUE
        if self.drafted:
            return State.STARTED
        return self._state_without_draft()

    def _state_without_draft(self) -> State:
        due = self.due_now
        if any(item.reason is not Reason.NEW and not item.is_open for item in due):
            return State.DUE
        if any(item.is_open for item in due):
            return State.OPEN
        if due:
            return State.STARTED if self.answered else State.NEW
        if self.next_due is None:
            return State.UP_TO_DATE if self.answered and not self.rests else State.RESTING
        return State.SOON if (self.next_due - self.today).days <= SOON else State.UP_TO_DATE

    @property
    def rests(self) -> bool:
        """Tell whether it waits for an occasion, such as a trip, rather than for a day."""
        return all(
            check.due is None and check.reason in (Reason.NEW, Reason.TRIP, Reason.JOINED) for check in self.items
        )


@dataclass(frozen=True, slots=True)
class Board:
    """Every checklist that is asked of one person, as it stands on one day."""

    rows: tuple[ChecklistStatus, ...]
    today: date

    @property
    def due(self) -> tuple[ChecklistStatus, ...]:
        """The checklists with something to look at today."""
        return tuple(row for row in self.rows if row.due_now)

    def row(self, checklist_id: str) -> ChecklistStatus | None:
        """Find one checklist's row."""
        return next((row for row in self.rows if row.checklist.id == checklist_id), None)


def row(
    checklist: Checklist, answers: Mapping[str, Answer], today: date, occasions: PersonalCalendar,
    *, drafted: Iterable[str] = (), last_done: date | None = None,
) -> ChecklistStatus:  # fmt: skip
    """Hold one checklist against its latest answers."""
    items = tuple(
        build_check_status(checklist, check, answers.get(check.id), today, occasions) for check in checklist.checks
    )
    return ChecklistStatus(checklist, items, today, frozenset(drafted), last_done)


def board(rows: Iterable[ChecklistStatus], today: date) -> Board:
    """Order rows by urgency: state, then the earliest due day, then as they came."""
    ordered = sorted(rows, key=lambda row: (row.state, row.next_due or date.max))
    return Board(tuple(ordered), today)
