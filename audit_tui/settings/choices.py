"""What a person can choose, as it stands in settings.toml."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from audit_tui.cadence import EveryText
from audit_tui.files.model import SCHEMA, FileModel, Id, OneLine, Text
from audit_tui.record import Moment

FIRST_YEAR, LAST_YEAR = 2000, 2100
NUMBER = re.compile(r"[0-9a-f]{16}")


def _number(text: str) -> str:
    if not NUMBER.fullmatch(text):
        raise ValueError("this should be 16 digits from 0 to 9 and a to f; take the line out, and a new one is made")
    return text


RandomNumber = Annotated[str, AfterValidator(_number)]


class Phone(StrEnum):
    """The phone a person carries."""

    IPHONE = "iphone"
    ANDROID = "android"
    NONE = "none"


class Span(FileModel):
    """Days from a first to a last one."""

    first: date
    """The first day."""
    last: date
    """The last day; the same as the first for a single day."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("the last day is before the first; change one of them")
        if self.first.year < FIRST_YEAR or self.last.year > LAST_YEAR:
            raise ValueError(f"the year should be from {FIRST_YEAR} to {LAST_YEAR}; look for a slip")
        return self


class TripPlan(Span):
    """A school trip."""

    name: OneLine
    """What to call it."""


class Choices(FileModel):
    """The file settings.toml; every key may be left out."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    """The version of this format."""
    accounts: tuple[Id, ...] | None = None
    """The checklists of the accounts held; left out until the person has been asked."""
    phone: Phone | None = None
    """The phone carried: its steps are shown first."""
    held: dict[Id, date] = Field(default_factory=dict)
    """The day on which each checklist was first said to be yours, by id: its first round is paced from there."""
    joined: date | None = None
    """The day of joining the school: starts the induction checks for a year."""
    new_phone: date | Moment | None = None
    """The day or the moment of a change of phone: what was answered before about the phone is due again."""
    trips: tuple[TripPlan, ...] = Field(default=(), alias="trip")
    """School trips: location checks fall due the day before, putting back the day after."""
    term_time: bool = False
    """Whether a due day in the holidays is brought forward to the last week of term."""
    terms: tuple[Span, ...] = Field(default=(), alias="term")
    """The terms of the school year."""
    every: dict[Id, EveryText] = Field(default_factory=dict)
    """How often checks come round, by checklist id, or for all under "default"."""
    checklists: Text | None = None
    """The folder with the school's own checklists, laid over the built-in ones."""
    label: OneLine | None = None
    """How a person is called on the statement they hand in: initials or a role will do."""
    share_id: RandomNumber | None = None
    """A random number that tells this person's statements from others'; made once."""
    calendar_seed: RandomNumber | None = None
    """A random number from which the reminders' own numbers are made, so that they tell nothing; made once."""
    theme: OneLine | None = None
    """The theme of the screen."""
    keys: dict[str, OneLine] = Field(default_factory=dict)
    """Keys by the name of what they do, in place of the usual ones."""
