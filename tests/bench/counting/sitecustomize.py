"""Python imports this by itself before a program: it notes each flush to the disk in a file."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

NOTED = "BENCH_FLUSHES"

Given = ParamSpec("Given")


def counted(flush: Callable[Given, None]) -> Callable[Given, None]:
    """Give the same function, which notes that it was called."""

    def noting(*given: Given.args, **named: Given.kwargs) -> None:
        with Path(os.environ[NOTED]).open("a", encoding="utf-8") as file:
            file.write("x")
        flush(*given, **named)

    return noting


if NOTED in os.environ:
    os.fsync = counted(os.fsync)
    os.fdatasync = counted(os.fdatasync)
