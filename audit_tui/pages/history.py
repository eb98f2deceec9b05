"""The page on earlier reviews of one checklist, and what changed from each to the next."""

from collections.abc import Iterator

from audit_tui import phrases
from audit_tui.checklist import Checklist
from audit_tui.errors import UserError
from audit_tui.formats.page import Block, Heading, Page, Para, Points
from audit_tui.pages.problems import problem_blocks
from audit_tui.record import Answer, Review
from audit_tui.text import count, escape_controls, format_date, join_words


def history_page(
    checklist: Checklist, reviews: list[Review], problems: tuple[UserError, ...] = (),
    withdrawals: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
) -> Page:  # fmt: skip
    """Set out every review, newest first, each with what changed since the one before; and what was withdrawn."""
    blocks: list[Block] = [Para(f"{count(len(reviews), 'review')}."), *map(Para, withdrawn_words(*withdrawals))]
    for position, review in enumerate(reviews):
        before = reviews[position + 1] if position + 1 < len(reviews) else None
        blocks += [
            Heading(f"{format_date(review.completed)}: {review_words(review, checklist)}"),
            Points(changes(review, before, checklist)),
        ]
    return Page(f"Earlier reviews: {checklist.title}", (*blocks, *problem_blocks(problems)))


def withdrawn_words(reviews: tuple[str, ...], answers: tuple[str, ...]) -> Iterator[str]:
    """Say what was withdrawn, and by removing which files it counts again."""
    for names, what in ((reviews, "review"), (answers, "answer")):
        if names:
            again = "it count" if len(names) == 1 else "one of them count"
            files = join_words(map(escape_controls, names), "or")
            yield f"{count(len(names), what)} withdrawn; to let {again} again, remove {files}."


def review_words(review: Review, checklist: Checklist) -> str:
    """Say how much was answered in one review, and how much it left open; what is asked no more is counted apart."""
    if not review.answers:
        return count(len(review.evidence), "entry in its log", "entries in its log") if review.evidence else "a note"
    asked = {check.id for check in checklist.checks}
    gone = sum(answer.check not in asked for answer in review.answers)
    apart = f" and {count(gone, 'check')} no longer on the list" if gone else ""
    still = sum(not answer.result.done for answer in review.answers)
    return f"{len(review.answers) - gone} of {len(asked)} answered{apart}, {still} left to put right"


def changes(review: Review, before: Review | None, checklist: Checklist) -> tuple[str, ...]:
    """Say what changed since the review before, or what was answered in the first one; and every note."""
    asked = {check.id: check.ask for check in checklist.checks}
    told = [*_answers(review, before, asked), *_remarks(review, asked)]
    return tuple(told) or ("Nothing changed since the review before.",)


def _answers(review: Review, before: Review | None, asked: dict[str, str]) -> Iterator[str]:
    for answer in review.answers:
        earlier = before.answer(answer.check) if before else None
        words = f"{asked.get(answer.check, answer.check)} {_given(answer)}"
        if earlier is None:
            yield words
        elif earlier.result is not answer.result:
            yield f"{words}; before: {phrases.ANSWERED[earlier.result]}"
        elif earlier.expect != answer.expect:
            yield f"{words}; what it should be has changed since"


def _given(answer: Answer) -> str:
    """Say what was answered, at what time, and for an exception who agreed it and until when."""
    until = f" until {format_date(answer.until)}, by {answer.agreed_by}" if answer.until else ""
    note = f" (your note: {answer.note})" if answer.note else ""
    return f"{phrases.ANSWERED[answer.result].capitalize()}{until}, {answer.at:%H:%M}{note}"


def _remarks(review: Review, asked: dict[str, str]) -> Iterator[str]:
    for remark in review.notes:
        if remark.text:
            yield f"Your note on: {asked.get(remark.check, remark.check)} {remark.text}"
