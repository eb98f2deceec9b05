"""An entry in the evidence log of an incident, and the one that says it is over."""

from collections.abc import Callable

from audit_tui.sitting.given import EvidenceInput
from audit_tui.tui.screens.form import Field, FormScreen, needed

EVIDENCE = "An entry in your evidence log. Say what you saw, not what you think of it."
OVER = "Is it over? This is written into the log with today's date. The log stays; it can begin again."

Keep = Callable[[EvidenceInput], None]


def evidence_form(keep: Keep) -> FormScreen[EvidenceInput]:
    """Ask what happened, when and where it was seen, and who was told; what cannot be kept stays in its fields."""

    def read(values: dict[str, str]) -> EvidenceInput:
        what = needed(values, "what", "Say what happened.")
        return EvidenceInput(what, values["when"], values["where"], values["told"])

    fields = (
        Field("what", "What happened"),
        Field("when", "When: day and time"),
        Field("where", "Where: platform, page or address"),
        Field("told", "Whom you told, and when"),
    )
    return FormScreen(EVIDENCE, fields, read, keep)


def over_form(keep: Keep) -> FormScreen[EvidenceInput]:
    """Ask how it ended."""

    def read(values: dict[str, str]) -> EvidenceInput:
        return EvidenceInput(needed(values, "what", "Say in a few words how it ended."), over=True)

    return FormScreen(OVER, (Field("what", "How it ended", "It is over."),), read, keep)
