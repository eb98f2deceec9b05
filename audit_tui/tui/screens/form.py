"""A form in a box: a few fields, and nothing given back until all of them are sound and kept."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from audit_tui.errors import UserError
from audit_tui.text import parse_date, sentence
from audit_tui.tui.screens.dialog import Dialog
from audit_tui.tui.widgets.text_field import TextField

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Field:
    """One line to fill in."""

    name: str
    label: str
    value: str = ""


class FaultError(ValueError):
    """What a field has that cannot be taken, in words for the person."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


class FormScreen(Dialog[ValueT]):
    """Reads its fields with the function it is given, goes to the field at fault, and keeps what was read.

    Where it cannot be kept, that is said in the form, with everything that was typed still in its fields.
    """

    HELP = "Enter goes to the next field, and keeps the form once all is there. Escape leaves it."
    AUTO_FOCUS = ""
    BINDINGS = [Binding("enter", "submit", "Next, then keep", id="form.keep", key_display="Enter")]

    def __init__(
        self, intro: str, fields: tuple[Field, ...], read: Callable[[dict[str, str]], ValueT],
        keep: Callable[[ValueT], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.busy = False
        self.intro = intro
        self.fields = fields
        self.read = read
        self.keep = keep

    def parts(self) -> Iterable[Widget]:
        """Ask for each field."""
        yield Static(Content(self.intro))
        for field in self.fields:
            yield Label(Content(field.label))
            yield TextField(field.value, id=field.name, select_on_focus=False)
        yield Static(Content("Enter goes to the next line, and keeps it all at the end."), id="way")
        yield Static(id="fault")

    def on_mount(self) -> None:
        """Begin with the first field; it is scrolled to once the size of the box is known."""
        self.query(TextField).first().focus(scroll_visible=False)

    @on(Input.Changed)
    def _clear(self) -> None:
        self.query_one("#fault", Static).update(Content(""))

    @on(Input.Submitted)
    def action_submit(self) -> None:
        """Go on to the next empty field; with none left, keep the form or say what is wrong."""
        inputs = {field.name: self.query_one(f"#{field.name}", Input) for field in self.fields}
        names = [field.name for field in self.fields]
        here = next((n for n, name in enumerate(names) if inputs[name].has_focus), 0)
        waiting = next((name for name in names[here + 1 :] if not inputs[name].value.strip()), None)
        try:
            value = self.read({name: box.value.strip() for name, box in inputs.items()})
        except FaultError as fault:
            inputs[fault.field].focus()
            self._say(str(fault))
            return
        if waiting:
            inputs[waiting].focus()
        elif not self.busy:
            self.busy = True
            self._keep(value)

    @work
    async def _keep(self, value: ValueT) -> None:
        try:
            if self.keep:
                await asyncio.to_thread(self.keep, value)
        except UserError as problem:
            self._say(f"Not kept. {problem}")
        else:
            self.leave(value)
        finally:
            self.busy = False

    def _say(self, words: str) -> None:
        fault = self.query_one("#fault", Static)
        fault.update(Content(words))
        fault.scroll_visible(animate=False)


def needed(values: dict[str, str], name: str, words: str) -> str:
    """Give a field's text. Raises FaultError with the words where it is empty."""
    if not values[name]:
        raise FaultError(name, words)
    return values[name]


def needed_date(values: dict[str, str], name: str) -> date:
    """Read a field as a day. Raises FaultError with the ways to write one."""
    try:
        return parse_date(values[name])
    except ValueError as error:
        raise FaultError(name, sentence(str(error))) from error
