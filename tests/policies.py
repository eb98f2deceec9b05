"""A school's own policy, laid over the sample lists."""

from pathlib import Path

from audit_tui.library.library import Library
from audit_tui.library.loader import read_library

OAK = """\
schema = 1
id = "oak-end"
school = "Oak End School"
title = "Staff online"
dated = 2026-09-01
[[clause]]
ref = "4.2"
kind = "setting"
gist = "Keep what you post among friends."
covered_by = ["chirp:private"]
[[clause]]
ref = "4.3"
kind = "context"
gist = "What is meant by posting."
no_check = "It only explains a word."
[[clause]]
ref = "4.4"
kind = "review"
gist = "Think before you post."
"""


def laid_over(built_in: Path, own: Path, policy: str = OAK) -> Library:
    """Read the lists with a school's own policy."""
    (own / "policies").mkdir(exist_ok=True)
    (own / "policies" / "oak-end.toml").write_text(policy)
    return read_library([built_in, own])
