"""A page as plain text: no colour, the same on a screen, through a pipe and read aloud."""

import unicodedata
from collections.abc import Iterable

from audit_tui.formats.page import Block, Boxes, Facts, Heading, Page, Para, Points, Table
from audit_tui.text import escape_controls

WIDTH = 78
JOINER = "\u200d"
AS_EMOJI = "\ufe0f"
NO_WIDTH = {"Mn", "Me", "Cf"}


def to_text(page: Page, width: int = WIDTH) -> str:
    """Write a page as plain text of at most `width` columns, ending in one line feed."""
    return "\n\n".join([_underlined(page.title, "="), body_text(page, width)]) + "\n"


def spoken_lines(page: Page, width: int = WIDTH) -> list[str]:
    """Write a page as lines to be read aloud: headings without a rule below them."""
    blocks = [Para(block.text) if isinstance(block, Heading) else block for block in page.blocks]
    return f"{page.title}\n\n{body_text(page._replace(blocks=tuple(blocks)), width)}".splitlines()


def body_text(page: Page, width: int = WIDTH) -> str:
    """Write a page without its title."""
    return "\n\n".join(part for part in (_block(block, width) for block in page.blocks) if part)


def _block(block: Block, width: int) -> str:
    match block:
        case Heading(text):
            return _underlined(text, "-")
        case Para(text):
            return "\n".join(_wrapped(text, width))
        case Points(items, numbered, first):
            signs = [f"{n}. " if numbered else "- " for n, _ in enumerate(items, start=first)]
            return "\n".join("\n".join(_wrapped(item, width, sign)) for sign, item in zip(signs, items, strict=True))
        case Facts(pairs):
            return "\n".join("\n".join(_wrapped(value, width, f"{escape_controls(name)}: ")) for name, value in pairs)
        case Table():
            return _table(block, width)
        case Boxes(labels, lines):
            ticks = "\n".join(_wrapped("   ".join(f"[ ] {label}" for label in labels), width))
            return "\n".join([ticks, *["_" * min(width, 60)] * lines])


def _table(table: Table, width: int) -> str:
    """Set a table in columns where it fits, else as one labelled line a row."""
    lines = _columns(table, width)
    if not lines:
        lines = [line for row in table.rows for line in _wrapped(_labelled(table.columns, row), width, "- ")]
    return "\n".join([*_wrapped(table.caption, width), "", *lines])


def _columns(table: Table, width: int) -> list[str]:
    """Set a table in columns; nothing where they are too wide, which the headings alone may tell."""
    cells = [tuple(map(escape_controls, table.columns))]
    if not _fits(map(cell_width, cells[0]), width):
        return []
    cells += [tuple(map(escape_controls, row)) for row in table.rows]
    widths = [max(map(cell_width, column)) for column in zip(*cells, strict=True)]
    if not _fits(widths, width):
        return []
    lines = ["  ".join(map(_padded, row, widths)).rstrip() for row in cells]
    return [lines[0], "  ".join("-" * size for size in widths), *lines[1:]]


def _fits(widths: Iterable[int], width: int) -> bool:
    sizes = [*widths]
    return sum(sizes) + 2 * (len(sizes) - 1) <= width


def cell_width(text: str) -> int:
    """Count the cells that a text takes up: two for a wide letter, none for what stands on or joins another."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text, f" {text}"))


def _cells(char: str, before: str) -> int:
    wide = unicodedata.east_asian_width(char) in "WF"
    if char == AS_EMOJI:
        return 1 if _cells(before, " ") == 1 else 0
    if unicodedata.category(char) in NO_WIDTH or (before == JOINER and wide):
        return 0
    return 2 if wide else 1


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - cell_width(cell))


def _labelled(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    first, *others = row
    told = [f"{name.lower()} {cell}" for name, cell in zip(columns[1:], others, strict=True) if cell]
    return f"{first}: {', '.join(told)}" if told else first


def _wrapped(text: str, width: int, sign: str = "") -> list[str]:
    indent = " " * min(len(sign), 3)
    lines: list[str] = []
    for part in escape_controls(text, keep="\n").split("\n"):
        first = indent if lines else sign
        lines += _lines(part, width, first, indent) or [first.rstrip()]
    return lines


def _lines(text: str, width: int, first: str, indent: str) -> list[str]:
    """Break a text at its spaces, as textwrap does, which takes ten times as long and is left what is spaced oddly."""
    words = text.split(" ")
    if not all(words) or not text.isprintable():
        from textwrap import wrap

        return wrap(text, width, initial_indent=first, subsequent_indent=indent, break_long_words=False,
                    break_on_hyphens=False)  # fmt: skip
    lines, line = [], first + words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) <= width:
            line += " " + word
        else:
            lines.append(line)
            line = indent + word
    return [*lines, line]


def _underlined(text: str, line: str) -> str:
    shown = escape_controls(text)
    return f"{shown}\n{line * min(cell_width(shown), WIDTH)}"
