"""A page as Markdown, in which no text from a file can act as markup."""

import re

from audit_tui.formats.page import Block, Boxes, Facts, Heading, Page, Para, Points, Table
from audit_tui.text import escape_controls

ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!&@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))")


def to_markdown(page: Page) -> str:
    """Write a page as Markdown, ending in one line feed."""
    return "\n\n".join([f"# {inert(page.title)}", *map(_block, page.blocks)]) + "\n"


def inert(text: str) -> str:
    """Escape what Markdown would act on, addresses too; one line."""
    escaped = ACTIVE.sub(r"\\\1", " ".join(escape_controls(text, keep="\n").split()))
    return LINE_START.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", escaped
    )


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return f"## {inert(text)}"
        case Para(text):
            return inert(text)
        case Points(items, numbered, first):
            return "\n".join(
                f"{f'{n}.' if numbered else '-'} {inert(item)}" for n, item in enumerate(items, start=first)
            )
        case Facts(pairs):
            return "\n".join(f"- **{inert(name)}:** {inert(value)}" for name, value in pairs)
        case Boxes(labels, rules):
            ticks = " ".join(f"☐ {inert(label)}" for label in labels)
            return "\n\n".join([ticks, *["\\_" * 40] * rules])
        case Table(caption, columns, rows):
            lines = [_row(columns), _row(("---",) * len(columns), raw=True), *map(_row, rows)]
            return "\n".join([f"*{inert(caption)}*", "", *lines])


def _row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    return f"| {' | '.join(cells if raw else map(inert, cells))} |"
