"""The three-monthly review: one thing that opens, takes in what falls due soon, and ends."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from audit_tui.record import Answer
from audit_tui.schedule.due import CheckStatus, Reason

TAKES_IN = timedelta(days=28)


class Round(NamedTuple):
    """One three-monthly review: when it opened, how far it is, and when the next one opens.

    `to_put_right` counts among `looked_at`. `next_from` is known once it is complete; `first` tells that the person
    has finished none before.
    """

    opened: date
    total: int
    looked_at: int
    to_put_right: int
    complete_on: date | None
    next_from: date | None
    first: bool

    def takes_in(self, status: CheckStatus) -> bool:
        """Tell whether a check belongs to this round."""
        return status.is_regular and _belongs(status, self.opened, first=self.first)

    def has_seen(self, status: CheckStatus, today: date) -> bool:
        """Tell whether a check was looked at in this round and has not come up again since."""
        return (
            status.answer is not None
            and round_of(status.answer) >= self.opened
            and not (status.reason is Reason.CHANGED or _has_turned(status, today))
        )

    def offers(self, status: CheckStatus, today: date) -> bool:
        """Tell whether a check may be asked now, for it is due or may be done early in this round."""
        if status.is_due(today):
            return True
        if not self.takes_in(status) or self.has_seen(status, today) or status.turn is None:
            return False
        return status.turn <= (today if self.first else self.opened) + TAKES_IN


def find_round(statuses: Iterable[CheckStatus], today: date) -> Round | None:
    """Find the round that is open, or that was the last one to be; None where nothing is asked by the calendar."""
    regular = [status for status in statuses if status.is_regular]
    if not regular:
        return None
    opened, first = _opening(regular, today)
    bare = Round(opened, 0, 0, 0, None, None, first)
    members = [status for status in regular if bare.takes_in(status)]
    seen = [status for status in members if bare.has_seen(status, today)]
    complete = bool(members) and len(seen) == len(members)
    return Round(
        opened=opened,
        total=len(members),
        looked_at=len(seen),
        to_put_right=sum(status.reason is Reason.OPEN for status in seen),
        complete_on=max((status.answer.on for status in seen if status.answer), default=None) if complete else None,
        next_from=min((status.turn for status in regular if status.turn), default=None) if complete else None,
        first=first,
    )


def round_of(answer: Answer) -> date:
    """Give the opening day of the round in which an answer was given; answers without one stand for their own day."""
    return answer.round or answer.on


def _opening(regular: Sequence[CheckStatus], today: date) -> tuple[date, bool]:
    """Give the day on which the latest round opened, and whether it is the first.

    A round is closed by the first check that comes round after it; that day opens the next one.
    """
    rounds = [round_of(status.answer) for status in regular if status.answer]
    opened = max(rounds, default=min(status.start for status in regular))
    while True:
        first = all(day >= opened for day in rounds)
        turned = [status.turn for status in regular if status.turn and _closes(status, opened, today, first=first)]
        if not turned:
            return opened, first
        opened = min(turned)


def _closes(status: CheckStatus, opened: date, today: date, *, first: bool) -> bool:
    if not _has_turned(status, today) or status.turn is None or status.turn <= opened + TAKES_IN:
        return False
    return status.answer is not None or not _belongs(status, opened, first=first)


def _belongs(status: CheckStatus, opened: date, *, first: bool) -> bool:
    if status.answer is None:
        early = status.turn is not None and status.turn <= max(opened, status.start) + TAKES_IN
        return first or early
    return (
        round_of(status.answer) >= opened
        or status.reason in (Reason.OPEN, Reason.CHANGED)
        or (status.turn is not None and status.turn <= opened + TAKES_IN)
    )


def _has_turned(status: CheckStatus, today: date) -> bool:
    return status.turn is not None and status.turn <= today
