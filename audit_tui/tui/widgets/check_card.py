"""One check, whole: the question, what it should be, why, where to tap, and what was said last time."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from audit_tui import phrases
from audit_tui.checklist import Device
from audit_tui.schedule.walk import Walk
from audit_tui.text import join_words


class CheckCard(VerticalScroll):
    """Shows one check of a walk; the arrow keys scroll it where it is longer than the screen."""

    def compose(self) -> ComposeResult:
        """Hold one text, however long."""
        yield Static(id="card-text")

    def show(self, walk: Walk, position: int, device: Device, note: str, clauses: tuple[str, ...], today: date) -> None:
        """Show a check, with the steps for one device and the note that waits for an answer."""
        text = self.query_one("#card-text", Static)
        text.update(_content(walk, position, device, note, clauses, today))
        self.scroll_home(animate=False)


def _content(
    walk: Walk, position: int, device: Device, note: str, clauses: tuple[str, ...], today: date
) -> Content:  # fmt: skip
    check, item = walk.checks[position], walk.item(position)
    parts: list[tuple[str, str]] = [
        (f"{check.ask}\n", "bold $primary"),
        (f"Should be: {check.expect}\n", "bold"),
    ]
    if given := walk.given(position):
        parts.append((f"Your answer now: {phrases.answered(given)}{_noted(given.note)}\n", "bold $success"))
    if note:
        parts.append((f"Note for your answer: {note}\n", "bold"))
    if item.answer and not given:
        why = phrases.why_due(item)
        parts.append((f"Last time: {phrases.answered(item.answer)}{_noted(item.answer.note)}\n", "$secondary"))
        parts += [(f"Asked again: {why}\n", "bold $warning")] if why else []
    parts.append((f"\n{check.why}\n", ""))
    if check.steps.devices:
        parts += [
            (f"\n{phrases.DEVICES[device]}\n", "bold"),
            (f"{phrases.path(check.steps.on(device))}\n", ""),
        ]
        others = [phrases.DEVICES[other] for other in check.steps.devices if other is not device]
        told = join_words((other[0].lower() + other[1:] for other in others), "or")
        parts += [(f"Press d to see it {told}\n", "$secondary")] if others else []
    if check.how:
        parts.append(("\n" + "".join(f"{number}. {text}\n" for number, text in enumerate(check.how, start=1)), ""))
    parts += [(f"\nPage (press o to open it): {check.link}\n", "")] if check.link else []
    parts += [("\nTo make sure: ", "bold"), (f"{check.verify}\n", "")] if check.verify else []
    told = phrases.honesty(walk.row.checklist, check, today)
    parts += [(f"\n{told}\n", "$secondary")] if told else []
    parts += [(f"\nAsked by {clause}", "$secondary") for clause in clauses]
    return Content.assemble(*parts)


def _noted(note: str) -> str:
    return f" (your note: {note})" if note else ""
