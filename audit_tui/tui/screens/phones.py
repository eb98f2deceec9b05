"""Phones: the IMEI, masked until it is asked for, and what to do when the phone is gone."""

from collections.abc import Iterable

from textual import work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from audit_tui.formats.text import WIDTH, body_text
from audit_tui.pages.occasions import phones_page
from audit_tui.tui.messages import NewPhone, NumbersGiven
from audit_tui.tui.screens.confirm import ConfirmScreen
from audit_tui.tui.screens.form import Field, FormScreen, needed
from audit_tui.tui.screens.titled_screen import TitledScreen
from audit_tui.tui.source import Source

ASK = "Open the phone app and dial *#06#. Copy each number marked IMEI: 15 digits, spaces and dashes do not matter."
NEW = "Have you a new phone? The old numbers are kept as old, and the checks of your phone fall due again."


class PhonesScreen(TitledScreen):
    """The numbers of one's phones; only the last four digits until the key for all of them."""

    HELP = "A network needs the IMEI to block a stolen phone. It is in no report and never leaves this computer."
    BINDINGS = [
        Binding("r", "record", "Write down numbers", id="phones.record"),
        Binding("v", "whole", "Show whole numbers", id="phones.whole"),
        Binding("n", "new_phone", "I have a new phone", id="phones.new"),
        Binding("q,escape", "app.back", "Back", id="phones.back", key_display="q"),
    ]

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.whole = False

    def parts(self) -> Iterable[Widget]:
        """Hold one text."""
        with VerticalScroll(id="page"):
            yield Static(id="page-text")

    def on_mount(self) -> None:
        """Show the phones, masked."""
        self.entitle("Your phone and its IMEI")
        self.query_one("#page").focus()

    def on_resize(self) -> None:
        """Set the page for the new width."""
        self.show()

    def show(self) -> None:
        """Show the phones as they now are."""
        page = phones_page(self.source.phone_numbers(whole=self.whole))
        text = body_text(page, min(WIDTH, self.size.width - 4))
        self.query_one("#page-text", Static).update(Content(text))

    def action_whole(self) -> None:
        """Show the whole numbers, or mask them again."""
        self.whole = not self.whole
        self.show()

    @work
    async def action_record(self) -> None:
        """Ask for the one or two numbers of the phone."""
        if numbers := await self.app.push_screen_wait(numbers_form()):
            self.post_message(NumbersGiven(numbers))

    @work
    async def action_new_phone(self) -> None:
        """Mark the numbers as old, once the person has said so."""
        if await self.app.push_screen_wait(ConfirmScreen(NEW)):
            self.post_message(NewPhone())


def numbers_form() -> FormScreen[tuple[str, ...]]:
    """Ask for one or two numbers."""

    def read(values: dict[str, str]) -> tuple[str, ...]:
        first = needed(values, "first", "Copy the number here.")
        return tuple(filter(None, (first, values["second"])))

    return FormScreen(ASK, (Field("first", "IMEI"), Field("second", "IMEI2, if the phone has one")), read)
