"""Plain words: how dates, counts and other people's text are put in front of a person."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

REPLACED = "\ufffd"
PICTURES = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}
HIDDEN = {"Cf", "Zl", "Zp", "Cs", "Co", "Cn"}
JOINERS = "\u200c\u200d"
SELECTORS = "[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
UNSEEN = f"{SELECTORS[:-1]}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]"
EMOJI = range(0x1F000, 0x1FB00)
FLAGS = [
    f"\U0001f3f4{''.join(chr(0xE0000 + ord(letter)) for letter in land)}\U000e007f"
    for land in ("gbeng", "gbsct", "gbwls")
]
SIGN = "|".join([*FLAGS, "."])


def format_date(when: date) -> str:
    """Write a date as people say it: 2 March 2026."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def format_month(when: date) -> str:
    """Write a month as people do: March 2026."""
    return f"{MONTHS[when.month - 1]} {when.year}"


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
    return text if text.endswith((".", "!", "?", ":", "…")) else text + "."


def shortened(text: str, most: int) -> str:
    """Leave out the middle of a text that is too long to be read."""
    return text if len(text) <= most else f"{text[: most - most // 4]} … {text[-most // 4 :]}"


def escape_controls(text: str, keep: str = "") -> str:
    """Show what would act on a terminal or hide: controls become pictures, what cannot be seen becomes U+FFFD.

    What shapes the letter, emoji or flag that it stands at stays. `keep` names the control characters that stay,
    such as a line feed in a note.
    """
    if text.isprintable() and (text.isascii() or not re.search(UNSEEN, text)):
        return text
    shown = [""]
    for found in re.finditer(SIGN, text, re.DOTALL):
        sign = found[0]
        whole = sign in FLAGS or sign in keep or _shapes(sign, shown[-1][-1:], text[found.end() : found.end() + 1])
        shown.append(sign if whole else _shown(sign))
    return "".join(shown)


def _shapes(sign: str, before: str, after: str) -> bool:
    """Tell a joiner or a variation selector that forms the sign beside it from one that hides in a text."""
    if re.match(SELECTORS, sign):
        return _is_seen(before) and (not before.isascii() or before in "0123456789#*")
    if sign not in JOINERS:
        return False
    if re.match(SELECTORS, before):
        return True
    return _is_seen(before) and (_is_formed(before) or _is_formed(after))


def _is_seen(char: str) -> bool:
    return char not in ("", REPLACED) and not char.isspace() and _shown(char) == char


def _is_formed(char: str) -> bool:
    """Tell letters, marks and emoji that joiners act on; those of ASCII have no other form."""
    if char == "" or char.isascii() or re.match(UNSEEN, char):
        return False
    return ord(char) in EMOJI or unicodedata.category(char)[0] in "LM" or unicodedata.category(char) in {"Sk", "So"}


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        return PICTURES.get(char, REPLACED)
    return REPLACED if re.match(UNSEEN, char) or (category in HIDDEN and ord(char) not in EMOJI) else char
