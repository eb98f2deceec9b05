"""What a person calls a list or a policy of their own, as the name of its file and as its title."""

import re
import unicodedata
from collections.abc import Collection

from audit_tui.errors import UsageError
from audit_tui.files.model import DEVICE_NAMES, LINE, refuse_controls

LONGEST = 40
SPELL_IT = "call it by letters from a to z; the title in the file may be in any"
PATH = re.compile(r"[.~/\\]|[A-Za-z]:|.*\\|.*\.toml$", re.IGNORECASE)
SPELT = str.maketrans({"&": " and ", "'": "", "\u2019": "", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "đ": "d"})


def id_of(name: str, kept: Collection[str] = ()) -> str:
    """Make an id, and so a file's name, of what a person calls it; `kept` are taken. Raises UsageError."""
    if PATH.match(name):
        raise UsageError(f'"{name}" is a path', remedy="go to its folder and give the name alone, such as Our Rules")
    made = _cut("-".join(re.findall(r"[a-z0-9]+", _in_ascii(name))))
    if not made:
        raise UsageError(f'no file can be called after "{name}"', remedy=SPELL_IT)
    if made in DEVICE_NAMES or made in kept:
        raise UsageError(f'the name "{made}" is taken for something else', remedy="choose another name")
    return made


def title_of(name: str, made: str) -> str:
    """Give the title that goes with an id: the name as it was written, unless that is the id. Raises UsageError."""
    title = made.replace("-", " ").capitalize() if name == made else " ".join(name.split())
    try:
        refuse_controls(title)
    except ValueError as error:
        raise UsageError(f'the name "{name}" {error}') from error
    if len(title) > LINE.most:
        raise UsageError(f"the name is over {LINE.most} letters long", remedy="choose a shorter one")
    return title


def _in_ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name.lower().translate(SPELT)).encode("ascii", "ignore").decode().lower()


def _cut(made: str) -> str:
    """Leave out the last words of what is too long for an id."""
    return made if len(made) <= LONGEST else made[: LONGEST + 1].rpartition("-")[0] or made[:LONGEST]
