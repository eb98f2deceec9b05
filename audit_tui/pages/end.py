"""The page at the end of a sitting: what was looked at, what is still to put right, and when to look again."""

from datetime import datetime

from audit_tui import phrases
from audit_tui.formats.page import Block, Facts, Heading, Page, Para, Points
from audit_tui.record import Result
from audit_tui.schedule.board import Board
from audit_tui.sitting.sitting import Sitting
from audit_tui.text import count

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
    blocks += [Facts(phrases.progress_facts(board)), Para(CLOSE)]
    minutes = max(1, round((now - sitting.began).total_seconds() / 60))
    return Page(f"That was {phrases.in_words(minutes)} {'minute' if minutes == 1 else 'minutes'}", tuple(blocks))


def _counted(sitting: Sitting) -> str:
    """Say how much was looked at, and what came of it."""
    results = [answer.result for answer in sitting.answers.values()]
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
        if (answer := sitting.answers.get((each.checklist.id, each.status.check.id))) and answer.result in results
    )
