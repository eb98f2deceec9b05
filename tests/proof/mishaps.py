"""What goes wrong meanwhile: kills, clocks, journeys, sync programs, other hands, and files that cannot be read."""

import os
import shutil
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from .people import WINDOWS, People
from .sync import SUFFIXES, copy_name

NEWER = "schema = 2\nkind = 'review'\nanswers = 'in a way that nobody knows yet'\n"


class Mishaps(People):
    """The same two windows in a world where anything else may happen between two steps."""

    @rule(window=WINDOWS, part=st.integers(0, 200))
    def kill(self, window: int, part: int) -> None:
        """Leave a half-written temporary file, and come back."""
        self.journal.mkdir(exist_ok=True)
        (self.journal / f".2026-03-02_chirp_0123abcd.toml.{self.clock.count:08x}.tmp").write_bytes(b"# A"[:part])
        self.hands[window].begin()
        self.writes(window)

    @rule(hours=st.sampled_from([-24 * 400, -24, -1, 1, 11, 24, 48, 24 * 100, 24 * 3650]))
    def put_the_clock(self, hours: int) -> None:
        self.clock.now += timedelta(hours=hours)

    @rule(window=WINDOWS, zone=st.integers(-12, 14))
    def travel(self, window: int, zone: int) -> None:
        self.hands[window].zone = zone

    @precondition(lambda self: self.readable())
    @rule(data=st.data(), suffix=st.sampled_from(SUFFIXES))
    def sync_makes_a_copy(self, data: st.DataObject, suffix: str) -> None:
        page = data.draw(st.sampled_from(self.readable()))
        name = copy_name(page.file, suffix)
        shutil.copy(self.journal / page.file, self.journal / name)
        page.copies[suffix] = page.copied()
        self.odd.add(name)
        self.look()

    @precondition(lambda self: self.readable())
    @rule(data=st.data())
    def another_hand_edits(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.readable()))
        path = self.journal / page.file
        path.write_bytes(b"# mine\n" + path.read_bytes())
        page.changed = True
        self.look()

    @precondition(lambda self: self.readable())
    @rule(data=st.data(), share=st.floats(0, 0.5))
    def a_file_is_cut_short(self, data: st.DataObject, share: float) -> None:
        page = data.draw(st.sampled_from(self.readable()))
        if not page.copies:
            path = self.journal / page.file
            os.truncate(path, int(path.stat().st_size * share))
            page.ruined = True
            self.odd.add(page.file)
            self.look()

    @rule(stub=st.integers(0, 3), newer=st.booleans())
    def a_file_comes_that_cannot_be_read(self, stub: int, newer: bool) -> None:  # noqa: FBT001 - drawn
        self.journal.mkdir(exist_ok=True)
        name = f"2026-03-0{stub + 1}_chirp_0000000{stub}.toml"
        (self.journal / name).write_text(NEWER if newer else NEWER[:20])
        self.odd.add(name)
        self.look()
