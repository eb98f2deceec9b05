"""What travels up from screens to the app, which alone acts on it."""

from dataclasses import dataclass, field
from enum import Enum

from textual.message import Message

from audit_tui.audit import AnswerInput
from audit_tui.record import Evidence
from audit_tui.schedule.occasions import Trip


@dataclass
class ChecklistChosen(Message):
    """The person wants to go through a checklist."""

    checklist_id: str


@dataclass
class HistoryWanted(Message):
    """The person wants to see a checklist's earlier reviews."""

    checklist_id: str


@dataclass
class Answered(Message):
    """A check was answered."""

    position: int
    given: AnswerInput


@dataclass
class TakenBack(Message):
    """An answer of this sitting is not to stand."""

    position: int


class Leaving(Enum):
    """What becomes of the answers when a walk ends."""

    RECORD = "record"
    LATER = "later"
    DISCARD = "discard"


@dataclass
class WalkEnded(Message):
    """The walk is over."""

    leaving: Leaving


@dataclass
class Withdrawn(Message):
    """A finished review is not to count."""

    checklist_id: str
    review_id: str


@dataclass
class EvidenceGiven(Message):
    """An entry for the evidence log of the walk."""

    entry: Evidence


@dataclass
class TripPlanned(Message):
    """A trip was entered, or changed from the one of the name before."""

    trip: Trip
    before: str


@dataclass
class TripCancelled(Message):
    """A trip is off."""

    name: str


@dataclass
class NumbersGiven(Message):
    """The IMEI numbers of the phone carried now; they are shown in no message on the screen."""

    numbers: tuple[str, ...] = field(repr=False)


class NewPhone(Message):
    """There is a new phone."""


@dataclass
class Chosen(Message):
    """A choice was made that is to be kept."""

    key: str
    value: object
