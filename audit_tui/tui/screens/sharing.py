"""Handing a statement in, and choosing a folder to sum up."""

from dataclasses import dataclass

from audit_tui.tui.screens.form import Field, FormScreen, needed

HAND_IN = "A statement has dates and counts only. You see the whole of it before anything is written."
TEAM = "For a lead: sums up the statements that people put into a folder."


@dataclass(frozen=True, slots=True)
class HandInRequest:
    """How a person wants to be called, and where their statement goes."""

    label: str
    folder: str


def hand_in_form(label: str) -> FormScreen[HandInRequest]:
    """Ask for a label and a folder."""

    def read(values: dict[str, str]) -> HandInRequest:
        called = needed(values, "label", "Say what to call you: initials or a role will do.")
        return HandInRequest(called, needed(values, "folder", "Say which folder, as your lead gave it to you."))

    fields = (Field("label", "How to call you (initials or a role)", label), Field("folder", "Folder"))
    return FormScreen(HAND_IN, fields, read)


def team_form() -> FormScreen[str]:
    """Ask for the folder of statements."""
    return FormScreen(TEAM, (Field("folder", "Folder"),), lambda values: needed(values, "folder", "Say which folder."))
