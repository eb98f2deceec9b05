"""What a person can choose, as it stands in settings.toml."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from audit_tui.cadence import CadenceText
from audit_tui.files.model import SCHEMA, FileModel, Id, Line


class Phone(StrEnum):
    """The phone a person carries."""

    IPHONE = "iphone"
    ANDROID = "android"
    NONE = "none"


class Choices(FileModel):
    """The file settings.toml; every key may be left out."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    """The version of this format."""
    accounts: tuple[Id, ...] | None = None
    """The checklists of the accounts held; left out until the person has been asked."""
    phone: Phone | None = None
    """The phone carried: its steps are shown first."""
    joined: date | None = None
    """The day of joining the school: starts the induction checks for a year."""
    every: dict[str, CadenceText] = Field(default_factory=dict)
    """How often checks come round, by checklist id, or for all under "default"."""
    checklists: str | None = None
    """The folder with the school's own checklists, laid over the built-in ones."""
    theme: Line | None = None
    """The theme of the screen."""
    keys: dict[str, Line] = Field(default_factory=dict)
    """Keys by the name of what they do, in place of the usual ones."""
