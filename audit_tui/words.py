"""Plain words: how dates, counts and other people's text are put in front of a person."""

import unicodedata
from collections.abc import Iterable
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

JOINER = "\u200d"
HIDDEN = {"Cf", "Zl", "Zp", "Cs", "Co", "Cn"}


def day(when: date) -> str:
    """Write a date as people say it: 2 March 2026."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number with its noun: 1 check, 3 checks."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Join items as a sentence does: a, b and c."""
    *most, end = list(items) or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def sentence(text: str) -> str:
    """Begin with a capital and close with a full stop, unless the text already closes itself."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":")) else text + "."


def visible(text: str, keep: str = "") -> str:
    """Show what would act on a terminal: controls become pictures, invisible formats become U+FFFD.

    `keep` names the control characters that stay, such as a line feed in a note.
    """
    return "".join(char if char in keep else _shown(char) for char in text)


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "\u2421" if ord(char) == 0x7F else "\ufffd"
    return "\ufffd" if category in HIDDEN and char != JOINER else char


def read_day(text: str) -> date:
    """Read a date as 2026-03-02 or 2 March 2026. Raises ValueError."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        number, name, year = (text.split() + ["", "", ""])[:3]
    months = [
        month
        for month, known in enumerate(MONTHS, start=1)
        if len(name) > 2 and known.startswith(name.capitalize())
    ]
    if not (number.isdecimal() and year.isdecimal() and len(year) == 4 and len(months) == 1):
        raise ValueError("write a date as 2026-03-02 or 2 March 2026")
    return date(int(year), months[0], int(number))
