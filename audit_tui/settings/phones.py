"""The IMEI of each phone: kept beside the settings, masked wherever it is not asked for in full."""

from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from audit_tui.errors import PartLost, UsageError
from audit_tui.files.forgotten import Writing
from audit_tui.files.marks import Many, Rule
from audit_tui.files.model import SCHEMA, FileModel
from audit_tui.files.read import parse_toml, read_bytes, validate
from audit_tui.files.toml import to_toml
from audit_tui.files.values import count_values, lost_values, with_line
from audit_tui.files.write import replace_file
from audit_tui.paths import is_there
from audit_tui.text import format_date

HEADING = "The IMEI numbers of your phones. Keep a copy elsewhere too: this file may be on the phone that is gone."
DIGITS = 15
WRITTEN = (14, 15, 16)
BETWEEN = str.maketrans("", "", " -\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2212")
SHOWN = 4
MOST = 2


def checked(text: str) -> str:
    """Read an IMEI, spaces and dashes allowed, and test its check digit (3GPP TS 23.003). Raises ValueError."""
    number = text.strip().translate(BETWEEN)
    wholly_digits = number.isascii() and number.isdecimal()
    if not wholly_digits or len(number) not in WRITTEN or (len(number) == DIGITS and _check_sum(number) % 10):
        raise ValueError("is not an IMEI: look for a slip in one digit")
    if len(number) != DIGITS:
        raise ValueError("should have 15 digits: the check digit is missing, or this is another number")
    return number


def _check_sum(number: str) -> int:
    """Add the digits up as Luhn does, every second one from the right doubled; a whole ten means no slip."""
    digits = [int(digit) for digit in reversed(number)]
    return sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])


Imei = Annotated[str, Rule(checked)]


def masked(number: str) -> str:
    """Show only the last four digits."""
    return f"{'•' * (len(number) - SHOWN)}{number[-SHOWN:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneRecord(FileModel):
    """One phone: its one or two numbers, and until when it was carried."""

    imei: Annotated[tuple[Imei, ...], Many(1, MOST)]
    """Its numbers; a phone with two SIMs has two."""
    recorded: date
    """The day they were written down."""
    old_since: date | None = None
    """The day it was replaced."""

    @property
    def name(self) -> str:
        """Say which phone it is."""
        return f"Old phone, until {format_date(self.old_since)}" if self.old_since else "Your phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phones(FileModel):
    """The file imei.toml."""

    KEYS: ClassVar = {"schema_": "schema", "phones": "phone"}

    schema_: Literal[1] = SCHEMA
    """The version of this format."""
    phones: tuple[PhoneRecord, ...] = ()
    """The phones, the newest last."""


class PhoneBook:
    """One file beside the settings; a missing one has no phones."""

    def __init__(self, path: Path, writing: Writing = nullcontext) -> None:
        self.path = path
        self._writing = writing

    def read(self) -> Phones:
        """Read the phones, to write them again. Raises Unreadable, where a part may be lost too, or NewerSchema."""
        phones, lost = self.look()
        for problem in lost:
            raise problem
        return phones

    def look(self) -> tuple[Phones, tuple[PartLost, ...]]:
        """Read the phones, and tell whether a part may be lost. Raises Unreadable or NewerSchema."""
        if not is_there(self.path):
            return Phones(), ()
        data = read_bytes(self.path)
        table = parse_toml(data, self.path)
        lost = lost_values(data, table, self.path)
        return validate(Phones, table, self.path, data), (lost,) if lost else ()

    def record(self, numbers: tuple[str, ...], today: date) -> Phones:
        """Keep the numbers of the phone carried now, in the place of what was noted for it. Raises UsageError."""
        try:
            sound = tuple(dict.fromkeys(checked(number) for number in numbers))
        except ValueError as error:
            raise UsageError(f"this number {error}", remedy="dial *#06# and copy the number marked IMEI") from error
        if not 1 <= len(sound) <= MOST:
            raise UsageError("a phone has one or two IMEI numbers", remedy="give those of one phone at a time")
        old = [phone for phone in self.read().phones if phone.old_since]
        return self._keep((*old, PhoneRecord(imei=sound, recorded=today)))

    def replaced(self, today: date) -> bool:
        """Mark every phone as old, for there is a new one; the numbers stay. Tell whether there was any to mark."""
        phones = self.read().phones
        if all(phone.old_since for phone in phones):
            return False
        self._keep(tuple(phone if phone.old_since else replace(phone, old_since=today) for phone in phones))
        return True

    def shown(self, *, whole: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give each phone's name and its numbers, masked unless the whole is asked for. Raises UserError."""
        phones = self.look()[0].phones
        return tuple((phone.name, phone.imei if whole else tuple(map(masked, phone.imei))) for phone in phones)

    def _keep(self, phones: tuple[PhoneRecord, ...]) -> Phones:
        book = Phones(phones=phones)
        data = to_toml(book, self.path, HEADING)
        with self._writing():
            replace_file(self.path, with_line(data, HEADING, count_values(parse_toml(data, self.path))))
        return book
