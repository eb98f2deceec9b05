"""Places that cannot be: a sentence and exit code 2, whatever is in the way."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit_tui.paths import find_paths, is_there, whole_path

from .conftest import Run

LONG = "x" * 300


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that the person running the command may not enter."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed").mkdir(mode=0o700)
        (folder / "closed" / "settings.toml").write_text("schema = 1\n")
        if os.geteuid() != 0:
            (folder / "closed").chmod(0)
        yield folder / "closed"
        (folder / "closed").chmod(0o700)


AS_ANOTHER = """
import contextlib, io, json, os, sys
from audit_tui.cli.main import main
first, second = json.loads(sys.argv[1])
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    main(["checklists"])
    main(first)
os.environ["AUDIT_TUI_HOME"] = sys.argv[2]
if os.geteuid() == 0:
    os.seteuid(65534)
sys.exit(main(second))
"""


def as_another(closed: Path, command: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody who may not enter; before that it ran elsewhere, so that its code is all there."""
    elsewhere = closed.with_name("open")
    elsewhere.mkdir()
    lines = [[part.format(closed=folder) for part in command] for folder in (elsewhere, closed)]
    return subprocess.run([sys.executable, "-c", AS_ANOTHER, json.dumps(lines), str(home)], capture_output=True, text=True,
                          check=False, timeout=60, env={**os.environ, "AUDIT_TUI_HOME": str(elsewhere / "home")})  # fmt: skip


COMMANDS = [
    ["due"], ["accounts"], ["accounts", "--set", "facebook"], ["imei"], ["trip", "list"],
    ["--checklists", "{closed}/in", "due"], ["--checklists", "{closed}", "due"], ["checklists", "check", "{closed}/in"],
    ["checklists", "check", "{closed}"], ["summary", "--output", "{closed}/in"], ["remind", "--output", "{closed}/in.ics"],
    ["team", "{closed}"], ["team", "{closed}/in"], ["share", "--to", "{closed}/in", "--as", "Teacher A"],
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_one_may_not_enter_is_told(closed: Path, command: list[str]) -> None:
    named = "{closed}" in "".join(command)
    done = as_another(closed, command, closed.with_name("home") if named else closed)
    assert "Traceback" not in done.stderr
    assert done.returncode == 2
    assert "ermission" in done.stderr or "cannot be read" in done.stderr


@pytest.mark.parametrize(
    "command",
    [["--checklists", LONG, "due"], ["checklists", "check", LONG], ["summary", "--output", LONG], ["remind", "--output", LONG],
     ["team", LONG], ["share", "--to", LONG, "--as", "Teacher A"], ["checklists", "new", LONG]],
)  # fmt: skip
def test_a_name_that_is_too_long_is_told(run: Run, command: list[str]) -> None:
    code, _, err = run(*command)
    assert code == 2
    assert err


@pytest.mark.parametrize("name", ["AUDIT_TUI_HOME", "AUDIT_TUI_CHECKLISTS"])
@pytest.mark.parametrize("command", [["due"], ["where"], ["checklists", "check", "."], ["summary", "--open"]])
def test_the_home_of_somebody_unknown_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str], name: str
) -> None:
    monkeypatch.setenv(name, "~nobody-of-that-name/x")
    code, _, err = run(*command)
    assert code == 2
    assert "~nobody-of-that-name/x: there is no such home folder" in err


def test_a_folder_in_the_settings_with_somebody_unknown_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text('schema = 1\nchecklists = "~nobody-of-that-name/x"\n')
    code, _, err = run("accounts")
    assert code == 2
    assert "settings.toml, checklists: ~nobody-of-that-name/x: there is no such home folder" in err


def test_a_label_over_sixty_letters_is_refused_before_anything_is_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "team").mkdir()
    code, _, err = run("share", "--to", str(tmp_path / "team"), "--as", "x" * 61)
    assert code == 2
    assert err
    assert list((tmp_path / "team").iterdir()) == []
    settings = tmp_path / "home" / "settings.toml"
    assert not settings.exists() or "label" not in settings.read_text()


def test_a_name_is_taken_by_a_broken_link_and_by_what_may_not_be_looked_at(tmp_path: Path) -> None:
    assert not is_there(tmp_path / "none")
    (tmp_path / "link").symlink_to("none")
    assert is_there(tmp_path / "link")
    (tmp_path / "file").touch()
    assert is_there(tmp_path / "file" / "in")


def test_a_path_is_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert whole_path("~/x") == tmp_path / "me" / "x"
    assert whole_path("x") == tmp_path / "x"
    assert find_paths({"AUDIT_TUI_HOME": "~/x"}).settings == tmp_path / "me" / "x" / "settings.toml"
