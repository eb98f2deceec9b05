"""The plan: which checks to look at in the minutes there are, and in which order."""

from itertools import pairwise
from typing import NamedTuple

from audit_tui.checklist import Checklist
from audit_tui.schedule.board import Board
from audit_tui.schedule.candidates import Candidate, candidates
from audit_tui.schedule.due import CheckStatus
from audit_tui.schedule.minutes import SHORTEST, same_page
from audit_tui.schedule.way import Stop, Way

OPEN_SHARE = 0.5


class PlannedCheck(NamedTuple):
    """One check of a plan, with the minutes it costs after the one before it."""

    checklist: Checklist
    status: CheckStatus
    minutes: float
    same_page: bool


class Plan(NamedTuple):
    """The checks for one sitting, in the order in which to walk through them, and the minutes they take together.

    `left` counts what is wanted too and found no room. Where nothing fits, `shortest` is the least time that would do.
    """

    minutes: float
    checks: tuple[PlannedCheck, ...]
    shortest: float | None = None
    left: int = 0


def plan(board: Board, minutes: float) -> Plan:
    """Pick the checks for a sitting that never takes longer than the minutes given."""
    wanted = candidates(board)
    way = Way()
    for candidate in wanted:
        if minutes - way.minutes < SHORTEST:
            break
        longer = way.with_check(candidate)
        if longer.minutes <= minutes and longer.open_minutes <= minutes * OPEN_SHARE and longer.keeps_order:
            way = longer
    stops = way.stops()
    if not stops:
        return Plan(0, (), min(map(_needed, wanted), default=None), len(wanted))
    return Plan(way.minutes, _planned(stops), left=len(wanted) - len(stops))


def _needed(candidate: Candidate) -> float:
    """Give the least time in which a check would find room; what is to put right may fill half of it."""
    return candidate.minutes() / OPEN_SHARE if candidate.is_action else candidate.minutes()


def _planned(stops: list[Stop]) -> tuple[PlannedCheck, ...]:
    first = PlannedCheck(stops[0][0].checklist, stops[0][0].status, stops[0][1], same_page=False)
    later = (
        PlannedCheck(check.checklist, check.status, minutes, same_page=_is_near(check, before))
        for (before, _), (check, minutes) in pairwise(stops)
    )
    return first, *later


def _is_near(check: Candidate, before: Candidate) -> bool:
    """Tell whether a check stands on the page just looked at, on the same device."""
    same = (check.place, check.device) == (before.place, before.device)
    return same and same_page(check.status.check, before.status.check, check.device)
