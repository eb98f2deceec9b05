"""The page at the end of a sitting: what was looked at, what is still to put right, and when to look again."""

from datetime import datetime

from audit_tui import phrases
from audit_tui.formats.page import Block, Heading, Page, Para, Points
from audit_tui.record import Result
from audit_tui.schedule.board import Board
from audit_tui.sitting.sitting import Sitting, key
from audit_tui.text import count, format_date

CLOSE = "You can close this now."


def end_page(sitting: Sitting, board: Board, now: datetime) -> Page:
    """Sum up a sitting; `board` is how everything stands after it."""
    blocks: list[Block] = [Para(_counted(sitting))]
    if put_right := _asked(sitting, Result.FIXED):
        blocks += [Heading("You put right"), Points(put_right)]
    if still := _asked(sitting, Result.FAIL, Result.UNKNOWN):
        blocks += [Heading("Still to put right"), Points(still)]
    if sitting.entries:
        blocks.append(Para(f"{count(len(sitting.entries), 'entry', 'entries')} kept in the evidence log."))
    if sitting.elsewhere:
        blocks.append(Para(f"{count(len(sitting.elsewhere), 'check')} answered in another window meanwhile."))
    blocks += [Points(tuple(f"{line}." for line in _standing(board) if line)), Para(CLOSE)]
    minutes = max(1, round((now - sitting.began).total_seconds() / 60))
    return Page(f"That was {phrases.number_word(minutes)}", tuple(blocks))


def _standing(board: Board) -> tuple[str, ...]:
    """Say how everything stands now, what is still to look at, and when to look again."""
    unseen = sum(not check.is_open for status in board.due for check in status.due_now)
    more = f"{count(unseen, 'check')} left for today or any other day" if unseen else ""
    again = f"Nothing is due until {format_date(board.next_due)}" if board.next_due and not board.due else ""
    return phrases.progress_line(board), phrases.round_line(board), more, again or phrases.coming_line(board)


def _counted(sitting: Sitting) -> str:
    """Say how much was looked at, and what came of it."""
    results = [answer.result for answer in sitting.answers.values()]
    if not results:
        return f"0 of {len(sitting.asked)} looked at."
    right = sum(result in (Result.PASS, Result.NOTAPPLICABLE, Result.WAIVED) for result in results)
    parts = [f"{len(results)} of {len(sitting.asked)} looked at", f"{right} already right"]
    parts.append(f"{results.count(Result.FIXED)} put right")
    parts.append(f"{sum(not result.done for result in results)} still to put right")
    return f"{', '.join(parts)}. All of it is kept."


def _asked(sitting: Sitting, *results: Result) -> tuple[str, ...]:
    """Name the checks with one of these results, by checklist and question."""
    return tuple(
        f"{each.checklist.title}: {each.status.check.ask}"
        for each in sitting.asked
        if (answer := sitting.answers.get(key(each))) and answer.result in results
    )
