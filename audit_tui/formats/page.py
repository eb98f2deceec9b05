"""A page: the few blocks that every report is made of, whatever it is then written as."""

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading within a page."""

    text: str


class Para(NamedTuple):
    """A paragraph."""

    text: str


class Points(NamedTuple):
    """A list of points, numbered from `first` on where their order matters."""

    items: tuple[str, ...]
    numbered: bool = False
    first: int = 1


class Facts(NamedTuple):
    """Names with their values, one a line."""

    pairs: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """Rows under named columns, with a caption that says what they are."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Boxes(NamedTuple):
    """A line of boxes to tick by hand, and room to write."""

    labels: tuple[str, ...]
    lines: int = 1


Block = Heading | Para | Points | Facts | Table | Boxes


class Page(NamedTuple):
    """A titled page of blocks."""

    title: str
    blocks: tuple[Block, ...]
    foot: str = "Self-reported. It shows what somebody said they looked at, not the settings themselves."
