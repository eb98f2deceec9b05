"""What a person hands in: dates and counts, and by default not even which platforms they use."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from audit_tui.files.marks import Between, Few, Words
from audit_tui.files.model import PLAIN, SCHEMA, OneLine, RecordId, RecordModel

MOST_PLATFORMS = 200
LARGEST = 16 * 1024
LABEL = Words(1, 60)
Label = Annotated[str, LABEL, PLAIN]
Count = Annotated[int, Between(0, 10_000)]
PURPOSE = "Voluntary and self-reported. It holds dates and counts: no answers, notes, account names or IMEI."


class Induction(StrEnum):
    """How far a new joiner's induction is."""

    NONE = "none"
    UNDER_WAY = "under way"
    OVERDUE = "overdue"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformLine(RecordModel):
    """One checklist by name; only where the person chose to name them."""

    title: OneLine
    up_to_date: bool
    next_due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail(RecordModel):
    """The last table of the file; one that was cut short cannot have it."""

    checklists: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(RecordModel):
    """The file a person hands to a lead.

    `due` and `overdue` count checklists with something to look at, `later` those with nothing of the kind in which
    something was never looked at and has its day still to come. What is still to be put right is counted apart.
    `next_due` is the first day after `made` on which something else falls due; `overdue_from` the first on which
    something is overdue if nothing is done, where nothing is so yet. `unread` is how many of the person's
    own files could not be used. Of one day's statements the one with the highest `issue` is the newest; it counts up
    with every one that a person hands in. Statements of 0.1.0 have no round, no progress and nothing for later.
    """

    KEYS: ClassVar = {"schema_": "schema", "platforms": "platform"}

    schema_: Literal[1] = SCHEMA
    kind: Literal["statement"] = "statement"
    id: RecordId
    label: Label
    made: date
    issue: Annotated[int, Between(0, 1_000_000)] = 0
    induction: Induction = Induction.NONE
    checklists: Count
    up_to_date: Count
    due: Count
    overdue: Count
    later: Count = 0
    open_actions: Count
    exceptions: Count
    high_done: Count | None = None
    high_total: Count | None = None
    done: Count | None = None
    asked: Count | None = None
    unread: Count = 0
    oldest_answer: date | None = None
    next_due: date | None = None
    overdue_from: date | None = None
    round_opened: date | None = None
    round_looked_at: Count | None = None
    round_total: Count | None = None
    round_complete_on: date | None = None
    next_round: date | None = None
    purpose: OneLine = PURPOSE
    platforms: Annotated[tuple[PlatformLine, ...], Few(MOST_PLATFORMS, "checklists")] = ()
    end: Tail

    @property
    def turn(self) -> tuple[date, int]:
        """The order in which one person's statements were made: the last counts."""
        return self.made, self.issue

    def __post_init__(self) -> None:
        """Refuse counts that do not add up. Raises ValueError."""
        if self.end.checklists != self.checklists:
            raise ValueError("is not whole: its end does not fit its beginning")
        if self.up_to_date + self.due + self.overdue + self.later != self.checklists:
            raise ValueError("its counts do not add up to its checklists")
        parts = (
            (self.high_done, self.high_total),
            (self.done, self.asked),
            (self.round_looked_at, self.round_total),
        )
        if any((part is None) != (whole is None) or (part or 0) > (whole or 0) for part, whole in parts):
            raise ValueError("says that more was done than was asked")
