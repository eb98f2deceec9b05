"""A folder as a person wrote or pasted it: with quotes, with spaces, as an address, short for their home."""

from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from audit_tui.paths import whole_path
from audit_tui.text import escape_controls

QUOTES = ("''", "“”", "\u2018\u2019", "<>")
UNSEEN = "\u202a\u202b\u202c\u200e\u200f\ufeff"  # what the window of a file's properties puts around a path
FILE = "file"
DRIVE = 2


def whole_folder(typed: str, beside: Path | None = None) -> Path:
    """Make a full path of what was typed; one that is not full begins `beside` a folder, else where one stands.

    Raises ValueError where it cannot be a folder's path.
    """
    text = _unquoted(typed)
    scheme, mark, _ = text.partition("://")
    if mark:
        if scheme.casefold() != FILE:
            raise ValueError(
                f'"{text}" is an address and no folder; open it in your file manager and give the folder\'s own path'
            )
        text = _of_address(text)
    if escape_controls(text) != text:
        raise ValueError(f'"{text}" has control or invisible characters; take them out')
    path = Path(text)
    return Path(normpath(whole_path(beside / path if beside and not text.startswith("~") else path)))


def _unquoted(typed: str) -> str:
    """Take off the quotes that file managers put around a path when it is copied."""
    text = (
        typed.strip().strip(UNSEEN).strip().strip('"').strip()
    )  # "C:\\ours\\" comes as C:\\ours" from a Windows shell
    while len(text) > 1 and text[0] + text[-1] in QUOTES:
        text = text[1:-1].strip()
    return text


def _of_address(text: str) -> str:
    """Give the path of an address such as file:///home/me or file:///C:/ours, or of one on a server."""
    parts = urlsplit(text)
    path = unquote(parts.path)
    if parts.netloc and parts.netloc != "localhost":
        return f"//{parts.netloc}{path}"
    return path[1:] if path[DRIVE : DRIVE + 1] == ":" else path
