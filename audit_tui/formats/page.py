"""A page: the few blocks that every report is made of, whatever it is then written as."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points, numbered where their order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values, one a line."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns, with a caption that says what they are."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Boxes:
    """A line of boxes to tick by hand, and room to write."""

    labels: tuple[str, ...]
    lines: int = 1


Block = Heading | Para | Points | Facts | Table | Boxes


@dataclass(frozen=True, slots=True)
class Page:
    """A titled page of blocks."""

    title: str
    blocks: tuple[Block, ...]
    foot: str = "Self-reported. It shows what somebody said they looked at, not the settings themselves."
