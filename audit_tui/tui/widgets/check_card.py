"""One check, whole: the question, what it should be, where to tap, why, and what was said last time."""

from collections.abc import Iterator
from datetime import date

from audit_tui import phrases
from audit_tui.checklist import Check, Device
from audit_tui.library.library import Library
from audit_tui.phrases.asked import asked_by
from audit_tui.sitting.sitting import Sitting, key
from audit_tui.text import join_words
from audit_tui.tui.widgets.scrolled_text import Part, Parts, ScrolledText


class CheckCard(ScrolledText):
    """Shows one check of a sitting; the arrow keys scroll it where it is longer than the screen."""


def card_text(
    sitting: Sitting, position: int, device: Device, library: Library, today: date, phone: str | None = None
) -> Parts:  # fmt: skip
    """Say all there is to say of one check, with the steps for one device, to whoever carries this phone."""
    asked = sitting.asked[position]
    check = asked.status.check
    return (
        (f"{check.ask}\n", "bold $primary"),
        (f"Should be: {check.expect}\n", "bold"),
        *_answers(sitting, position, today),
        (f"\n{check.why}\n", ""),
        *_way(check, device, phone, same_page=asked.same_page),
        *_sources(check, phrases.honesty(asked.checklist, check, today), library),
    )


def _answers(sitting: Sitting, position: int, today: date) -> Iterator[Part]:
    """Say what is answered now, or what was last time and why it is asked again; and the note."""
    status, given = sitting.asked[position].status, sitting.given(position)
    if given:
        yield f"Your answer now: {phrases.answered(given)}\n", "bold $success"
    elif other := sitting.elsewhere.get(key(sitting.asked[position])):
        yield f"Answered in another window: {phrases.answered(other)}\n", "bold $success"
    elif status.answer:
        yield f"Last time: {phrases.answered(status.answer)}\n", "$secondary"
        if why := phrases.why_due(status, today):
            yield f"Asked again: {why}\n", "bold $warning"
    if note := sitting.note(position):
        yield f"Your note: {note}\n", "$secondary"


def _way(check: Check, device: Device, phone: str | None, *, same_page: bool) -> Iterator[Part]:
    """Say where to tap, what to do there, and how to see that it worked."""
    if before := phrases.before_the_way(check):
        yield "\n" + "".join(f"{line}\n" for line in before), "bold"
    if check.steps.devices:
        same = " (same page as the last check)" if same_page else ""
        yield f"\n{phrases.DEVICES[device]}{same}\n", "bold"
        yield f"{phrases.path(check.steps.on(device))}\n", ""
        others = [phrases.DEVICES[other] for other in check.steps.devices if other is not device]
        if others:
            told = join_words((other[0].lower() + other[1:] for other in others), "or")
            yield f"Press d to see it {told}\n", "$secondary"
    if steps := phrases.numbered_steps(check, device, phone):
        yield "\n" + "".join(f"{number}. {text}\n" if number else f"{text}\n" for number, text in steps), ""
    if check.link:
        yield f"\nPage (press o to open it): {check.link}\n", ""
    if check.verify:
        yield "\nTo make sure: ", "bold"
        yield f"{check.verify}\n", ""


def _sources(check: Check, honesty: str, library: Library) -> Iterator[Part]:
    if honesty:
        yield f"\n{honesty}\n", "$secondary"
    asked = asked_by(check, library)
    for label, words in asked:
        yield f"\n{label}: {words}", "$secondary"
    if not asked:
        yield f"\n{phrases.GOOD_PRACTICE}", "$secondary"
