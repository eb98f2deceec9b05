"""Which format a result is written in: the one asked for, or the one that the file's ending tells."""

from pathlib import Path

from audit_tui.errors import UsageError
from audit_tui.text import join_words

ENDINGS = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".json": "json",
    ".csv": "csv", ".xlsx": "xlsx", ".ics": "ics",
}  # fmt: skip
PAGES = ("text", "markdown", "html")
WRITTEN = {"text": ".txt", "markdown": ".md"}
BOOK = "xlsx"
SHEETS = {".xls", ".xlsm", ".xlsb", ".ods", ".fods", ".numbers", ".tsv"}
PAPER = {".pdf", ".ps", ".xps"}
LETTERS = {".doc", ".docx", ".odt", ".rtf", ".pages", ".ppt", ".pptx", ".odp"}
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".tif", ".tiff", ".webp"}
PRINT = "leave --output out, say --open, and in the browser print it to a PDF"


def settle(
    *,
    formats: tuple[str, ...],
    output: Path | None,
    format: str | None = None,
    open: bool | None = None,
    **said: object,
) -> dict[str, object]:
    """Give what was said to a command, with the format to write in for one that has several. Raises UsageError."""
    meant = choose(formats, output, format, open=bool(open))
    return {**said, "output": output} | ({} if open is None else {"format": meant, "open": open})


def choose(formats: tuple[str, ...], output: Path | None, format: str | None = None, *, open: bool = False) -> str:
    """Choose one of the formats that a command has.

    Raises UsageError where the file's ending says another than was asked for, or one that is not written here.
    """
    if open and format not in (None, *PAGES):
        raise UsageError(f"{format} is data and is not opened in a browser", remedy="leave out --open")
    asked = "html" if open else format
    told = _told(output, formats) if output else None
    if asked and told and asked != told and (open or asked == BOOK or told != "text"):
        option = "--open" if open else "--format"
        raise UsageError(f"this ending says {told} and {option} says {asked}, so nothing was written", path=output,
                         remedy=f"let the file end in {_ending(asked)}, or leave out {option}")  # fmt: skip
    return asked or told or formats[0]


def _told(output: Path, formats: tuple[str, ...]) -> str | None:
    """Give the format that an ending says; None where it says none. Raises UsageError."""
    ending = Path(output.name.rstrip(" .")).suffix.lower()
    told = ENDINGS.get(ending)
    if told in formats or (told is None and ending not in SHEETS | PAPER | LETTERS | PICTURES):
        return told
    raise UsageError(f"no {ending[1:].upper()} is written here, so nothing was written", path=output,
                     remedy=_instead(ending, formats))  # fmt: skip


def _instead(ending: str, formats: tuple[str, ...]) -> str:
    """Say what to do in place of an ending that is not written."""
    endings = join_words(map(_ending, formats), last="or")
    if "html" not in formats:
        return f"let the file end in {endings}"
    if ending in SHEETS | {".xlsx", ".csv"} and BOOK in formats:
        return "let the file end in .xlsx, which spreadsheet programs open"
    if ending in LETTERS:
        return f"let the file end in .html, which word processors open; or {PRINT}"
    return PRINT if ending in PAPER | PICTURES else f"let the file end in {endings}"


def _ending(format: str) -> str:
    return WRITTEN.get(format, f".{format}")
