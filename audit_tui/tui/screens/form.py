"""A form in a box: a few fields, and nothing given back until all of them are sound."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from audit_tui.record import NOTE_LIMIT
from audit_tui.tui.screens.dialog import Dialog

Read = TypeVar("Read")


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


class FormScreen(Dialog[Read]):
    """Reads its fields with the function it is given, and goes to the field at fault."""

    HELP = "Enter goes to the next field, and keeps the form once all is there. Escape leaves it."
    BINDINGS = [Binding("enter", "submit", "Next, then keep", id="form.keep", key_display="Enter")]

    def __init__(self, intro: str, fields: tuple[Field, ...], read: Callable[[dict[str, str]], Read]) -> None:
        super().__init__()
        self.intro = intro
        self.fields = fields
        self.read = read

    def parts(self) -> Iterable[Widget]:
        """Ask for each field."""
        yield Static(Content(self.intro))
        for field in self.fields:
            yield Label(Content(field.label))
            yield Input(field.value, id=field.name, max_length=NOTE_LIMIT, select_on_focus=False)
        yield Static(Content("Enter goes to the next line, and keeps it all at the end."), id="way")
        yield Static(id="fault")

    @on(Input.Submitted)
    def action_submit(self) -> None:
        """Go on to the next empty field; with none left, give the form back or say what is wrong."""
        inputs = {field.name: self.query_one(f"#{field.name}", Input) for field in self.fields}
        names = [field.name for field in self.fields]
        here = next((n for n, name in enumerate(names) if inputs[name].has_focus), 0)
        waiting = next((name for name in names[here + 1 :] if not inputs[name].value.strip()), None)
        try:
            answer = self.read({name: box.value.strip() for name, box in inputs.items()})
        except FaultError as fault:
            inputs[fault.field].focus()
            self.query_one("#fault", Static).update(Content(str(fault)))
            return
        if waiting:
            inputs[waiting].focus()
            return
        self.dismiss(answer)


def needed(values: dict[str, str], name: str, words: str) -> str:
    """Give a field's text. Raises FaultError with the words where it is empty."""
    if not values[name]:
        raise FaultError(name, words)
    return values[name]
