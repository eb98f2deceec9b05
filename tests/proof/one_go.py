"""`python -m tests.proof.one_go ACT HOME GOES`: do an act so many times, and print what was said, line by line."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from .killed_at import do_goes
from .removals import SAVING
from .said import Said
from .twins import TWINS

BEGIN = "/here-the-act-begins"


def say(said: Said) -> None:
    """Print one line, at once."""
    os.write(1, f"{json.dumps(said)}\n".encode())


if __name__ == "__main__":
    name, home, goes = sys.argv[1:]
    with suppress(OSError):
        Path(BEGIN).rmdir()  # nobody else makes such a call, so it shows in a list of calls
    do_goes((SAVING | TWINS)[name], Path(home), int(goes), say)
