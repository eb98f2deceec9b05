"""The page at the end of a sitting: what was looked at, what is still to do, and when to look again."""

from datetime import datetime

from audit_tui import phrases
from audit_tui.formats.page import Block, Heading, Page, Para, Points
from audit_tui.record import Result
from audit_tui.schedule.board import Board
from audit_tui.sitting.sitting import Sitting, key
from audit_tui.text import count, format_date

CLOSE = "You can close this now."
NOT_FOUND = " (could not be found)"


def end_page(sitting: Sitting, board: Board, now: datetime) -> Page:
    """Sum up a sitting; `board` is how everything stands after it."""
    blocks: list[Block] = [Para(_counted(sitting)), Para(CLOSE)]
    if put_right := _asked(sitting, Result.FIXED):
        blocks += [Heading("You put right"), Points(put_right)]
    if still := _asked(sitting, Result.FAIL, Result.UNKNOWN):
        blocks += [Heading("Still to do"), Points(still)]
    if sitting.entries:
        blocks.append(Para(f"{count(len(sitting.entries), 'entry', 'entries')} kept in the evidence log."))
    if sitting.elsewhere:
        blocks.append(Para(f"{count(len(sitting.elsewhere), 'check')} answered in another window meanwhile."))
    standing = _incidents(sitting, board) or _standing(board)
    blocks.append(Points(tuple(f"{line}." for line in standing if line)))
    minutes = max(1, round((now - sitting.began).total_seconds() / 60))
    return Page(f"That was {phrases.number_word(minutes)}", tuple(blocks))


def _incidents(sitting: Sitting, board: Board) -> tuple[str, ...]:
    """Say how an incident stands; whoever is in one is told of nothing else."""
    lists = dict.fromkeys(each.checklist.id for each in sitting.asked if each.checklist.is_event)
    found = filter(None, map(board.find, lists))
    return tuple(f"{status.checklist.title}: {phrases.state(status)}" for status in found)


def _standing(board: Board) -> tuple[str, ...]:
    """Say how everything stands now, what is still to look at, and when to look again."""
    unseen = sum(not check.is_open for status in board.due for check in status.due_now)
    more = f"{count(unseen, 'check')} left for today or any other day" if unseen else ""
    again = f"Nothing is due until {format_date(board.next_due)}" if board.next_due and not board.due else ""
    return phrases.progress_line(board), phrases.round_line(board), more, again or phrases.coming_line(board)


def _counted(sitting: Sitting) -> str:
    """Say how much was looked at, and what came of it."""
    results = [answer.result for answer in sitting.answers.values()]
    looked = f"{len(results)} of {len(sitting.asked)} looked at"
    if not results:
        kept = {0: "", 1: " Your note is kept."}.get(sitting.noted, " Your notes are kept.")
        return f"{looked}.{kept}"
    still = sum(not result.done for result in results)
    told = [looked, f"{results.count(Result.PASS)} already right", f"{results.count(Result.FIXED)} put right"]
    told.append(f"{still} still to do")
    if none := results.count(Result.NOTAPPLICABLE):
        told.append(f"{none} {'does' if none == 1 else 'do'} not apply")
    if agreed := results.count(Result.WAIVED):
        told.append(f"{count(agreed, 'exception')} agreed")
    return f"{', '.join(told)}. All of it is kept."


def _asked(sitting: Sitting, *results: Result) -> tuple[str, ...]:
    """Name the checks with one of these results, by checklist and question."""
    return tuple(
        f"{each.checklist.title}: {each.status.check.ask}{NOT_FOUND if answer.result is Result.UNKNOWN else ''}"
        for each in sitting.asked
        if (answer := sitting.answers.get(key(each))) and answer.result in results
    )
