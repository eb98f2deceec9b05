"""Doing something as another user of the machine, who has no rights of our own."""

import os
import subprocess
import sys
from typing import NamedTuple

import pytest

NOBODY = 65534
needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another")


class Account(NamedTuple):
    """An account by its numbers, which need no entry in the system's own list."""

    user: int = NOBODY
    group: int = NOBODY
    groups: tuple[int, ...] = ()


SOMEBODY = Account()
BEFORE = """\
import os
from pathlib import Path
def become_the_other_user():
    os.setgroups(groups)
    os.setgid(group)
    os.setuid(user)
"""


def as_other_user(script: str, account: Account = SOMEBODY, **values: object) -> str:
    """Run lines of Python with these values and give what they wrote; they import all they need, then become another."""
    given = "".join(f"{name} = {value!r}\n" for name, value in (account._asdict() | values).items())
    done = subprocess.run(
        [sys.executable, "-c", given + BEFORE + script], capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
