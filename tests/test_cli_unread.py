"""What cannot be read is told by every command that opens the audit, once, and the exit code says so."""

import io
from pathlib import Path

import pytest

from audit_tui.cli.command import Command

from .conftest import Run
from .test_cli_parser import COMMANDS

FACEBOOK = {
    ("next",): ["--json"], ("review",): ["facebook"], ("history",): ["facebook"], ("checklists", "show"): ["facebook"],
    ("checklists", "sheet"): ["facebook"], ("checklists", "new"): ["our-rules"], ("checklists", "wrong"): ["facebook:tags"], ("trip", "add"): ["Farm", "2026-06-01", "2026-06-02"],
    ("trip", "remove"): ["Farm"], ("induction",): ["--joined", "2026-01-05"], ("evidence",): ["approach"],
    ("policy", "new"): ["Oak End School"], ("policy", "check"): [], ("policy", "checks"): [], ("remind",): ["--output", "mine.ics"], ("share",): ["--to", ".", "--as", "Teacher A", "--yes"], ("accounts",): ["--set", "facebook"],
}  # fmt: skip
TELLING = {("doctor",), ("where",)}  # the one's whole answer it is, the other opens nothing
OPENING = [
    path for path, parser in COMMANDS.items() if "school" in parser.get_default("command").takes and path not in TELLING
]


def test_the_commands_tried_are_all_there_are() -> None:
    needing = {path for path in OPENING if any(
        action.required for action in COMMANDS[path]._actions if action.dest not in ("command", "help"))}  # fmt: skip
    assert needing <= FACEBOOK.keys() <= {*OPENING}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return folder


@pytest.mark.parametrize("path", OPENING, ids=" ".join)
def test_settings_that_cannot_be_read_are_told_by_every_command(run: Run, own: Path, path: tuple[str, ...]) -> None:
    settings = own.parent / "home" / "settings.toml"
    settings.write_text("schema = 1\nphone = \n")
    code, _, err = run(*path, *FACEBOOK.get(path, []))
    assert code == 2
    assert err.count("settings.toml: this is not valid TOML") == 1
    assert settings.read_text() == "schema = 1\nphone = \n"


@pytest.mark.parametrize("path", OPENING, ids=" ".join)
def test_a_checklist_that_cannot_be_read_is_told_by_every_command(run: Run, own: Path, path: tuple[str, ...]) -> None:
    run("trip", "add", "Farm", "2026-06-01", "2026-06-02")
    (own / "broken.toml").write_text("[")
    code, _, err = run("--checklists", str(own), *path, *FACEBOOK.get(path, []))
    assert err.count("broken.toml: this is not valid TOML") == 1
    assert code == 2 or path == ("share",)


def test_what_one_command_could_not_read_is_not_told_by_the_next(run: Run, own: Path) -> None:
    (own / "broken.toml").write_text("[")
    assert run("--checklists", str(own), "accounts")[0] == 2
    assert run("accounts")[::2] == (0, "")
    assert "broken.toml" in run("--checklists", str(own), "accounts")[2]


def test_a_problem_comes_before_what_a_flag_asks(run: Run, own: Path) -> None:
    run("accounts", "--set", "facebook")
    assert run("due", "--check")[0] == 1
    (own / "broken.toml").write_text("[")
    assert run("--checklists", str(own), "due", "--check")[0] == 2


def test_a_failing_command_tells_what_could_not_be_read_too(run: Run, own: Path) -> None:
    (own / "broken.toml").write_text("[")
    code, _, err = run("--checklists", str(own), "review", "brokn")
    assert code == 2
    assert err.splitlines()[0].startswith('audit-tui: There is no checklist called "brokn"')
    assert "broken.toml" in err.splitlines()[1]


def test_a_command_without_an_audit_tells_nothing_of_it(run: Run, own: Path) -> None:
    (own.parent / "home" / "settings.toml").write_text("[")
    for path in (("where",), ("checklists", "schema")):
        assert isinstance(COMMANDS[path].get_default("command"), Command)
        assert run(*path)[::2] == (0, "")
