"""Everything that can go wrong for a person, as one small tree."""

from pathlib import Path

from audit_tui.text import ensure_full_stop, escape_controls, sentence, shortened

LONGEST = 600


class UserError(Exception):
    """Something a person can put right: what is wrong, in which file and key, and what to do."""

    def __init__(self, what: str, *, remedy: str = "", path: Path | str | None = None, key: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.path = path if path is None else Path(path)
        self.key = key

    def __str__(self) -> str:
        """Say it in at most two sentences: file, key and fault; then the remedy."""
        return self.told()

    def told(self, *, in_full: bool = True) -> str:
        """Say it with the whole path of the file, or with its name alone."""
        file = "" if self.path is None else str(self.path) if in_full else self.path.name
        place = ", ".join(part for part in (file, shortened(self.key, LONGEST)) if part)
        what = shortened(self.what, LONGEST)
        told = ensure_full_stop(f"{place}: {what}") if place else sentence(what)
        return escape_controls(f"{told} {sentence(self.remedy)}" if self.remedy else told)


class UsageError(UserError):
    """The person asked for something that does not exist or does not fit."""


class Unreadable(UserError):
    """A file is there but cannot be taken in."""


class NewerSchema(Unreadable):
    """A file was made by a newer version of this program and is left untouched."""


class Away(Unreadable):
    """A folder is not there just now, as one on a network may be; what is known of it otherwise still holds."""


class PartLost(Unreadable):
    """A file can be taken in, but may have lost a part since it was written; it is used as it stands."""


class Unwritable(UserError):
    """Something could not be saved; nothing that was saved before is lost."""


class TooLarge(Unwritable):
    """More than one file may hold, so nothing was written; what is left may go into another."""


class ChangedElsewhere(Unwritable):
    """A file is no longer as this program left it, so it was neither replaced nor removed."""
