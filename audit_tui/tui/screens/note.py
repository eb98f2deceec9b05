"""A note for an answer, and an entry in an evidence log."""

from datetime import date

from audit_tui.record import Evidence
from audit_tui.tui.screens.form import Field, FormScreen, needed

NOTE = (
    "Your note. It is for you: it stays on this computer and is in nothing you hand in. Leave out other people's names."
)
EVIDENCE = "An entry in your evidence log. Say what you saw, not what you think of it."


def note_form(note: str) -> FormScreen[str]:
    """Ask for a note; an empty one takes the note away."""
    return FormScreen(NOTE, (Field("note", "Note", note.replace("\n", " ")),), lambda values: values["note"])


def evidence_form(today: date) -> FormScreen[Evidence]:
    """Ask what happened, when and where it was seen, and who was told."""

    def read(values: dict[str, str]) -> Evidence:
        what = needed(values, "what", "Say what happened.")
        return Evidence(on=today, when=values["when"], what=what, where=values["where"], told=values["told"])

    fields = (
        Field("what", "What happened"),
        Field("when", "When: day and time"),
        Field("where", "Where: platform, page or address"),
        Field("told", "Whom you told, and when"),
    )
    return FormScreen(EVIDENCE, fields, read)
