"""What each start brings in and opens, counted in a process of its own: what was left out for speed stays out."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from audit_tui.__main__ import run

BEGIN = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
def tell():
    found = sorted(sys.modules), [name for name in opened if name.endswith((".toml", ".json", ".tcss"))]
    import json
    sys.stderr.write("\\n" + json.dumps(found) + "\\n")
"""
COMMAND = f"""{BEGIN}
from audit_tui.__main__ import run
try:
    run()
except SystemExit:
    tell()
"""
OPENING = f"""{BEGIN}
import asyncio
from audit_tui.cli import app, main
from audit_tui.tui.app import AuditApp
async def look(opened):
    async with opened.run_test() as pilot:
        await pilot.pause()
        tell()
app.on_terminal = lambda: True
AuditApp.run_to_end = lambda self: asyncio.run(look(self)) or 0
main.main([])
"""
HELLO = f"""{BEGIN}
import asyncio
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello")
async def look():
    async with Hello().run_test() as pilot:
        await pilot.pause()
        tell()
asyncio.run(look())
"""
ACCOUNTS = "facebook,instagram,whatsapp,youtube,linkedin,x"
PRINTING = {"pydantic", "pydantic_core", "textual", "rich", "jinja2", "markupsafe", "tomlkit", "tomli_w", "platformdirs", "icalendar", "xlsxwriter",
            "markdown_it", "pygments", "asyncio", "ssl", "socket", "secrets", "hashlib", "webbrowser", "tempfile", "difflib"}  # fmt: skip
SCREEN = PRINTING - {"textual", "rich", "asyncio"} | {"argparse"}
DUE_OURS, DUE_ALL = 85, 289
BOARD_OURS, BOARD_ALL = 126, 247
OPENED_LATER = {
    "accounts", "confirm", "end", "evidence", "form", "given_answers", "history", "note", "overview", "phones", "reader", "settings", "sharing", "sitting",
    "trips", "waiver",
}  # fmt: skip
UNUSED = {
    "formats.html", "formats.markdown", "files.write", "files.toml", "journal.copies", "journal.drafts_0_1", "library.lint", "library.schema",
    "library.template", "settings.phones", "settings.toml_edit", "cli.lines", "pages.checklists", "pages.end", "pages.history", "pages.occasions",
    "pages.policies", "pages.sheet", "pages.statement", "pages.team",
}  # fmt: skip


@dataclass(frozen=True)
class Start:
    """What one start brought in, and which files it opened."""

    modules: frozenset[str]
    opened: tuple[str, ...]

    @property
    def packages(self) -> set[str]:
        return {name.partition(".")[0] for name in self.modules}

    @property
    def ours(self) -> set[str]:
        return {name.removeprefix("audit_tui.") for name in self.modules if name.startswith("audit_tui")}

    @property
    def rooms(self) -> set[str]:
        return {name.partition(".")[0] for name in self.ours}

    def files(self, folder: Path) -> list[str]:
        return [name for name in self.opened if Path(name).is_relative_to(folder)]


@dataclass(frozen=True)
class Somebody:
    """A person's folder, and the program as they have it."""

    home: Path
    installed: Path

    def run(self, *words: str, said: str = "") -> str:
        """Run the program and give its error stream."""
        places = {"AUDIT_TUI_HOME": str(self.home), "PYTHONPATH": str(self.installed)}
        return subprocess.run([sys.executable, *words], input=said, capture_output=True, text=True, check=True,
                              timeout=60, env={**os.environ, **places}, cwd=self.home.parent).stderr  # fmt: skip


def start(somebody: Somebody, program: str, *words: str) -> Start:
    modules, opened = json.loads(somebody.run("-c", program, *words).splitlines()[-1])
    return Start(frozenset(modules), tuple(opened))


@pytest.fixture(scope="module")
def somebody(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Somebody:
    """Somebody with sound settings, two reviews of one list and one of another."""
    found = Somebody(tmp_path_factory.mktemp("somebody") / "home", installed)
    for words, said in (
        (["accounts", "--set", ACCOUNTS, "--phone", "android"], ""), (["trip", "add", "Farm", "2026-06-01", "2026-06-02"], ""),
        (["--plain", "review", "facebook"], "1\n1\nq\n"), (["--plain", "review", "facebook"], "1\nq\n"), (["--plain", "review", "x"], "1\n3\n\nq\n"),
    ):  # fmt: skip
        found.run("-m", "audit_tui", *words, said=said)
    assert len(list((found.home / "journal").iterdir())) == 3
    return found


@pytest.fixture(scope="module")
def bare(somebody: Somebody) -> Start:
    """What the interpreter brings in by itself."""
    return start(somebody, f"{BEGIN}\ntell()")


@pytest.fixture(scope="module")
def hello(somebody: Somebody) -> Start:
    """What a program of one word on the screen brings in."""
    return start(somebody, HELLO)


@pytest.fixture(scope="module")
def due(somebody: Somebody) -> Start:
    return start(somebody, COMMAND, "due")


@pytest.fixture(scope="module")
def board(somebody: Somebody) -> Start:
    return start(somebody, OPENING)


@pytest.fixture(params=["due", "board"])
def daily(request: pytest.FixtureRequest) -> Start:
    found: Start = request.getfixturevalue(request.param)
    return found


# The version and the help.


def test_the_version_brings_in_nothing_but_the_way_in(somebody: Somebody, bare: Start) -> None:
    version = start(somebody, COMMAND, "--version")
    assert version.modules - bare.modules == {
        "gc", "audit_tui", "audit_tui.__main__", "audit_tui.cli", "audit_tui.cli.exits", "audit_tui.cli.main", "audit_tui.cli.streams",
    }  # fmt: skip
    assert version.opened == ()


@pytest.mark.parametrize(
    "words", [["--help"], ["due", "--help"], ["--plain", "--version"], ["team"], ["nope"]], ids=" ".join
)
def test_help_and_faults_bring_in_the_parser_and_nothing_of_the_subject(somebody: Somebody, words: list[str]) -> None:
    found = start(somebody, COMMAND, *words)
    assert found.rooms == {"audit_tui", "__main__", "cli"}
    assert len(found.ours) == 11
    assert not found.packages & (PRINTING | {"typing", "dataclasses", "datetime", "pathlib", "inspect", "json"})
    assert found.opened == ()


@pytest.mark.parametrize("words", [[], ["due"]], ids=["app", "due"])
def test_what_is_typed_every_day_brings_in_no_parser(somebody: Somebody, words: list[str]) -> None:
    found = start(somebody, COMMAND, *words)
    assert "cli.due" in found.ours
    assert "argparse" not in found.packages
    assert not found.ours & {"cli.parser", "cli.commands", "cli.options"}


# What is due, and the board.


def test_what_is_due_brings_in_no_library_that_it_does_not_use(due: Start) -> None:
    assert due.packages & PRINTING == set()


def test_the_board_brings_in_no_library_that_its_first_sight_does_not_use(hello: Start, board: Start) -> None:
    assert (board.packages - hello.packages) & SCREEN == set()


def test_what_is_due_brings_in_no_room_that_it_does_not_use(due: Start) -> None:
    assert due.rooms & {"plain", "tui", "exports", "sitting", "team", "school"} == set()
    assert due.ours & (UNUSED | {"cli.app"}) == set()


def test_the_board_brings_in_no_room_that_its_first_sight_does_not_use(board: Start) -> None:
    assert board.rooms & {"plain", "exports", "team", "school"} == set()
    assert board.ours & (UNUSED | {"cli.due", "cli.output", "cli.parser"}) == set()
    assert board.ours & ({f"tui.screens.{name}" for name in OPENED_LATER} | {"tui.help", "tui.palette"}) == set()


def test_each_start_brings_in_about_so_many_modules(bare: Start, hello: Start, due: Start, board: Start) -> None:
    assert len(due.ours) <= DUE_OURS
    assert len(due.modules - bare.modules) <= DUE_ALL
    assert len(board.ours) <= BOARD_OURS
    assert len(board.modules - hello.modules) <= BOARD_ALL


def test_each_start_reads_each_review_once_or_twice_and_no_numbers_of_phones(somebody: Somebody, daily: Start) -> None:
    read = Counter(daily.files(somebody.home))
    settings = str(somebody.home / "settings.toml")
    assert read.pop(settings) <= 2, "for the lists, and for the board: another window may have changed them"
    assert len(read) == 3
    assert max(read.values()) <= 2, "once more for the answers to checks that were merged since"
    assert all(Path(name).parent == somebody.home / "journal" for name in read)


def test_what_is_shipped_is_read_from_one_file(somebody: Somebody, due: Start, board: Start) -> None:
    for each in (due, board):
        shipped = [name for name in each.opened if name not in each.files(somebody.home) and not name.endswith(".tcss")]
        assert shipped == [str(somebody.installed / "audit_tui" / "checklists" / "packed.json")]
    assert len([name for name in board.opened if name.endswith("app.tcss")]) == 1


def test_what_has_ended_is_not_looked_through_for_what_could_be_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def ended() -> int:
        done.append("run")
        return 2

    monkeypatch.setattr("audit_tui.__main__.main", ended)
    monkeypatch.setattr("audit_tui.__main__.gc.freeze", lambda: done.append("frozen"))
    with pytest.raises(SystemExit) as leaving:
        run()
    assert (leaving.value.code, done) == (2, ["run", "frozen"])
