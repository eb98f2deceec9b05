"""The words for the board: what to do now, how the three-monthly review stands, and what is still to come."""

from datetime import date
from math import ceil

from audit_tui.checklist import Severity
from audit_tui.phrases.lists import state
from audit_tui.schedule.board import Board
from audit_tui.schedule.due import Reason
from audit_tui.schedule.plan import Plan, plan
from audit_tui.text import count, format_date, join_words

TEN = 10
NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
MOST_NAMED = 4


def headline(board: Board, minutes: int = TEN) -> str:
    """Say in one line what to do now: what is under way, then what fits into the minutes and how many it takes."""
    return planned_headline(board, plan(board, minutes))


def planned_headline(board: Board, found: Plan) -> str:
    """Say the same of a plan that is made already."""
    under_way = [f"{status.checklist.title}: {state(status)}." for status in board.lists if status.incident]
    if found.checks:
        early = [] if board.due else ["Nothing is due yet."]
        now = number_word(ceil(found.minutes)).capitalize()
        return " ".join([*under_way, *early, f"{now} now: {_planned(found)}."])
    if found.shortest is not None:
        return " ".join([*under_way, f"{about(found.shortest).capitalize()} are needed for the shortest check."])
    if under_way:
        return " ".join(under_way)
    if waiting := sum(len(status.open_actions) for status in board.lists):
        return f"Nothing more to look at today: {count(waiting, 'check')} still to put right."
    return f"Nothing is due. Next: {format_date(board.next_due)}." if board.next_due else "Nothing is due."


def _planned(found: Plan) -> str:
    names = list(dict.fromkeys(one.checklist.title for one in found.checks))
    more = len(names) - MOST_NAMED
    named = [*names[:MOST_NAMED], f"{more} more"] if more > 0 else names
    trip = next((one.status.occasion for one in found.checks if one.status.reason is Reason.TRIP), "")
    grave = all(one.status.check.severity is Severity.HIGH for one in found.checks)
    what = _stressed(grave=grave, begins=found.checks[0].status.check.severity is Severity.HIGH)
    what = f", first for the trip: {trip}" if trip else what
    if grave and len(found.checks) == 1 and not trip:
        what = " that matters most"
    return f"{count(len(found.checks), 'check')}{what}, in {join_words(named)}"


def _stressed(*, grave: bool, begins: bool) -> str:
    if grave:
        return " that matter most"
    return ", what matters most first" if begins else ""


def number_word(minutes: int) -> str:
    """Write a number of minutes, in words up to twelve: ten minutes, 15 minutes."""
    number = NUMBERS[minutes] if minutes < len(NUMBERS) else str(minutes)
    return f"{number} {'minute' if minutes == 1 else 'minutes'}"


def about(minutes: float) -> str:
    """Write an estimate in whole minutes, rounded up: about 3 minutes."""
    return f"about {count(max(1, ceil(minutes)), 'minute')}"


def round_line(board: Board) -> str:
    """Say how the three-monthly review stands; nothing where there is none."""
    found = board.round
    if found is None or not found.total:
        return ""
    right = f", {found.to_put_right} still to put right" if found.to_put_right else ""
    if found.complete_on is None:
        since = _short(found.opened, board.today)
        return f"Three-monthly review: {found.looked_at} of {found.total}{right}, open since {since}"
    coming = f", the next from {_short(found.next_from, found.complete_on)}" if found.next_from else ""
    return f"Three-monthly review: complete on {format_date(found.complete_on)}{right}{coming}"


def _short(day: date, beside: date) -> str:
    """Leave the year out where it is the same as that of another day."""
    return format_date(day).removesuffix(f" {beside.year}")


def progress_line(board: Board) -> str:
    """Say how much is done, of what matters most and of all: Done: 12 of 12 most important, 31 of 78 in all."""
    done, most = board.high
    return f"Done: {f'{done} of {most} most important, ' if most else ''}{board.done} of {board.asked} in all"


def coming_line(board: Board) -> str:
    """Say how much was never looked at and is still to come; nothing where all has had its day."""
    days = (check.due for status in board.lists for check in status.later if check.due)
    return f"{count(board.later, 'more check')} to come, the next on {format_date(min(days))}" if board.later else ""
