"""The report: what was measured on what, and the tables, in Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import fill

from .flushes import Flushes
from .installed import Install
from .neighbours import Neighbour
from .ratios import Results, percentile, ratio
from .rows import MOST_FLUSHES, ROWS, Row

AFTER, BEFORE = "after", "before"
WIDTH = 120
STEADY = 1.5
NOTHING = "-"
BOARD = f"{AFTER} board 600"
LOOKS = {"ready": "ready", "key": "key p50", "key p95": "key p95", "memory": "memory", "quit": "quit"}
REPEAT = """Ratios are what counts: both sides were measured in the same run, in turns (A B C, then B C A), and each ratio
is the median over the turns of the ratio to the floor of the same turn. Times are there to give a size. A *bare
program* is the least that a program of this kind can be: it shows a word, and changes it when a key comes. Two runs of
the same program differ by up to a tenth. *Before* is this program as it was before its speed was gone over: every list
held, every answer already counting at once, with the checklists of that day in both: a version that ships others may
have nothing due in these homes, and cannot be put beside this one.

To repeat it, in a checkout with `pip install -e ".[check,bench]"`, on Linux:

```sh
python -m tests.bench                                # this version, against the gates with --gates
python -m tests.bench --before PYTHON --neighbours   # the version that this Python has, and other programs, beside it
```

The homes are made for it: 35 checklists held; 600 reviews from a sitting every three months over four years, 6,000 from
one every month over thirteen; and 12 or 12,000 reviews of one checklist, one or two a day. Each program is installed as
a person would have it: as a wheel in an environment of its own, its modules compiled. The files were read before, so
they come from memory, not from the disk.
"""


@dataclass(frozen=True)
class Measured:
    """All that a run found."""

    day: str
    processors: int
    rounds: int
    noise: Sequence[float]
    results: Results
    installs: dict[str, Install]
    flushes: dict[str, Flushes]
    neighbours: Sequence[Neighbour] = field(default=())

    @property
    def missed(self) -> list[str]:
        """Name what is over its gate in this version."""
        over = [row.what for row in ROWS if row.is_missed(self.results, AFTER)]
        return [*over, *(["flushes for an answer"] if self.flushes[AFTER].usual > MOST_FLUSHES else [])]


def report(measured: Measured) -> str:
    """Write it all."""
    parts = ["# How quick it is", _where(measured), REPEAT.rstrip(), "## Against the floors", _floors(measured)]
    if measured.neighbours:
        parts += ["## Beside programs that people use", _beside(measured)]
    return "\n\n".join([*parts, "## A fresh install", _size(measured)]) + "\n"


def _where(measured: Measured) -> str:
    install = measured.installs[AFTER]
    noise = percentile(measured.noise, 0.9) / percentile(measured.noise, 0.1)
    rounds = f"{measured.rounds} interleaved round{'' if measured.rounds == 1 else 's'}"
    told = [
        (
            f"Measured on {measured.day} on Linux with {measured.processors} processors, Python {install.python} and Textual "
            f"{install.textual}, in {rounds}. A loop that is always the same took {noise:.2f} times as long at its slow moments "
            "as at its quick ones (p90 to p10)."
        ),
        "The machine was busy with other things: take the figures as a size." if noise > STEADY else "",
        f"Over its gate: {'; '.join(measured.missed)}." if measured.missed else "Every figure keeps its gate.",
    ]
    return fill(" ".join(filter(None, told)), WIDTH, break_on_hyphens=False)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table; all but the first column stand to the right."""
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def _floors(measured: Measured) -> str:
    rows = [_floor_row(row, measured.results) for row in ROWS]
    told = {version: str(found) for version, found in measured.flushes.items()}
    flushes = [
        "an answer, flushes to disk",
        "counted",
        told.get(BEFORE, NOTHING),
        told[AFTER],
        *[str(MOST_FLUSHES)] * 2,
        "",
    ]
    heads = ("what", "floor", "before", "after", "gate", "goal", "after beside its floor")
    return table(heads, [*rows, flushes])


def _floor_row(row: Row, results: Results) -> list[str]:
    ratios = (times(row.ratio(results, version)) for version in (BEFORE, AFTER))
    unit = "MB" if row.figure == "memory" else "ms"
    size, floor = row.size(results, AFTER), row.floor_size(results, AFTER)
    told = f"{amount(size)} and {amount(floor)} {unit}"
    return [row.what, row.floor_name, *ratios, f"{row.gate:g}", f"{row.goal:g}", told]


def _beside(measured: Measured) -> str:
    shown = [("a bare program", "one word", "hello"), ("audit-tui", "the board, 600 reviews", BOARD)]
    rows = [
        [name, opens, *(times(ratio(measured.results, (subject, figure), ("hello", figure))) for figure in LOOKS)]
        for name, opens, subject in (*shown, *((each.name, each.opens, each.name) for each in measured.neighbours))
    ]
    return table(("ratio to a bare program", "what it opens", *LOOKS.values()), rows)


def _size(measured: Measured) -> str:
    names = {BEFORE: "before", AFTER: "after"}
    rows = [
        [names[version], f"{found.files:,}", f"{found.megabytes:.1f}"]
        for version, found in sorted(measured.installs.items(), reverse=True)
    ]
    told = "Compiled modules are counted; Python itself, pip and setuptools are not."
    return table(("", "files", "MB"), rows) + f"\n\n{told}"


def times(value: float | None) -> str:
    """Write a ratio."""
    return NOTHING if value is None else f"{value:.2f}"


def amount(value: float | None) -> str:
    """Write a size, in as many digits as can be believed."""
    return NOTHING if value is None else f"{value:.0f}" if value >= 100 else f"{value:.1f}"
