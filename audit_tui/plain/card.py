"""One check in lines: the question, what it should be, the way there, and what was said last time."""

from collections.abc import Iterator
from datetime import date

from audit_tui import phrases
from audit_tui.checklist import Check, Device
from audit_tui.sitting.sitting import Sitting
from audit_tui.text import ensure_full_stop


def card_lines(sitting: Sitting, position: int, phone: str | None, today: date) -> Iterator[str]:
    """Tell a check; a blank answer is never told."""
    asked = sitting.asked[position]
    check = asked.status.check
    yield f"Check {position + 1} of {len(sitting.asked)}. {asked.checklist.title}."
    yield check.ask
    yield f"Should be: {ensure_full_stop(check.expect)}"
    yield f"Why: {check.why}"
    device = check.steps.preferred(phone)
    yield from phrases.before_the_way(check)
    if check.steps.devices:
        same = " Same page as the last check." if asked.same_page else ""
        yield f"{phrases.DEVICES[device]}: {ensure_full_stop(phrases.spoken_path(check.steps.on(device)))}{same}"
    steps = phrases.numbered_steps(check, device, phone)
    alone = sum(number > 0 for number, _ in steps) == 1
    yield from (text if alone or not number else f"Step {number}: {text}" for number, text in steps)
    if check.link:
        yield f"Page: {check.link}"
    if check.verify:
        yield f"To make sure: {check.verify}"
    if told := phrases.honesty(asked.checklist, check, today):
        yield told
    yield from _answered(sitting, position, today)


def other_devices(check: Check) -> Iterator[str]:
    """Tell the way on every device, and every line on how to do it, whatever phone it is for."""
    yield from phrases.before_the_way(check)
    for device in check.steps.devices:
        yield f"{phrases.DEVICES[device]}: {ensure_full_stop(phrases.spoken_path(check.steps.on(device)))}"
    yield from (line for _, line in phrases.numbered_steps(check, Device.ANY))


def _answered(sitting: Sitting, position: int, today: date) -> Iterator[str]:
    status = sitting.asked[position].status
    if status.answer:
        why = phrases.why_due(status, today)
        yield f"Last time: {phrases.answered(status.answer)}{f'; {why}' if why else ''}."
    if note := sitting.note(position):
        yield f"Your note: {note}"
    if given := sitting.given(position):
        yield f"Answered in this sitting: {phrases.answered(given)}."
