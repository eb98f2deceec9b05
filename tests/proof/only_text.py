"""Telling from what was written whether any text in it was taken for more than text."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import icalendar
from markdown_it import MarkdownIt

from audit_tui import formats

from .texts import ACTING

TEMPLATE = Path(formats.__file__).with_name("page.html.j2").read_text(encoding="utf-8")
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
BLOCKS = {
    f"{name}_{end}"
    for name in ("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "table", "thead", "tbody", "tr", "th", "td", "strong", "em")
    for end in ("open", "close")
} | {"inline", "text", "text_special", "softbreak"}  # fmt: skip
OF_A_CALENDAR = {"VCALENDAR", "VEVENT", "VALARM"}
FORGED = re.compile(r"^- Teacher Z", re.MULTILINE)  # a text of several lines is set in


class Tags(HTMLParser):
    """Every tag of a page with the names of its attributes, and every attribute that could lead or act."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[tuple[str, str]] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags |= {(tag, ""), *((tag, name) for name, _ in attrs)}

    def handle_comment(self, data: str) -> None:
        self.tags.add(("comment", data))


OWN_TAGS = Tags(re.sub(r"\{\{ list \}\}", "ul", TEMPLATE)).tags | {
    ("ol", ""),
    ("ol", "class"),
    ("span", ""),
    ("span", "class"),
}


def faults(format_: str, text: str) -> Iterator[str]:
    """Name what is wrong with what was written in a format."""
    if found := set(text.removeprefix("\ufeff")) & ACTING:
        yield f"it has {' '.join(f'U+{ord(char):04X}' for char in sorted(found))}"
    if format_ != "html" and FORGED.search(text):
        yield "it has a line that was made up"
    yield from READERS[format_](text)


def _text(text: str) -> Iterator[str]:
    if "\r" in text:
        yield "it goes back to the beginning of a line"


def _html(text: str) -> Iterator[str]:
    if not text:
        return
    if foreign := Tags(text).tags - OWN_TAGS:
        yield f"it has the tags {sorted(foreign)}"
    if text.count(POLICY) != 1 or text.index(POLICY) > text.index("<title>"):
        yield "it has no content security policy before all else"
    if re.search(r"url\(|@import|expression\(", text.partition("</style>")[0]):
        yield "its style brings something in"


def _markdown(text: str) -> Iterator[str]:
    tokens = MarkdownIt("gfm-like").parse(text)
    found = [part.type for token in tokens for part in (token, *(token.children or ()))]
    if foreign := {*found} - BLOCKS:
        yield f"it has {sorted(foreign)}"
    if found.count("em_open") > found.count("table_open"):
        yield "it has words in italics that are not a caption"


def _csv(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            if cell.lstrip().startswith(FORMULAS) and cell != "-":
                yield f"{cell!r} acts"


def _json(text: str) -> Iterator[str]:
    if text:
        json.loads(text)
    yield from _text(text)


def _calendar(text: str) -> Iterator[str]:
    found = {part.name for part in icalendar.Calendar.from_ical(text).walk()}
    if found - OF_A_CALENDAR:
        yield f"it has {found - OF_A_CALENDAR}"
    if (ends := text.count("END:VEVENT")) != len(re.findall(r"(?m)^SUMMARY", text)) or ends != text.count(
        "\r\nEND:VEVENT\r\n"
    ):
        yield "it has an event that was made up"


READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "text": _text, "html": _html, "markdown": _markdown, "csv": _csv, "json": _json, "ics": _calendar,
}  # fmt: skip
