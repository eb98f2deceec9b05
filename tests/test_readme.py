"""The commands of the README, each run once as it stands there, in a home of its own."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from .test_cli_parser import COMMANDS

README = Path(__file__).parents[1] / "README.md"
TYPED = {"audit-tui forget": "forget\n", 'audit-tui share --to FOLDER --as "Teacher A"': "yes\n"}
LINE = re.compile(r"^(audit-tui[^#\n]*?) *(?:# (.*))?$", re.MULTILINE)


def listed() -> list[tuple[str, str]]:
    """Give each command with what is said of it."""
    (block,) = re.findall(r"## Commands\n\n```sh\n(.*?)```", README.read_text(), re.DOTALL)
    return LINE.findall(block)


def test_every_command_of_the_readme_runs_as_it_stands_there(tmp_path: Path) -> None:
    (tmp_path / "FOLDER").mkdir()
    home = {**os.environ, "AUDIT_TUI_HOME": str(tmp_path / "home"), "BROWSER": "true"}
    for command, _ in listed():
        done = subprocess.run([sys.executable, "-m", "audit_tui", *shlex.split(command)[1:]], cwd=tmp_path, env=home,
                              input=TYPED.get(command, ""), capture_output=True, text=True, check=False, timeout=60)  # fmt: skip
        assert (command, done.returncode, done.stderr) == (command, 0, "")
        assert done.stdout or "--open" in command
    assert (tmp_path / "privacy.ics").read_text().startswith("BEGIN:VCALENDAR")
    assert [path.suffix for path in (tmp_path / "FOLDER").iterdir()] == [".toml"]


@pytest.mark.parametrize(("command", "said"), listed(), ids=lambda each: each[:40])
def test_an_option_that_the_readme_names_is_there(command: str, said: str) -> None:
    words = tuple(word for word in shlex.split(command)[1:] if re.fullmatch(r"[a-z]+", word))
    path = max((words[:end] for end in range(len(words) + 1) if words[:end] in COMMANDS), key=len)
    known = {option for action in COMMANDS[path]._actions for option in action.option_strings}
    assert {*re.findall(r"--[a-z-]+", f"{command} {said}")} <= known


def test_the_readme_has_commands() -> None:
    assert len(listed()) > 15
