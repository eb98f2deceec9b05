"""The three streams: what is piped is UTF-8 with plain line ends everywhere, and a closed one is no surprise."""

import codecs
import os
import sys
from pathlib import Path
from typing import TextIO

from audit_tui.errors import UserError


def prepare() -> None:
    """Set the streams up; one that was closed before the start becomes an empty one."""
    sys.stdin = _incoming(sys.stdin)
    sys.stdout = _outgoing(sys.stdout)
    sys.stderr = _outgoing(sys.stderr)


def flush() -> None:
    """Send off what was written. Raises OSError where it cannot be."""
    sys.stdout.flush()


def give_up() -> None:
    """Let nothing more be written to an output that was closed, not even by the interpreter as it leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def output_problem(error: OSError) -> UserError:
    """Say why the output, or a file that nobody else spoke of, could not be used."""
    why = error.strerror or str(error)
    if error.filename is None:
        return UserError(f"the output could not be written ({why})", remedy="nothing that was kept is lost")
    return UserError(f"{os.fsdecode(error.filename)}: this cannot be used ({why})")


def _incoming(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open(encoding="utf-8")
    if hasattr(stream, "reconfigure"):
        told = "utf-8" if codecs.lookup(stream.encoding).name == "ascii" else stream.encoding
        stream.reconfigure(encoding=told, errors="replace")
    return stream


def _outgoing(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if hasattr(stream, "reconfigure"):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return stream
