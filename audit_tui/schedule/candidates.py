"""What a sitting could ask: every check that is wanted now, the most wanted first."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from audit_tui.cadence import Trigger
from audit_tui.checklist import Checklist, Device, Severity
from audit_tui.schedule.board import Board
from audit_tui.schedule.due import CheckStatus, Reason
from audit_tui.schedule.minutes import estimate

TRIP_NEAR = timedelta(days=7)


class Candidate(NamedTuple):
    """One check that could be asked, with where it stands: the place of its list on the board, and its own in it."""

    checklist: Checklist
    status: CheckStatus
    device: Device
    place: int
    position: int
    pace: float
    is_dated: bool

    @property
    def is_high(self) -> bool:
        """Tell whether it is one of those that matter most."""
        return self.status.check.severity is Severity.HIGH

    @property
    def is_action(self) -> bool:
        """Tell whether it was left to be put right."""
        return self.status.reason is Reason.OPEN

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that lead to it."""
        return self.status.check.steps.on(self.device)

    def minutes(self, before: "Candidate | None" = None) -> float:
        """Estimate what it costs after another check of the same list."""
        return estimate(
            self.status.check, self.device, before=before.status.check if before else None,
            seen=self.status.answer is not None, pace=self.pace,
        )  # fmt: skip


def candidates(board: Board) -> tuple[Candidate, ...]:
    """Give what is wanted: dated occasions, unseen checks that matter most, what is to put right, then the rest.

    Of those that matter most, settings come before what belongs to joining a school, which may be a long read.
    """
    every = list(_all(board))
    dated = [one for one in every if one.is_dated]
    unseen = [one for one in every if not one.is_dated and one.is_high and _is_unseen(one.status)]
    to_put_right = [one for one in every if one.is_action and not _was_answered(one.status, board)]
    taken = {(one.place, one.position) for one in (*dated, *unseen)}
    rest = [
        one
        for one in every
        if (one.place, one.position) not in taken and not one.is_action and board.offers(one.status)
    ]
    return (
        *sorted(
            dated, key=lambda one: (one.status.check.severity.rank, one.status.due, one.place, one.labels, one.position)
        ),
        *sorted(unseen, key=lambda one: (not one.status.is_regular, one.place, one.labels, one.position)),
        *sorted(to_put_right, key=_by_severity),
        *sorted(rest, key=_by_severity),
    )


def _all(board: Board) -> Iterator[Candidate]:
    for place, status in enumerate(board.lists):
        for position, check in enumerate(status.checks):
            if check.cadence.trigger is not Trigger.EVENT and check.is_asked:
                device = check.check.steps.preferred(board.phone)
                dated = check.reason is Reason.TRIP and check.is_due(board.today + TRIP_NEAR)
                yield Candidate(status.checklist, check, device, place, position, board.pace, dated)


def _is_unseen(status: CheckStatus) -> bool:
    return status.answer is None and status.due is not None


def _was_answered(status: CheckStatus, board: Board) -> bool:
    return status.answer is not None and status.answer.on >= board.today


def _by_severity(one: Candidate) -> tuple[int, bool, int, tuple[str, ...], int]:
    """Put the gravest first, then what was never asked, then go by the board."""
    return one.status.check.severity.rank, one.status.answer is not None, one.place, one.labels, one.position
