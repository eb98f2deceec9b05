"""What a sync program makes of a journal: files in any order, and copies beside them under names of its own."""

import os
import random
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (" (1)", " (Teacher A's conflicted copy 2026-03-02)", "-LAPTOP7", ".sync-conflict-20260302-090000-ABCDEFG")
State = tuple[str, bytes]


def copy_name(name: str, suffix: str) -> str:
    """Name a copy of a file as a sync program would."""
    return f"{name.removesuffix('.toml')}{suffix}.toml"


class Synced(NamedTuple):
    """A journal as it is at its end, and every state in which each of its files was on the way there."""

    last: dict[str, bytes]
    states: tuple[State, ...]


class Watch:
    """Looks at a journal after each step, as a sync program does."""

    def __init__(self, journal: Path) -> None:
        self.journal = journal
        self.last: dict[str, bytes] = {}
        self.states: dict[State, None] = {}

    def look(self) -> None:
        """Take in what stands in the folder now."""
        self.last = {path.name: path.read_bytes() for path in self.journal.glob("*.toml")}
        self.states |= dict.fromkeys(self.last.items())


def joined(watches: Iterable[Watch]) -> Synced:
    """Give what several machines have; no two have a file of one name."""
    last: dict[str, bytes] = {}
    states: list[State] = []
    for watch in watches:
        assert not last.keys() & watch.last.keys()
        last |= watch.last
        states += watch.states
    return Synced(last, tuple(state for state in states if state[0] in last))


def merge(synced: Synced, journal: Path, chance: random.Random, copies: int = 12) -> None:
    """Put the files into a folder in any order, each dated by chance: some as copies, of which some are all there is."""
    files = dict(synced.last)
    for name, data in chance.sample(sorted(synced.states), min(copies, len(synced.states))):
        files[copy_name(name, chance.choice(SUFFIXES))] = data
    for name in chance.sample(sorted(synced.last), len(synced.last) // 8):
        files[copy_name(name, chance.choice(SUFFIXES))] = files.pop(name)
    journal.mkdir(parents=True)
    for name in chance.sample(sorted(files), len(files)):
        (journal / name).write_bytes(files[name])
        moment = chance.randrange(2_000_000_000)
        os.utime(journal / name, (moment, moment))


def keep_the_newest_file(journal: Path) -> None:
    """Merge as a careless program does: of all that goes by one name, the file that was touched last stays."""
    newest: dict[str, Path] = {}
    for path in sorted(journal.iterdir(), key=lambda path: path.stat().st_mtime):
        plain = path.name
        for suffix in SUFFIXES:
            plain = plain.replace(suffix, "")
        if before := newest.get(plain):
            before.unlink()
        newest[plain] = path
    for plain, path in newest.items():
        path.rename(journal / plain)
