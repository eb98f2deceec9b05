"""A command line as it was typed: an empty one opens the app, and needs no parser."""

from collections.abc import Callable, Sequence
from functools import partial

from audit_tui.cli.command import APP


def read(words: Sequence[str]) -> Callable[[], int]:
    """Read the command line and give what carries it out."""
    if not words:
        return partial(APP, {"school": None, "plain": False})
    from audit_tui.cli.parser import parse

    return parse(words)
