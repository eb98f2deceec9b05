"""How the rows of a list are laid out: side by side where all of a row fits, over more lines where it does not."""

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content

GAP = 2
MARK, NO_MARK = "▸ ", "  "
INDENT = "  "
NARROWEST = 12


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: what it is, how it stands, a figure for the right edge, and whether it is urgent."""

    key: str
    title: str
    state: str
    figure: str = ""
    urgent: bool = False


def lay_out(rows: tuple[ListRow, ...], width: int) -> tuple[tuple[str, ...], ...]:
    """Give the lines of each row, without the mark of the cursor; nothing is cut off."""
    inner = max(NARROWEST, width - cell_len(MARK))
    titles = max((cell_len(row.title) for row in rows), default=0)
    figures = max((cell_len(row.figure) for row in rows), default=0)
    states = inner - titles - figures - 2 * GAP
    return tuple(
        (_beside(row, titles, states, figures),) if cell_len(row.state) <= states else _below(row, inner)
        for row in rows
    )


def _beside(row: ListRow, titles: int, states: int, figures: int) -> str:
    gap = " " * GAP
    return gap.join((set_cell_size(row.title, titles), set_cell_size(row.state, states), row.figure.rjust(figures)))


def _below(row: ListRow, width: int) -> tuple[str, ...]:
    told = (" " * GAP).join(filter(None, (row.state, row.figure)))
    return (*_wrapped(row.title, width), *(INDENT + line for line in _wrapped(told, width - len(INDENT))))


def _wrapped(text: str, width: int) -> list[str]:
    return [line.plain for line in Content(text).wrap(width)] if text else []
