"""An exception agreed with the school: its reason, who agreed it, and until when."""

from collections.abc import Callable
from datetime import date

from audit_tui.cadence import Unit
from audit_tui.record import LONGEST_WAIVER, Result
from audit_tui.schedule.dates import add_period
from audit_tui.sitting.given import AnswerInput
from audit_tui.text import format_date
from audit_tui.tui.screens.form import FaultError, Field, FormScreen, needed, needed_date


def waiver_form(
    expect: str, today: date, reason: str, keep: Callable[[AnswerInput], None]
) -> FormScreen[AnswerInput]:  # fmt: skip
    """Ask for the three; the last day is proposed three months on. What cannot be kept stays in its fields."""

    def read(values: dict[str, str]) -> AnswerInput:
        why = needed(values, "reason", "Say why.")
        agreed_by = needed(values, "agreed-by", "Say which role agreed it.")
        until = needed_date(values, "until")
        if not 0 <= (until - today).days <= LONGEST_WAIVER:
            raise FaultError("until", "Choose a day from today to a year from now.")
        return AnswerInput(Result.WAIVED, why, agreed_by, until)

    fields = (
        Field("reason", "Reason", reason),
        Field("agreed-by", "Agreed by (a role, such as head teacher)"),
        Field("until", "Last day of the exception (a year at most)", format_date(add_period(today, 3, Unit.MONTH))),
    )
    return FormScreen(f"An agreed exception to: {expect}", fields, read, keep)
