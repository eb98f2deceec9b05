"""Careless twins for several windows: they write what they read a while ago."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from audit_tui.paths import HOME, Paths, find_paths
from audit_tui.person import Person
from audit_tui.settings.store import Edit

from .acts import ACTS, FIRST_DAY, Act, Say
from .said import Found, Said


def _one_file(home: Path, say: Say) -> Iterator[None]:
    """Keep all answers in one file: read it, change it, and put the whole in its place, in one clean step."""
    path = home / "answers.txt"
    for number in count():
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        name = f"{os.getpid()}-{number}"
        beside = home / f"{name}.tmp"
        beside.write_text(f"{before}{name}\n", encoding="utf-8")
        beside.replace(path)
        say(Said("kept", "answer", name))
        yield


def _lines(home: Path) -> Found:
    names = (home / "answers.txt").read_text(encoding="utf-8").splitlines()
    return Found(frozenset(("answer", name) for name in names))


class ForgetfulPerson(Person):
    """A person whose every change is made to the choices as this window knew them, not as they stand by then."""

    def __init__(self, paths: Paths) -> None:
        super().__init__(paths)
        self.known = self.choices

    def change(self, edit: Edit) -> None:
        """Give the edit what this window itself chose before."""
        self.choices = self.known = self.settings.change(lambda _: edit(self.known))


def _forgetful(home: Path, say: Say) -> Iterator[None]:
    person = ForgetfulPerson(find_paths({HOME: str(home)}))
    for number in count():
        name = f"{os.getpid()} {number}"
        person.plan_trip(name, FIRST_DAY, FIRST_DAY)
        say(Said("kept", "trip", name))
        yield


ONE_FILE = Act("one file", _one_file, _lines)
FORGETFUL = Act("forgetful", _forgetful, ACTS["settings"].found)
