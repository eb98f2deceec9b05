"""Earlier answers in lines: what was said, and how to withdraw a review or one answer in it."""

from datetime import date

from audit_tui import phrases
from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.formats.text import to_text
from audit_tui.pages.history import history_page
from audit_tui.plain.console import Console, chosen_number
from audit_tui.record import Review
from audit_tui.text import format_date

NOTHING = "Nothing was withdrawn."


def ask_history(audit: Audit, checklist: Checklist, console: Console, today: date) -> None:
    """Tell the reviews of one checklist, then withdraw what is asked for. Raises UserError, NoMoreInput."""
    reviews, problems = audit.history(checklist.id, today)
    page = history_page(checklist, reviews, tuple(problems), audit.journal.withdrawals(checklist.id))
    console.say(*to_text(page).splitlines())
    if not reviews:
        return
    for number, review in enumerate(reviews, start=1):
        console.say(f"{number}. {format_date(review.completed)}.")
    said = console.ask("To withdraw one of these, or an answer in it, its number; or just Enter:")
    if chosen := chosen_number(said, len(reviews)):
        _withdraw(audit, checklist, reviews[chosen - 1], console, today)
    elif said:
        console.say(NOTHING)


def _withdraw(audit: Audit, checklist: Checklist, review: Review, console: Console, today: date) -> None:
    asked = {check.id: check.ask for check in checklist.checks}
    for number, answer in enumerate(review.answers, start=1):
        console.say(f"{number}. {asked.get(answer.check, answer.check)} {phrases.answered(answer)}.")
    said = console.ask("The number of an answer; all for the whole review; or just Enter:")
    if said.casefold() == "all":
        audit.withdraw(review, today)
    elif chosen := chosen_number(said, len(review.answers)):
        audit.withdraw(review, today, review.answers[chosen - 1].check)
    else:
        console.say(NOTHING)
        return
    console.say("Kept: withdrawn. It does not count any more; its file stays.")
