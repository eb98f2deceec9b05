"""A school's choices laid over the sample lists, for the tests that change them."""

from pathlib import Path

from audit_tui.checklist import Check
from audit_tui.library.library import Library
from audit_tui.library.loader import read_library

ALL_LEFT = {"chirp", "rules"}


def with_choices(built_in: Path, own: Path, text: str) -> Library:
    """Read the lists with a school's choices, which are sound and leave every list where it is."""
    (own / "school.toml").write_text(f"schema = 1\n{text}\n")
    library = read_library([built_in, own])
    assert library.problems == ()
    assert set(library.checklists) == ALL_LEFT
    return library


def change(built_in: Path, own: Path, keys: str, check: str = "chirp:private") -> Library:
    """Read the lists with one change made."""
    return with_choices(built_in, own, f'[[change]]\ncheck = "{check}"\n{keys}')


def private(library: Library) -> Check:
    """Give the check that most of them change."""
    return next(check for check in library.checklists["chirp"].checks if check.id == "private")


def told(library: Library) -> str:
    """Give the one thing that the lead is told."""
    (problem,) = library.for_lead
    return str(problem)
