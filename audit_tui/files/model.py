"""What every file of ours has in common: frozen, no unknown keys, no hidden characters, a schema number."""

import re
from datetime import datetime
from typing import Annotated, Any, ClassVar, Final

from audit_tui.cadence import Cadence, parse, parse_every
from audit_tui.files.marks import Few, Pattern, Reads, Rule, Words
from audit_tui.text import escape_controls

SCHEMA: Final = 1
ENCODING = "utf-8-sig"  # Windows editors may begin a file with a mark
ID_PATTERN = re.compile(r"^[a-z0-9][a-z0-9-]{0,39}$")
NUMBER_PATTERN = re.compile(r"^[0-9a-f]{16}$")
PATTERNS = {
    ID_PATTERN.pattern: "use lower-case letters, digits and hyphens, at most 40",
    NUMBER_PATTERN.pattern: "this is 16 digits and letters from a to f; put back what stood there",
}
DEVICE_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


class FileModel:
    """A part of a file, as a frozen dataclass: its fields' docstrings are their documentation in the JSON Schema.

    `KEYS` gives the key in the file of each field that has another name.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "use_attribute_docstrings": True}
    KEYS: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls) -> None:
        names = cls.KEYS
        cls.__pydantic_config__ = {**cls.__pydantic_config__, "alias_generator": lambda name: names.get(name, name)}

    @classmethod
    def key(cls, name: str) -> str:
        """Give the key under which a field stands in its file."""
        return cls.KEYS.get(name, name)


class RecordModel(FileModel):
    """A part of a record: patient with keys that a later version added."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "ignore"}


def refuse_controls(text: str) -> str:
    """Give a text in which nothing acts on a terminal or hides. Raises ValueError."""
    if escape_controls(text) != text:
        raise ValueError("has control or invisible characters; take them out")
    return text


def _usable(name: str) -> str:
    if name in DEVICE_NAMES:
        raise ValueError("is a name that Windows keeps for itself; choose another")
    return name


def _zoned(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("this moment has no time zone")
    return moment


PLAIN = Rule(refuse_controls)
LINE = Words(1, 200)
FEW_LISTS = Few(200, "checklists")
Text = Annotated[str, Words(1, 500), PLAIN]
OneLine = Annotated[str, LINE, PLAIN]
Id = Annotated[str, Pattern(ID_PATTERN), Rule(_usable)]
RecordId = Annotated[str, Pattern(NUMBER_PATTERN)]
Moment = Annotated[datetime, Rule(_zoned)]
CadenceText = Annotated[Cadence, Reads(parse, ("every 3 months", "once", "before each trip"))]
EveryText = Annotated[Cadence, Reads(parse_every, ("every 1 month", "every 6 weeks"))]
