"""Running a command: problems become one sentence and an exit code, never a traceback."""

import gc
import os
import sys
from collections.abc import Sequence

from audit_tui.errors import UserError

EXIT_OK, EXIT_DUE, EXIT_ERROR = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 fine, 1 as asked by a flag, 2 wrong use or unreadable input."""
    gc.disable()  # a short life needs no collecting; what lives longer turns it on again
    from audit_tui.cli.parser import parse

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        chosen = parse(sys.argv[1:] if arguments is None else arguments)
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except UserError as problem:
        return _told(str(problem))
    except KeyboardInterrupt:
        return _told("Stopped. Every answer given so far is kept.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _told("The output was closed before all of it was written. Nothing that was kept is lost.")
    return code


def _told(sentence: str) -> int:
    sys.stderr.write(f"\naudit-tui: {sentence}\n" if sentence.startswith("Stopped") else f"audit-tui: {sentence}\n")
    return EXIT_ERROR
