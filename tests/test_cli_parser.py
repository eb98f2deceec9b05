"""The command line and the functions behind it: they know the same options, and every one has its help."""

import argparse
import contextlib
import inspect
import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui import __version__
from audit_tui.cli import app
from audit_tui.cli.command import Command
from audit_tui.cli.commands import GROUPS, NAMES
from audit_tui.cli.due import due
from audit_tui.cli.line import read
from audit_tui.cli.options import as_minutes
from audit_tui.cli.parser import build_parser, parse

from .conftest import Run

NOT_GIVEN_ON = {"help", "version", "command"}


def walk(
    parser: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    yield path, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, part in action.choices.items():
                yield from walk(part, (*path, name))


COMMANDS = dict(walk(build_parser()))


def options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in parser._actions if not isinstance(action, argparse._SubParsersAction)]


def test_there_are_commands() -> None:
    assert len(COMMANDS) > 20
    assert {("due",), ("checklists", "new"), ("trip", "add"), ("next",), ("history",)} <= COMMANDS.keys()


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_and_option_has_its_help(run: Run, path: tuple[str, ...]) -> None:
    code, out, err = run(*path, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: {' '.join(('audit-tui', *path))} ")
    description = COMMANDS[path].description
    assert description
    assert " ".join(description.split()) in " ".join(out.split())
    for option in options(COMMANDS[path]):
        assert option.help, option
        assert " ".join((option.help % vars(option)).split()) in " ".join(out.split())


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_takes_just_what_the_line_can_say(path: tuple[str, ...]) -> None:
    command = COMMANDS[path].get_default("command")
    assert isinstance(command, Command)
    parameters = inspect.signature(command.load()).parameters
    hints = get_type_hints(command.load())
    together = {
        name: get_args(hints.pop(name))[0] for name, each in parameters.items() if each.kind is each.VAR_KEYWORD
    }
    for options_of_one_kind in together.values():
        hints |= get_type_hints(options_of_one_kind)
    said = {option.dest for option in options(COMMANDS[path])} - NOT_GIVEN_ON
    assert set(hints) - {"return"} == said | command.takes
    alone = [each for name, each in parameters.items() if name not in together]
    assert all(each.kind is each.KEYWORD_ONLY and each.default is each.empty for each in alone)
    assert {each.name for each in alone} <= set(hints)
    assert Any not in hints.values()


WORDS = [*NAMES, *GROUPS, "--help", "-h", "--version", "--plain", "--plai", "--checklists", "--checklists=our", "--json", "--on", "2026-03-02", "soon", "--short",
         "--format", "html", "pdf", "--output", "--open", "--to", "--set", "facebook", "nope", "--nope", "-x", "--", "", "5", "--minutes", "--minutes=5"]  # fmt: skip


def outcome(parser: argparse.ArgumentParser, words: list[str]) -> object:
    """Give what a line comes to: its values, or what is said of it and the exit code."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            return vars(parser.parse_args(words))
        except SystemExit as leaving:
            return leaving.code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_a_commands_help_is_the_same_where_no_other_is_set_out(path: tuple[str, ...]) -> None:
    said = outcome(build_parser(path), [*path, "--help"])
    assert said == outcome(build_parser(), [*path, "--help"]) == (0, COMMANDS[path].format_help(), "")


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_every_line_comes_to_the_same_as_with_all_commands_set_out(words: list[str]) -> None:
    assert outcome(build_parser(words), words) == outcome(build_parser(), words)


def test_only_the_command_that_is_named_is_set_out() -> None:
    found = dict(walk(build_parser(["--plain", "trip", "add", "x"])))
    assert {path for path, parser in found.items() if parser._actions} == {(), ("trip",), ("trip", "add")}
    assert len(found) == len([path for path in COMMANDS if len(path) < 2 or path[0] == "trip"])


def test_the_version_is_the_same_however_it_is_asked_for(run: Run) -> None:
    assert run("--version") == run("--plain", "--version") == (0, f"audit-tui {__version__}\n", "")


def test_an_empty_line_is_what_the_parser_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given = catch(monkeypatch)
    assert read([])() == 0
    empty = dict(given)
    assert parse([])() == 0
    assert given == empty == {"school": None, "plain": False}


def test_due_by_itself_is_what_the_parser_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read(["due"])
    assert isinstance(alone, partial)
    given = catch(monkeypatch)
    assert parse(["due"])() == 0
    assert (alone.func, alone.args, alone.keywords) == (due, (), given)


def catch(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Give what a command would be given."""
    given: dict[str, Any] = {}

    def command(**options: Any) -> int:  # noqa: ANN401 - whatever the line says
        given.update(options)
        return 0

    monkeypatch.setattr(Command, "load", lambda _: command)
    return given


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [(["--plain", "review", "x"], True), (["review", "x", "--plain"], True), (["review", "--plain", "x"], True),
     (["--plain", "next"], True), (["next", "--plain"], True), (["review", "x"], False), (["next"], False)],
)  # fmt: skip
def test_plain_holds_wherever_it_is_said(monkeypatch: pytest.MonkeyPatch, arguments: list[str], *, plain: bool) -> None:
    given = catch(monkeypatch)
    assert parse(arguments)() == 0
    assert given["plain"] is plain


@pytest.mark.parametrize("arguments", [["--checklists", "our", "checklists", "show", "x"], ["checklists", "--checklists", "our", "show", "x"],
                                       ["checklists", "show", "x", "--checklists", "our"]])  # fmt: skip
def test_the_schools_folder_may_be_named_before_the_command_or_after(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    given = catch(monkeypatch)
    parse(arguments)()
    assert given == {"school": Path("our"), "checklist": "x"}


@pytest.mark.parametrize("said", ["1", "10", "120"])
def test_minutes_are_whole_and_from_one_to_two_hours(said: str) -> None:
    assert as_minutes(said) == int(said)


@pytest.mark.parametrize("said", ["0", "121", "-1", "2.5", "ten", ""])
def test_other_minutes_are_refused(said: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="whole minutes from 1 to 120"):
        as_minutes(said)


@pytest.mark.parametrize("arguments", [("summary", "--format", "json"), ("policy", "--format", "json"), ("team", ".", "--format", "csv"),
                                       ("team", ".", "--format", "json")])  # fmt: skip
def test_data_is_not_opened_in_a_browser(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments, "--open")
    assert (code, out) == (2, "")
    assert "is data and is not opened in a browser. Leave out --open." in err


@pytest.mark.parametrize(("value", "lines"), [("1", True), ("yes", True), ("0", False), ("", False), (" ", False), ("false", False), ("No", False),
                                              ("off", False)])  # fmt: skip
def test_lines_are_wished_for_by_a_word_that_means_yes(
    monkeypatch: pytest.MonkeyPatch, value: str, *, lines: bool
) -> None:
    monkeypatch.setenv("AUDIT_TUI_PLAIN", value)
    assert app.in_lines(plain=False) is lines
    assert app.in_lines(plain=True)


def test_a_terminal_that_can_only_show_lines_is_given_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not app.in_lines(plain=False)
    monkeypatch.setattr(app, "on_terminal", lambda: True)
    assert app.in_lines(plain=False)
    monkeypatch.setenv("TERM", "xterm")
    assert not app.in_lines(plain=False)
