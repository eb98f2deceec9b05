"""A page as HTML for printing: A4, no script, nothing from outside, legible in black and white."""

import re
from datetime import date

from markupsafe import Markup, escape

from audit_tui.formats.page import Block, Facts, Page, Points, Table
from audit_tui.text import MONTHS, escape_controls, format_date

TEMPLATE = "page.html.j2"
WIDE = 8
SIDE_BY_SIDE = {Facts: (8, 90), Points: (4, 60)}  # how many at least, and how long at most
SHORT = 32
MONTH = "|".join(MONTHS)
WHOLE = re.compile(rf"\b\d{{1,2}} (?:{MONTH})(?: \d{{4}})?\b|\b(?:{MONTH}) \d{{4}}\b|\b\d+ of \d+(?: done)?\b")


def to_html(page: Page, printed: date) -> str:
    """Write a page as one HTML file, with the day of printing and its footing on every sheet.

    A table of many columns turns the sheet on its side.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("audit_tui", "formats"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["plain"] = plain
    environment.filters["shown"] = shown
    environment.tests["kind"] = lambda block, name: type(block).__name__ == name
    environment.filters["size"] = size
    wide = any(isinstance(block, Table) and len(block.columns) >= WIDE for block in page.blocks)
    return environment.get_template(TEMPLATE).render(page=page, printed=format_date(printed), wide=wide)


def plain(text: str) -> str:
    """Give a text without what would act on a screen, as it stands in a title."""
    return escape_controls(text, keep="\n")


def shown(text: str) -> Markup:
    """Give a text that can only be read, in which no line ends inside a date or a count."""
    return Markup(WHOLE.sub(r'<span class="whole">\g<0></span>', str(escape(plain(text)))))  # noqa: S704 - escaped


def size(part: str | Block) -> str:
    """Name the class of a cell that is kept on one line, or of a list that may stand in columns."""
    if isinstance(part, str):
        return "short" if len(part) <= SHORT else ""
    return "many" if are_many(part) else ""


def are_many(block: Block) -> bool:
    """Tell facts or points that may stand side by side: there are many, each is short, and no order binds them."""
    match block:
        case Facts(pairs):
            texts = [" ".join(pair) for pair in pairs]
        case Points(items, numbered=False):
            texts = [*items]
        case _:
            return False
    fewest, longest = SIDE_BY_SIDE[type(block)]
    return len(texts) >= fewest and max(map(len, texts)) <= longest
