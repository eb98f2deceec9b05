"""What commands are made of: the function that carries each out, and the options that several have."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from audit_tui.text import parse_date

LONGEST = 120
EVERYWHERE = frozenset({"school", "plain"})


@dataclass(frozen=True, slots=True)
class Command:
    """What carries a command out: a function of a module in this room, and which of the options for all it takes."""

    module: str
    function: str
    takes: frozenset[str]

    def load(self) -> Callable[..., int]:
        """Bring in the function."""
        found: Callable[..., int] = getattr(import_module(f"audit_tui.cli.{self.module}"), self.function)
        return found

    def __call__(self, options: dict[str, Any]) -> int:
        """Run it with its own options, by their names."""
        return self.load()(**{name: value for name, value in options.items() if name not in EVERYWHERE - self.takes})


class Parts(Protocol):
    """Where argparse lets commands be added."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:
        """Add one command."""


def add_command(
    parts: Parts, name: str, words: str, function: str, *, takes: frozenset[str] = frozenset({"school"})
) -> argparse.ArgumentParser:
    """Add a command with its help; `function` names what carries it out, as module.function."""
    parser = parts.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    set_command(parser, function, takes)
    if "school" in takes:
        add_school(parser, default=argparse.SUPPRESS)
    return parser


def set_command(parser: argparse.ArgumentParser, function: str, takes: frozenset[str]) -> None:
    """Say what carries a parser's command out."""
    module, _, name = function.partition(".")
    parser.set_defaults(command=Command(module, name, takes))


def add_school(parser: argparse.ArgumentParser, *, default: str | None = None) -> None:
    """Let the school's own folder be named, before the command or after it."""
    parser.add_argument("--checklists", type=Path, metavar="FOLDER", dest="school", default=default,
                        help="the school's own checklists")  # fmt: skip


def add_plain(parser: argparse.ArgumentParser, *, default: bool | str = False) -> None:
    """Let lines be asked for, before the command or after it."""
    parser.add_argument("--plain", action="store_true", default=default,
                        help="ask and answer in lines, for screen readers and pipes")  # fmt: skip


def add_day(parser: argparse.ArgumentParser, words: str) -> None:
    """Let another day than today be named."""
    parser.add_argument("--on", type=as_day, metavar="DATE", help=f"{words}, as 2026-03-02")


def add_writing(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    """Let the result's format be chosen, and where it goes."""
    parser.add_argument("--format", choices=formats, default="text", help="how to write it (default: text)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to this new file instead of the screen")
    parser.add_argument("--open", action="store_true", help="open it in the browser, to be read or printed there")


def as_day(text: str) -> date:
    """Read a day as people write it."""
    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def as_minutes(text: str) -> int:
    """Read the minutes that a person has."""
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST:
        raise argparse.ArgumentTypeError(f"give whole minutes from 1 to {LONGEST}")
    return int(text)
