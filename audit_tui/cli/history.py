"""`history`: earlier reviews of one checklist, and taking back what one of them said."""

from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_ERROR, EXIT_OK
from audit_tui.cli.output import write
from audit_tui.cli.problems import warn
from audit_tui.errors import UsageError
from audit_tui.formats.text import to_text
from audit_tui.pages.history import history_page
from audit_tui.record import Review
from audit_tui.text import format_date


def history(*, school: Path | None, checklist: str, withdraw: str | None, answer: str | None) -> int:
    """Show every review that counts with its number, or let one, or one answer in it, no longer count."""
    audit = context.open_audit(school)
    found = audit.person.library.find(checklist)
    if withdraw is None and answer is not None:
        raise UsageError("it is not said of which review", remedy="add --withdraw and the first letters of its number")
    if withdraw is not None:
        _withdraw(audit, found, withdraw, answer)
        return EXIT_OK
    reviews, problems = audit.history(found.id, context.day_of(None))
    write(to_text(history_page(found, reviews, withdrawals=audit.journal.withdrawals(found.id))))
    for review in reviews:
        checks = ", ".join(answer.check for answer in review.answers)
        write(f"Review {review.id} of {format_date(review.completed)}: {checks}\n")
    return EXIT_ERROR if warn(problems) else EXIT_OK


def _withdraw(audit: Audit, checklist: Checklist, letters: str, answer: str | None) -> None:
    review = _only(audit.history(checklist.id, context.day_of(None))[0], letters)
    if answer is not None and review.answer(answer) is None:
        given = ", ".join(each.check for each in review.answers)
        raise UsageError(f'that review has no answer to "{answer}"', remedy=f"it has {given}")
    audit.withdraw(review, context.day_of(None), check=answer)
    what = f"the answer to {answer} in the review" if answer else "the review"
    write(f"Withdrawn: {what} of {format_date(review.completed)}. Its file stays as it was.\n")


def _only(reviews: list[Review], letters: str) -> Review:
    """Find the one review whose number begins with these letters. Raises UsageError."""
    meant = [review for review in reviews if letters and review.id.startswith(letters.casefold())]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise UsageError(f'{len(meant)} reviews begin with "{letters}"', remedy="give more of the number")
    raise UsageError(f'no review that counts begins with "{letters}"', remedy="see audit-tui history for the numbers")
