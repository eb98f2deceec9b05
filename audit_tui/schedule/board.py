"""The board: today's view of every checklist, the most urgent first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from audit_tui.checklist import Checklist, Severity
from audit_tui.record import Answer, Evidence
from audit_tui.schedule.checklist_status import SOON, ChecklistStatus, State
from audit_tui.schedule.due import CheckStatus, build_check_status
from audit_tui.schedule.incidents import find_incident
from audit_tui.schedule.minutes import Timed, estimate_all, learnt_pace
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.schedule.round import Round, find_round

__all__ = ["SOON", "Board", "ChecklistStatus", "State", "build_board", "build_checklist_status"]


class Board(NamedTuple):
    """Every checklist that is asked of one person, as it stands on one day.

    `pace` is how long this person takes, beside what is estimated.
    """

    lists: tuple[ChecklistStatus, ...]
    today: date
    phone: str | None = None
    round: Round | None = None
    pace: float = 1.0
    calendar: PersonalCalendar = PersonalCalendar()

    @property
    def due(self) -> tuple[ChecklistStatus, ...]:
        """The checklists with something to look at today."""
        return tuple(status for status in self.lists if status.due_now)

    @property
    def coming(self) -> tuple[ChecklistStatus, ...]:
        """The checklists with nothing to look at today and something later, the soonest first."""
        waiting = [(status.next_due, status) for status in self.lists if status.next_due and not status.due_now]
        return tuple(status for _, status in sorted(waiting, key=lambda pair: pair[0]))

    @property
    def next_due(self) -> date | None:
        """The next day after today on which something falls due."""
        days = (check.due for status in self.lists for check in status.checks if check.due and check.due > self.today)
        return min(days, default=None)

    @property
    def high(self) -> tuple[int, int]:
        """How many of the checks that matter most are done, and how many there are; occasions are not among them."""
        most = [
            check
            for status in self.lists
            for check in status.checks
            if check.is_regular and check.check.severity is Severity.HIGH
        ]
        return sum(check.is_done(self.today) for check in most), len(most)

    @property
    def done(self) -> int:
        """How many checks are done, of `asked`."""
        return sum(status.done for status in self.lists)

    @property
    def asked(self) -> int:
        """How many checks count at present: the denominator."""
        return sum(status.asked for status in self.lists)

    @property
    def later(self) -> int:
        """How many checks were never answered and fall due on a later day."""
        return sum(len(status.later) for status in self.lists)

    def find(self, checklist_id: str) -> ChecklistStatus | None:
        """Find one checklist as it stands."""
        return next((status for status in self.lists if status.checklist.id == checklist_id), None)

    def offered(self, status: ChecklistStatus) -> tuple[CheckStatus, ...]:
        """Give the checks of one list that may be asked now: due, or to be done early in the open round."""
        return tuple(check for check in status.checks if self.offers(check))

    def offers(self, check: CheckStatus) -> bool:
        """Tell whether a check is due or may be done early in the open round."""
        return check.is_due(self.today) or (self.round is not None and self.round.offers(check, self.today))

    def chosen(self, status: ChecklistStatus) -> tuple[CheckStatus, ...]:
        """Give what is asked of somebody who chooses a list: the pace of the first round holds nobody back."""
        return tuple(check for check in status.checks if check.answer is None or self.offers(check))

    def minutes(self, checks: Iterable[CheckStatus]) -> float:
        """Estimate the minutes for checks of one list, looked at in the order given."""
        return estimate_all(((each.check, each.answer is not None) for each in checks), self.phone, self.pace)


def build_checklist_status(
    checklist: Checklist, answers: Mapping[str, Answer], today: date, calendar: PersonalCalendar,
    *, last_done: date | None = None, evidence: Sequence[Evidence] = (),
) -> ChecklistStatus:  # fmt: skip
    """Hold one checklist against its latest answers and its evidence log."""
    incident = find_incident(checklist, answers, evidence)
    checks = tuple(
        build_check_status(checklist, check, answers.get(check.id), today, calendar, incident)
        for check in checklist.checks
    )
    return ChecklistStatus(checklist, checks, today, last_done, incident)


def build_board(
    statuses: Iterable[ChecklistStatus], today: date, calendar: PersonalCalendar, phone: str | None = None
) -> Board:  # fmt: skip
    """Order checklists by urgency, then by their earliest day, then as they came; find the round and the pace."""
    ordered = tuple(sorted(statuses, key=_urgency))
    found = find_round((check for status in ordered for check in status.checks), today)
    pace = learnt_pace((timed for status in ordered for timed in _timed(status)), phone)
    return Board(ordered, today, phone, found, pace, calendar)


def _urgency(status: ChecklistStatus) -> tuple[bool, bool, State, date]:
    """Put incidents first, then what has a day that cannot be moved, then the rest by state."""
    return status.incident is None, status.dated is None, status.state, status.next_due or date.max


def _timed(status: ChecklistStatus) -> Iterable[Timed]:
    """Give the answers with their checks; one of a round that opened after the check was first asked is not new."""
    for check in status.checks:
        if check.answer is not None:
            seen = check.answer.round is not None and check.answer.round > check.start
            yield Timed(status.checklist.id, check.check, check.answer, seen=seen)
