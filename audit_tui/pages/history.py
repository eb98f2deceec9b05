"""The report on earlier reviews of one checklist, and what changed from each to the next."""

from audit_tui import phrases
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Heading, Page, Para, Points
from audit_tui.pages.summary import problem_blocks
from audit_tui.record import Review
from audit_tui.text import count, format_date


def history_page(checklist: Checklist, reviews: list[Review], problems: tuple[UserError, ...] = ()) -> Page:
    """Set out every review, newest first, each with what changed since the one before."""
    blocks: list[Block] = [Para(f"{count(len(reviews), 'finished review')}.")]
    for position, review in enumerate(reviews):
        before = reviews[position + 1] if position + 1 < len(reviews) else None
        blocks += [
            Heading(f"{format_date(review.completed)}: {review_words(review, len(checklist.checks))}"),
            Points(changes(review, before, checklist)),
        ]
    return Page(f"Earlier reviews: {checklist.title}", (*blocks, *problem_blocks(problems)))


def review_words(review: Review, total: int) -> str:
    """Say how much was answered in one review, and how much it left open."""
    still = sum(not answer.result.done for answer in review.answers)
    return f"{len(review.answers)} of {total} answered, {still} left to put right"


def changes(review: Review, before: Review | None, checklist: Checklist) -> tuple[str, ...]:
    """Say what changed since the review before, or what was answered in the first one."""
    asked = {check.id: check.ask for check in checklist.checks}
    told = []
    for answer in review.answers:
        earlier = before.answer(answer.check) if before else None
        words = f"{asked.get(answer.check, answer.check)} {phrases.ANSWERED[answer.result].capitalize()}"
        words += f" (your note: {answer.note})" if answer.note else ""
        if before is None or earlier is None:
            told.append(words)
        elif earlier.result is not answer.result:
            told.append(f"{words}; before: {phrases.ANSWERED[earlier.result]}")
        elif earlier.expect != answer.expect:
            told.append(f"{words}; what it should be has changed since")
    return tuple(told) or ("Nothing changed since the review before.",)
