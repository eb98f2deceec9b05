"""Reading a command line: each command's own code is brought in only when it runs, and is given typed values."""

from collections.abc import Callable, Sequence
from functools import partial

from audit_tui.cli.commands import build_parser
from audit_tui.cli.options import Command
from audit_tui.errors import UsageError

DATA = ("json", "csv")


def parse(arguments: Sequence[str]) -> Callable[[], int]:
    """Read the command line and give what carries it out. Raises UsageError where its options do not go together."""
    options = vars(build_parser().parse_args(arguments))
    command: Command = options.pop("command")
    if options.get("open") and options["format"] in DATA:
        raise UsageError(f"{options['format']} is data and is not opened in a browser", remedy="leave out --open")
    return partial(command, options)
