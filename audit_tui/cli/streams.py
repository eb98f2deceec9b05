"""The three streams: what is piped is UTF-8 with plain line ends everywhere, and a closed one is no surprise."""

import codecs
import os
import sys
from io import TextIOWrapper


def prepare() -> None:
    """Set the streams up; one that was closed before the start becomes an empty one."""
    _fill_closed()
    if isinstance(sys.stdin, TextIOWrapper):
        told = "utf-8" if codecs.lookup(sys.stdin.encoding).name == "ascii" else sys.stdin.encoding
        sys.stdin.reconfigure(encoding=told, errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _write_plainly(stream)


def flush() -> None:
    """Send off what was written. Raises OSError where it cannot be."""
    sys.stdout.flush()


def give_up() -> None:
    """Let nothing more be written to an output that was closed, not even by the interpreter as it leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fill_closed() -> None:
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()


def _nowhere() -> TextIOWrapper:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _write_plainly(stream: TextIOWrapper) -> None:
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
