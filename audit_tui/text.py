"""Plain words: how dates, counts and other people's text are put in front of a person."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

JOINER = "\u200d"
REPLACED = "\ufffd"
PICTURES = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}
SPOKEN_DAY = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Za-z]{3,9}) (?P<year>\d{4})")
HIDDEN = {"Cf", "Zl", "Zp", "Cs", "Co", "Cn"}


def format_date(when: date) -> str:
    """Write a date as people say it: 2 March 2026."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Write a number with its noun: 1 check, 3 checks."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def join_words(items: Iterable[str], last: str = "and") -> str:
    """Join items as a sentence does: a, b and c."""
    *most, end = list(items) or [""]
    return f"{', '.join(most)} {last} {end}" if most else end


def sentence(text: str) -> str:
    """Begin with a capital and close with a full stop, unless the text already closes itself."""
    return ensure_full_stop(text[:1].upper() + text[1:])


def ensure_full_stop(text: str) -> str:
    """Close with a full stop, unless the text already closes itself."""
    return text if text.endswith((".", "!", "?", ":")) else text + "."


def escape_controls(text: str, keep: str = "") -> str:
    """Show what would act on a terminal: controls become pictures, invisible formats become U+FFFD.

    `keep` names the control characters that stay, such as a line feed in a note.
    """
    if text.isprintable():
        return text
    return "".join(char if char in keep else _shown(char) for char in text)


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return PICTURES.get(char, REPLACED)
    return REPLACED if category in HIDDEN and char != JOINER else char


def parse_date(text: str) -> date:
    """Read a date as 2026-03-02 or 2 March 2026; the month may be shortened to three letters. Raises ValueError."""
    spoken = SPOKEN_DAY.fullmatch(text.strip())
    months = [name.casefold()[:3] for name in MONTHS]
    try:
        if spoken is None:
            return date.fromisoformat(text.strip())
        return date(int(spoken["year"]), months.index(spoken["month"].casefold()[:3]) + 1, int(spoken["day"]))
    except ValueError:
        raise ValueError("write a day of the calendar as 2026-03-02 or 2 March 2026") from None
