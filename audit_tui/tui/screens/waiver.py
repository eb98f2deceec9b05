"""An exception agreed with the school: its reason, who agreed it, and until when."""

from collections.abc import Iterable
from datetime import date

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from audit_tui.audit import Given
from audit_tui.cadence import Unit
from audit_tui.record import LONGEST_WAIVER, Result
from audit_tui.schedule.calendar import after
from audit_tui.tui.screens.dialog import Dialog
from audit_tui.words import day, read_day


class WaiverScreen(Dialog[Given]):
    """Three fields; nothing is given back until all three are sound."""

    HELP = "Some policies allow an exception that was agreed beforehand. It ends by itself on the day you give here."
    BINDINGS = [Binding("enter", "submit", "Next, then keep", id="waiver.keep")]

    def __init__(self, expect: str, today: date, reason: str) -> None:
        super().__init__()
        self.expect = expect
        self.today = today
        self.reason = reason

    def parts(self) -> Iterable[Widget]:
        """Ask for the three."""
        yield Static(Content(f"An agreed exception to: {self.expect}"))
        yield Label("Reason")
        yield Input(self.reason, id="reason")
        yield Label("Agreed by (a role, such as head teacher)")
        yield Input(id="agreed-by")
        yield Label("Last day of the exception (a year at most)")
        yield Input(day(after(self.today, 3, Unit.MONTH)), id="until", select_on_focus=False)
        yield Static(id="fault")

    @on(Input.Submitted)
    def action_submit(self) -> None:
        """Give the exception back if it is whole, else go to the field at fault and say why."""
        fields = {field.id: field for field in self.query(Input)}
        for name, words in (("reason", "Say why."), ("agreed-by", "Say which role agreed it.")):
            if not fields[name].value.strip():
                self._fault(fields[name], words)
                return
        try:
            until = read_day(fields["until"].value)
        except ValueError as error:
            self._fault(fields["until"], f"{error}.".capitalize())
            return
        if not 0 <= (until - self.today).days <= LONGEST_WAIVER:
            self._fault(fields["until"], "Choose a day from today to a year from now.")
            return
        reason, agreed_by = fields["reason"].value.strip(), fields["agreed-by"].value.strip()
        self.dismiss(Given(Result.WAIVED, reason, agreed_by, until))

    def _fault(self, field: Input, words: str) -> None:
        already = field.has_focus
        field.focus()
        self.query_one("#fault", Static).update(Content(words if already or field.value else f"Next: {words}"))
