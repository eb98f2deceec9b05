"""Reading a command line; only the options of a command that the line may name are set out."""

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable, Sequence
from functools import partial

from audit_tui import __version__
from audit_tui.cli.command import APP, Command
from audit_tui.cli.commands import COMMANDS, FIRST_NAMES, GROUPS, NAMES
from audit_tui.cli.options import add_plain, add_school

POLICY_PARTS = frozenset(command.name for command in COMMANDS if command.group == "policy")
HELP = frozenset({"-h", "--help"})
ABOUT = "Privacy checks for school staff. Without a command it opens the app; without a terminal it prints what is due."


def parse(words: Sequence[str]) -> Callable[[], int]:
    """Read the command line and give what carries it out."""
    words = with_part(words)
    said = vars(build_parser(words).parse_args(words))
    command: Command = said.pop("command")
    return partial(command, said)


def with_part(words: Sequence[str]) -> Sequence[str]:
    """Write out what may be left out: `policy ID` is `policy show ID`, unless the word is a part's own name."""
    place = _past_options_for_all(words, 0)
    before, named, after = words[:place], [*words[place : place + 1]], words[place + 1 :]
    if named != ["policy"] or not after:
        return words
    following = _past_options_for_all(after, 0)
    is_said = {*after[following : following + 1]} & (POLICY_PARTS | HELP)
    return words if is_said else [*before, *named, "show", *after]


def _past_options_for_all(words: Sequence[str], place: int) -> int:
    while place < len(words) and words[place].startswith("--") and words[place] != "--":
        name, given, _ = words[place].partition("=")
        if "--checklists".startswith(name):
            place += 1 if given else 2
        elif "--plain".startswith(name):
            place += 1
        else:
            break
    return place


def build_parser(words: Sequence[str] | None = None) -> ArgumentParser:
    """Set out the options for all and the commands, all of them or those that the words may name.

    Where the first word is a command there is no other; else one that is not among the words has its name only.
    """
    names = NAMES if words is None else words
    alone = words[0] if words and words[0] in FIRST_NAMES else ""
    parser = ArgumentParser(prog="audit-tui", description=ABOUT)
    parser.add_argument("--version", action="version", version=f"audit-tui {__version__}")
    add_plain(parser)
    add_school(parser)
    parser.set_defaults(command=APP)
    groups = {"": parser.add_subparsers(title="commands", metavar="COMMAND")}
    for command in COMMANDS:
        if command.group in groups and (command.group or alone in ("", command.name)):
            named = command.name in names
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
