"""Hostile text is only text: whatever stands in a field, and wherever it is written."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from markupsafe import Markup

from audit_tui.formats import markdown, text

from .dressed import FIELDS, MARK, Dressed, dress, fitting, held
from .figure import Figure, Trial
from .only_text import faults
from .outputs import Output, outputs
from .screens import screens
from .texts import TEXTS

PROMISE = "Text that would do harm is only text on every screen and in every output"
SHORT = tuple(turn * len(TEXTS) // 3 for turn in range(3))
NEVER_SHOWN = frozenset({
    "policy title", "policy platform", "theme", "review title", "expected", "reason", "statement platform", "purpose",
})  # fmt: skip


class Seen:
    """What was looked at, where each field was met, and what was wrong."""

    def __init__(self) -> None:
        self.looked = 0
        self.met: dict[str, set[str]] = {field: set() for field in FIELDS}
        self.bad: list[str] = []

    def look(self, found: Iterable[Output]) -> None:
        """Look through what was written."""
        for output in found:
            self.looked += 1
            for number in MARK.findall(output.text):
                self.met[FIELDS[int(number)]].add(output.name)
            self.bad += [f"{output.name}: {fault}" for fault in faults(output.format, output.text)]

    @property
    def holes(self) -> list[str]:
        """Name the fields that no output was seen to show, though it should."""
        return [field for field, met in self.met.items() if not met and field not in NEVER_SHOWN]


@contextmanager
def homes(turns: Iterable[int], *, besides: bool = False) -> Iterator[Iterator[Dressed]]:
    """Give homes in which each field has one text after the other."""
    with tempfile.TemporaryDirectory() as folder:
        yield (dress(Path(folder) / str(turn), turn, besides=besides) for turn in turns)


def look(turns: Iterable[int], *, on_screen: bool = True, besides: bool = True) -> Seen:
    """Look at everything that is written of so many homes."""
    seen = Seen()
    with homes(turns, besides=besides) as every:
        for dressed in every:
            if on_screen:
                seen.look(screens(dressed))
            seen.look(outputs(dressed))
    return seen


def pairs(turns: Iterable[int], *, besides: bool) -> int:
    """Count the pairs of a text and a field that stand in the homes of so many turns."""
    return len({(field, each) for turn in turns for field in FIELDS for each in held(field, turn, besides=besides)})


@contextmanager
def writing_as_it_comes() -> Iterator[None]:
    """Be the careless twin: write every text as it came, markup and all."""
    with (
        patch.object(markdown, "inert", str),
        patch.object(text, "escape_controls", lambda found, **_: found),
        patch("audit_tui.formats.html.escape_controls", lambda found, **_: Markup(found)),  # noqa: S704 - as it says
        patch("audit_tui.exports.team_csv.inert", str),
    ):
        yield


def run(long: bool) -> Figure:  # noqa: FBT001 - said by the name of the parameter
    """Look at homes in which every field has had every text, or a few of them."""
    turns = range(len(TEXTS)) if long else SHORT
    seen = look(turns, besides=not long)
    with writing_as_it_comes():
        twin = look(range(1), on_screen=False)
    meetings = sum(map(len, seen.met.values()))
    tried, all_pairs = pairs(turns, besides=not long), sum(len(fitting(field)) for field in FIELDS)
    return Figure(
        PROMISE, f"{tried:,} of the {all_pairs:,} pairs of a text and a field, of {len(TEXTS)} texts and {len(FIELDS)} fields; "
        f"{seen.looked:,} outputs and screens, {meetings:,} meetings of a field and an output",
        len(seen.bad) + len(seen.holes), f"{len(twin.bad)} outputs that act", bool(twin.bad),
        left_out=f"read and shown nowhere: {', '.join(sorted(NEVER_SHOWN))}",
    )  # fmt: skip


TRIALS = (Trial("hostile-text", run),)
