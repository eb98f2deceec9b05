"""What a person can choose, as it stands in settings.toml."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from audit_tui.files.marks import Between, Few, Rule
from audit_tui.files.model import FEW_LISTS, SCHEMA, EveryText, FileModel, Id, Moment, OneLine, Text

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_SHARED = 1_000_000
NUMBER = r"[0-9a-f]{16}"


def _number(text: str) -> str:
    if not re.fullmatch(NUMBER, text):
        raise ValueError("this should be 16 digits from 0 to 9 and a to f; take the line out, and a new one is made")
    return text


RandomNumber = Annotated[str, Rule(_number)]


class Phone(StrEnum):
    """The phone a person carries."""

    IPHONE = "iphone"
    ANDROID = "android"
    SAMSUNG = "samsung"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(FileModel):
    """Days from a first to a last one."""

    first: date
    """The first day."""
    last: date
    """The last day; the same as the first for a single day."""

    def __post_init__(self) -> None:
        """Refuse days out of order, or in years that must be a slip. Raises ValueError."""
        if self.last < self.first:
            raise ValueError("the last day is before the first; change one of them")
        if self.first.year < FIRST_YEAR or self.last.year > LAST_YEAR:
            raise ValueError(f"the year should be from {FIRST_YEAR} to {LAST_YEAR}; look for a slip")


@dataclass(frozen=True, slots=True, kw_only=True)
class TripPlan(Span):
    """A school trip."""

    name: OneLine
    """What to call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(FileModel):
    """The file settings.toml; every key may be left out."""

    KEYS: ClassVar = {"schema_": "schema", "trips": "trip", "terms": "term"}

    schema_: Literal[1] = SCHEMA
    """The version of this format."""
    accounts: Annotated[tuple[Id, ...], FEW_LISTS] | None = None
    """The checklists of the accounts held; left out until the person has been asked."""
    phone: Phone | None = None
    """The phone carried: its steps are shown first."""
    held: Annotated[dict[Id, date], FEW_LISTS] = field(default_factory=dict)
    """The day on which each checklist was first said to be yours, by id: its first round is paced from there."""
    joined: date | None = None
    """The day of joining the school: starts the induction checks for a year."""
    new_phone: date | Moment | None = None
    """The day or the moment of a change of phone: what was answered before about the phone is due again."""
    trips: tuple[TripPlan, ...] = ()
    """School trips: location checks fall due the day before, putting back the day after."""
    term_time: bool = False
    """Whether a due day in the holidays is brought forward to the last week of term."""
    terms: tuple[Span, ...] = ()
    """The terms of the school year."""
    every: Annotated[dict[Id, EveryText], FEW_LISTS] = field(default_factory=dict)
    """How often checks come round, by checklist id, or for all under "default"."""
    checklists: Text | None = None
    """The folder with the school's own checklists, laid over the built-in ones."""
    label: OneLine | None = None
    """How a person is called on the statement they hand in: initials or a role will do."""
    share_id: RandomNumber | None = None
    """A random number that tells this person's statements from others'; made once."""
    shared: Annotated[int, Between(0, MOST_SHARED)] = 0
    """How many statements were handed in, by which the newest of one day is known."""
    share_folder: Text | None = None
    """The folder you last handed a statement in to."""
    team_folder: Text | None = None
    """For a lead: the folder of statements that you last summed up."""
    team_list: Text | None = None
    """For a lead: the file with your list of who was asked."""
    calendar_seed: RandomNumber | None = None
    """A random number from which the reminders' own numbers are made, so that they tell nothing; made once."""
    theme: OneLine | None = None
    """The theme of the screen."""
    keys: Annotated[dict[str, OneLine], Few(200, "keys")] = field(default_factory=dict)
    """Keys by the name of what they do, in place of the usual ones."""
