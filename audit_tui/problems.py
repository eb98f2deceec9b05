"""Everything that can go wrong for a person, as one small tree."""

from pathlib import Path

from audit_tui.words import closed, sentence, visible


class Problem(Exception):
    """Something a person can put right: what is wrong, in which file and key, and what to do."""

    def __init__(self, what: str, *, remedy: str = "", path: Path | None = None, key: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.path = path
        self.key = key

    def __str__(self) -> str:
        """Say it in at most two sentences: file, key and fault; then the remedy."""
        place = ", ".join(part for part in (str(self.path or ""), self.key) if part)
        told = closed(f"{place}: {self.what}") if place else sentence(self.what)
        return visible(f"{told} {sentence(self.remedy)}" if self.remedy else told)


class WrongUse(Problem):
    """The person asked for something that does not exist or does not fit."""


class Unreadable(Problem):
    """A file is there but cannot be taken in."""


class Newer(Unreadable):
    """A file was made by a newer version of this program and is left untouched."""


class Unwritable(Problem):
    """Something could not be saved; nothing that was saved before is changed."""
