"""Phones: the IMEI, masked until it is asked for, and what to do when the phone is gone."""

from collections.abc import Callable, Iterable
from datetime import datetime

from textual.binding import Binding
from textual.widget import Widget

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.formats.page import Page
from audit_tui.pages.occasions import new_phone_words, phones_page
from audit_tui.pages.problems import problem_blocks
from audit_tui.settings.phones import checked
from audit_tui.text import sentence
from audit_tui.tui.attempt import attempt_aside
from audit_tui.tui.screens.busy_screen import BusyScreen
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.form import FaultError, Field, FormScreen, needed
from audit_tui.tui.widgets.page_view import PageView

ASK = "Open the phone app and dial *#06#. Copy each number marked IMEI: 15 digits, spaces and dashes do not matter."
FIRST, SECOND = "IMEI", "IMEI2"
NEW = "Have you a new phone? Numbers you wrote down are kept as old, and the checks of your phone fall due again."


class PhonesScreen(BusyScreen[None]):
    """The numbers of one's phones; only the last four digits until the key for all of them."""

    HELP = "A network needs the IMEI to block a stolen phone. It is in no report and never leaves this computer."
    BINDINGS = [
        Binding("r", "record", "Write down numbers", id="phones.record"),
        Binding("v", "whole", "Show whole numbers", id="phones.whole"),
        Binding("n", "new_phone", "I have a new phone", id="phones.new"),
        Binding("q,escape", "app.back", "Back", id="phones.back", key_display="q"),
    ]

    def __init__(self, audit: Audit, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.audit = audit
        self.clock = clock
        self.whole = False

    def parts(self) -> Iterable[Widget]:
        """Hold the page."""
        yield PageView()

    def on_mount(self) -> None:
        """Show the phones, masked."""
        self.entitle("Your phone and its IMEI")
        self.query_one(PageView).focus()
        self.show()

    def show(self) -> None:
        """Show the phones as they now are."""
        try:
            page = phones_page(self.audit.person.phone_numbers(whole=self.whole), self.audit.person.phones_lost())
        except UserError as problem:
            page = Page("IMEI", problem_blocks((problem,)))
        self.query_one(PageView).show(page)

    def action_whole(self) -> None:
        """Show the whole numbers, or mask them again."""
        self.whole = not self.whole
        self.show()

    def action_record(self) -> None:
        """Ask for the one or two numbers of the phone."""
        self.carry_out(self._record)

    async def _record(self) -> None:
        form = numbers_form(lambda numbers: self.audit.person.phones.record(numbers, self.clock().date()))
        if await self.ask(form):
            self.notify("Kept. Keep a copy somewhere else as well.", markup=False)
            self.show()

    def action_new_phone(self) -> None:
        """Mark the numbers as old, once the person has said so."""
        self.carry_out(self._new_phone)

    async def _new_phone(self) -> None:
        numbers: list[bool] = []
        sure = await self.ask(ConfirmScreen(NEW))
        if sure and await attempt_aside(self, lambda: numbers.append(self.audit.person.new_phone(self.clock()))):
            self.notify(new_phone_words(numbers=numbers[0], accounts="a on the board"), markup=False)
            self.show()


def numbers_form(keep: Callable[[tuple[str, ...]], object]) -> FormScreen[tuple[str, ...]]:
    """Ask for one or two numbers; a wrong one stays in its field."""

    def read(values: dict[str, str]) -> tuple[str, ...]:
        needed(values, "first", "Copy the number here.")
        return tuple(_number(name, values[name]) for name in ("first", "second") if values[name])

    return FormScreen(ASK, (Field("first", FIRST), Field("second", f"{SECOND}, if the phone has one")), read, keep)


def _number(name: str, typed: str) -> str:
    try:
        return checked(typed)
    except ValueError as error:
        called = FIRST if name == "first" else SECOND
        raise FaultError(name, sentence(f"{called}: this {error}")) from error
