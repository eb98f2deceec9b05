"""Reading a command line; only the options of a command that the line may name are set out."""

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable, Collection, Sequence
from functools import partial

from audit_tui import __version__
from audit_tui.cli.command import APP, Command
from audit_tui.cli.commands import COMMANDS, GROUPS, NAMES
from audit_tui.cli.options import add_plain, add_school

ABOUT = "Privacy checks for school staff. Without a command it opens the app; without a terminal it prints what is due."


def parse(words: Sequence[str]) -> Callable[[], int]:
    """Read the command line and give what carries it out."""
    said = vars(build_parser(words).parse_args(words))
    command: Command = said.pop("command")
    return partial(command, said)


def build_parser(words: Collection[str] = NAMES) -> ArgumentParser:
    """Set out the options for all, and every command; its own options only where its name is among the words."""
    parser = ArgumentParser(prog="audit-tui", description=ABOUT)
    parser.add_argument("--version", action="version", version=f"audit-tui {__version__}")
    add_plain(parser)
    add_school(parser)
    parser.set_defaults(command=APP)
    groups = {"": parser.add_subparsers(title="commands", metavar="COMMAND")}
    for command in COMMANDS:
        if command.group in groups:
            named = command.name in words
            part = groups[command.group].add_parser(
                command.name, help=command.help, description=command.description, add_help=named
            )
            if named:
                _set_out(part, command)
            if named and command.name in GROUPS:
                groups[command.name] = part.add_subparsers(title="parts", metavar="PART")
    return parser


def _set_out(parser: ArgumentParser, command: Command) -> None:
    parser.set_defaults(command=command)
    if "school" in command.takes:
        add_school(parser, default=SUPPRESS)
    command.set_out(parser)
