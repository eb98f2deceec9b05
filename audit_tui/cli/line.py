"""A command line as it was typed: the two that are typed every day, an empty one and `due`, need no parser."""

from collections.abc import Callable, Sequence
from functools import partial

from audit_tui.cli.command import APP


def read(words: Sequence[str]) -> Callable[[], int]:
    """Read the command line and give what carries it out."""
    if not words:
        return partial(APP, {"school": None, "plain": False})
    if [*words] == ["due"]:
        from audit_tui.cli.due import due

        return partial(due, school=None, on=None, as_json=False, check=False)
    from audit_tui.cli.parser import parse

    return parse(words)
