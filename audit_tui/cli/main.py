"""The way in: the version is told at once, and everything else is brought in when it is asked for."""

import gc
import sys

from audit_tui import __version__
from audit_tui.cli import streams
from audit_tui.cli.exits import EXIT_OK


def main(arguments: list[str] | tuple[str, ...] | None = None) -> int:
    """Run one command and give its exit code."""
    gc.disable()  # a short life needs no collecting; what lives longer turns it on again
    streams.prepare()
    words = sys.argv[1:] if arguments is None else [*arguments]
    if words == ["--version"]:
        sys.stdout.write(f"audit-tui {__version__}\n")
        return EXIT_OK
    from audit_tui.cli.line import read

    command = read(words)
    from audit_tui.cli.run import run

    return run(command)
