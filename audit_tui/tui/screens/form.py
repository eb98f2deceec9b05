"""A form in a box: a few fields, and nothing given back until all of them are sound and kept."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from textual import on, work
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from audit_tui.days import parse_date
from audit_tui.errors import UserError
from audit_tui.text import sentence
from audit_tui.tui.screens.dialog import STILL_HERE, Dialog
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

    HELP = "Enter goes to the next field, and at the last one keeps the form. Escape leaves it."
    AUTO_FOCUS = ""
    NOT_DONE = "Not kept."
    BINDINGS = [
        Binding("enter", "submit", "Next, then keep", id="form.keep", key_display="Enter", priority=True),
    ]

    def __init__(
        self, intro: str, fields: tuple[Field, ...], read: Callable[[dict[str, str]], ValueT],
        keep: Callable[[ValueT], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.busy = False
        self.turn = asyncio.Lock()
        self._told_of: dict[str, str] = {}
        self.intro = intro
        self.fields = fields
        self.read = read
        self.keep = keep
        self.boxes = {each.name: TextField(each.value, id=each.name, select_on_focus=False) for each in fields}

    def parts(self) -> Iterable[Widget]:
        """Ask for each field."""
        yield Static(Content(self.intro))
        for field in self.fields:
            yield Label(Content(field.label))
            yield self.boxes[field.name]
        yield Static(Content("Enter goes to the next line, and keeps it all at the end."), id="way")
        yield Static(id="fault")

    def on_mount(self) -> None:
        """Begin with the first field, of which typing takes the place; it is scrolled to once the box has its size."""
        first = self.boxes[self.fields[0].name]
        self.set_focus(first, scroll_visible=False)
        first.select_all()

    @on(Input.Changed)
    def _clear(self) -> None:
        if self.typed() != self._told_of:
            self.query_one("#fault", Static).update(Content(""))

    def typed(self) -> dict[str, str]:
        """Give what stands in each field."""
        return {name: box.value.strip() for name, box in self.boxes.items()}

    def action_submit(self) -> None:
        """Go on to the next field at once, for keys may be typed ahead; from the last, keep the form.

        What stands in the next field is selected, so that typing takes its place.
        """
        boxes = list(self.boxes.values())
        here = next((n for n, box in enumerate(boxes) if box is self.focused), 0)
        if here + 1 < len(boxes):
            self.set_focus(boxes[here + 1])
            boxes[here + 1].select_all()
        else:
            self.once_typed(self.submit)

    def once_typed(self, act: Callable[[], object]) -> None:
        """Act after every key that was pressed before has come to its field."""
        for box in self.boxes.values():
            act = partial(box.call_later, act)
        act()

    def submit(self) -> None:
        """Keep the form, or say what is wrong and go to the field at fault."""
        if self.busy:
            return
        try:
            value = self.read(self.typed())
        except FaultError as fault:
            self.set_focus(self.boxes[fault.field])
            self.say(str(fault))
        else:
            self.busy = True
            self._keep(value)

    def action_never_mind(self) -> None:
        """Leave without an answer, unless one is being kept."""
        if not self.busy:
            self.leave(None)

    @work
    async def _keep(self, value: ValueT) -> None:
        try:
            async with self.turn:
                if self.keep:
                    await asyncio.to_thread(self.keep, value)
        except UserError as problem:
            self.say(f"{self.NOT_DONE} {problem} {STILL_HERE}")
        else:
            self.leave(value)
        finally:
            self.busy = False

    def say(self, words: str) -> None:
        """Say what is wrong, under the fields, until something else is typed."""
        self._told_of = self.typed()
        self.show_fault(words)


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
