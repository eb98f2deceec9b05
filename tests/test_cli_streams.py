"""What is piped is UTF-8 to the byte, whatever the platform makes of text; closed and full ends are told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from audit_tui.settings.edits import plan_trip
from audit_tui.settings.store import Settings

from .conftest import TODAY, Run

PROGRAM = [sys.executable, "-m", "audit_tui"]
NAME = "Zoë's ☐ farm, Łódź"
AS_WINDOWS = """
import io, sys
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="cp1252", newline="\\r\\n")
from audit_tui.cli.main import main
code = main(sys.argv[1:])
sys.stdout.flush()
sys.exit(code)
"""


@pytest.fixture
def folder(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "team"
    folder.mkdir()
    assert run("share", "--to", str(folder), "--as", NAME, "--yes")[0] == 0
    return folder


def piped(*arguments: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-c", AS_WINDOWS, *arguments], capture_output=True, check=True, timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    ).stdout  # fmt: skip


@pytest.mark.parametrize("kind", ["json", "csv", "html", "markdown", "text"])
def test_every_format_is_utf_8_through_a_pipe(folder: Path, kind: str) -> None:
    data = piped("team", str(folder), "--format", kind)
    assert "Łódź" in data.decode()
    assert b"\r\r\n" not in data
    assert b"\r\n" not in data or kind == "csv"
    if kind == "json":
        assert json.loads(data)["people"][0]["label"] == NAME


def test_a_spreadsheet_goes_through_a_pipe_byte_by_byte(folder: Path, run: Run, tmp_path: Path) -> None:
    assert run("team", str(folder), "--output", str(tmp_path / "team.xlsx"))[0] == 0
    assert piped("team", str(folder), "--format", "xlsx") == (tmp_path / "team.xlsx").read_bytes()


DATA = [["due", "--json"], ["next", "--json"], ["summary", "--format", "json"], ["policy", "--format", "json"]]


@pytest.mark.parametrize("command", DATA, ids=" ".join)
def test_all_data_is_utf_8_through_a_pipe(run: Run, library_folder: Path, command: list[str]) -> None:
    path = library_folder / "rules.toml"
    path.write_text(path.read_text().replace("School rules", NAME))
    policy = library_folder / "policies" / "elm-lane.toml"
    policy.write_text(policy.read_text().replace("Elm Lane School", NAME))
    run("accounts", "--set", "facebook")
    data = piped("--checklists", str(library_folder), *command)
    assert b"\r" not in data
    assert json.loads(data)["schema"] == 1
    assert (NAME in data.decode()) is (command[0] != "next")


def test_a_lines_own_ends_are_those_of_a_csv_file(folder: Path) -> None:
    assert piped("team", str(folder), "--format", "csv").count(b"\r\n") == 2


def test_the_error_stream_is_utf_8_as_well() -> None:
    done = subprocess.run([*PROGRAM, "review", "Łódź"], capture_output=True, check=False, timeout=60,
                          env={**os.environ, "PYTHONIOENCODING": "cp1252"})  # fmt: skip
    assert "Łódź" in done.stderr.decode()


def test_a_csv_file_begins_with_the_mark_and_other_files_do_not(folder: Path, run: Run, tmp_path: Path) -> None:
    for kind in ("csv", "json", "html"):
        assert run("team", str(folder), "--format", kind, "--output", str(tmp_path / f"team.{kind}"))[0] == 0
        data = (tmp_path / f"team.{kind}").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf") is (kind == "csv")
        assert "Łódź" in data.decode("utf-8-sig")
    assert not run("team", str(folder), "--format", "csv")[1].startswith("\ufeff")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("arguments", [["where"], ["checklists", "show", "facebook"]])
def test_a_full_output_is_told_and_nothing_else(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == (
        "audit-tui: The output could not be written (No space left on device). Nothing that was kept is lost.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes them there otherwise")
@pytest.mark.parametrize("closing", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("arguments", ["", "--version", "accounts --set none-of-that-name"])
def test_a_stream_that_is_closed_is_no_traceback(arguments: str, closing: str, tmp_path: Path) -> None:
    Settings(tmp_path / "home" / "settings.toml").change(lambda choices: plan_trip(choices, "Farm", TODAY, TODAY))
    done = subprocess.run(f"{sys.executable} -m audit_tui {arguments} {closing}", shell=True, capture_output=True,  # noqa: S602
                          text=True, check=False, timeout=60)  # fmt: skip
    assert done.returncode == (2 if "none" in arguments else 0)
    assert "Traceback" not in done.stderr
    assert Settings(tmp_path / "home" / "settings.toml").read().trips


def test_an_input_that_ends_at_a_question_is_told(monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path) -> None:
    def ended(*_: object) -> str:
        raise EOFError

    (tmp_path / "team").mkdir()
    monkeypatch.setattr("builtins.input", ended)
    code, _, err = run("share", "--to", str(tmp_path / "team"), "--as", "Teacher A")
    assert code == 2
    assert "nothing was" in err
    assert list((tmp_path / "team").iterdir()) == []


def test_typed_letters_are_read_where_no_language_is_set(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    said = "import sys\nfrom audit_tui.cli import streams\nstreams.prepare()\nprint(sys.stdin.readline())\n"
    done = subprocess.run([sys.executable, "-c", said], input="Łódź\n".encode(), capture_output=True, check=True,
                          env={**os.environ, "PYTHONIOENCODING": "ascii"})  # fmt: skip
    assert done.stdout.decode().strip() == "Łódź"
