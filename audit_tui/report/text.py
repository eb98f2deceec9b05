"""A page as plain text: 78 columns, no colour, the same on a screen, through a pipe and read aloud."""

from textwrap import wrap

from audit_tui.report.page import Block, Facts, Heading, Page, Para, Points, Table
from audit_tui.words import visible

WIDTH = 78


def to_text(page: Page) -> str:
    """Write a page as plain text, ending in one line feed."""
    parts = [_underlined(page.title, "="), *map(_block, page.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text):
            return _underlined(text, "-")
        case Para(text):
            return "\n".join(_wrapped(text))
        case Points(items, numbered):
            signs = [f"{n}. " if numbered else "- " for n in range(1, len(items) + 1)]
            return "\n".join("\n".join(_wrapped(item, sign)) for sign, item in zip(signs, items, strict=True))
        case Facts(pairs):
            return "\n".join("\n".join(_wrapped(value, f"{name}: ")) for name, value in pairs)
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    """Set a table in columns where it fits, else as one labelled line a row."""
    cells = [tuple(map(visible, row)) for row in (table.columns, *table.rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(table.columns))]
    if sum(widths) + 2 * (len(widths) - 1) <= WIDTH:
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in cells
        ]
        lines.insert(1, "  ".join("-" * width for width in widths))
    else:
        lines = [line for row in table.rows for line in _wrapped(_labelled(table.columns, row), "- ")]
    return "\n".join([*_wrapped(table.caption), "", *lines])


def _labelled(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    first, *others = row
    told = [f"{name.lower()} {cell}" for name, cell in zip(columns[1:], others, strict=True) if cell]
    return f"{first}: {', '.join(told)}" if told else first


def _wrapped(text: str, sign: str = "") -> list[str]:
    shown = visible(text, keep="\n")
    lines: list[str] = []
    for part in shown.split("\n"):
        first = sign if not lines else " " * min(len(sign), 3)
        lines += wrap(
            part, WIDTH, initial_indent=first, subsequent_indent=" " * min(len(sign), 3),
            break_long_words=False, break_on_hyphens=False,
        ) or [first.rstrip()]  # fmt: skip
    return lines


def _underlined(text: str, line: str) -> str:
    shown = visible(text)
    return f"{shown}\n{line * min(len(shown), WIDTH)}"
