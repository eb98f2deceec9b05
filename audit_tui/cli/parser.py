"""The commands there are, with their options and help. Each brings in its own code only when it runs."""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Protocol

from audit_tui import __version__
from audit_tui.text import parse_date

ABOUT = "Privacy checks for school staff. Without a command it opens the app; without a terminal it prints what is due."
FORMATS = ("text", "markdown", "html", "json")
PAGES = ("text", "markdown", "html")

Runner = Callable[[argparse.Namespace], int]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line into its options, with `run` set to what carries them out."""
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="audit-tui", description=ABOUT)
    parser.add_argument("--version", action="version", version=f"audit-tui {__version__}")
    parser.add_argument("--plain", action="store_true", help="ask and answer in lines, for screen readers and pipes")
    parser.add_argument("--checklists", type=Path, metavar="FOLDER", dest="school", help="the school's own checklists")
    parser.set_defaults(run=_from("app", "open_app"))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _due(commands)
    _review(commands)
    _summary(commands)
    _checklists(commands)
    _policy(commands)
    _accounts(commands)
    _occasions(commands)
    _leads(commands)
    _command(commands, "where", "show where everything is kept", "where", "where")
    return parser


def _from(module: str, name: str) -> Runner:
    """Give a runner that imports its module when it is called."""

    def run(chosen: argparse.Namespace) -> int:
        runner: Runner = getattr(import_module(f"audit_tui.cli.{module}"), name)
        return runner(chosen)

    return run


class Commands(Protocol):
    """Where argparse lets commands be added."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:  # noqa: A002
        """Add one command."""


def _command(commands: Commands, name: str, words: str, module: str, runner: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    parser.set_defaults(run=_from(module, runner))
    return parser


def _day(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("--on", type=_as_day, metavar="DATE", help=f"{words}, as 2026-03-02")


def _as_day(text: str) -> date:
    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _due(commands: Commands) -> None:
    due = _command(commands, "due", "show what is due", "due", "due")
    due.add_argument("--json", action="store_true", help="write it as JSON")
    due.add_argument("--check", action="store_true", help="leave with exit code 1 if anything is due")
    _day(due, "what will be due by then")


def _review(commands: Commands) -> None:
    review = _command(commands, "review", "go through one checklist", "app", "review")
    review.add_argument("id", metavar="ID", help="a checklist's id or name, such as facebook")
    review.add_argument("--plain", action="store_true", help="ask and answer in lines")


def _summary(commands: Commands) -> None:
    summary = _command(commands, "summary", "print how you stand", "due", "summary")
    summary.add_argument("--short", action="store_true", help="leave out what is still to be done, check by check")
    _written(summary)
    _day(summary, "how you will stand then, if nothing is done")


def _written(parser: argparse.ArgumentParser, formats: tuple[str, ...] = FORMATS) -> None:
    parser.add_argument("--format", choices=formats, default="text", help="how to write it (default: text)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write to this new file instead of the screen")
    parser.add_argument("--open", action="store_true", help="open it in the browser, to be read or printed there")


def _checklists(commands: Commands) -> None:
    checklists = _command(commands, "checklists", "list, show or check checklists", "checklists", "list_all")
    parts = checklists.add_subparsers(title="parts", metavar="PART")
    show = _command(parts, "show", "show one checklist whole", "checklists", "show")
    show.add_argument("id", metavar="ID")
    sheet = _command(parts, "sheet", "a blank sheet to fill in by hand", "checklists", "sheet")
    sheet.add_argument("id", metavar="ID")
    sheet.add_argument("--short", action="store_true", help="leave out reasons and steps")
    _written(sheet, PAGES)
    new = _command(parts, "new", "write a file to start a checklist of your own from", "checklists", "new")
    new.add_argument("id", metavar="ID")
    new.add_argument("--from", dest="source", metavar="ID", help="begin with a copy of this one")
    check = _command(parts, "check", "check files or folders for mistakes", "checklists", "check")
    check.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    _command(parts, "schema", "print the JSON Schema of a checklist file", "checklists", "schema")


def _policy(commands: Commands) -> None:
    policy = _command(commands, "policy", "show which checks cover a policy's clauses", "policy", "policy")
    policy.add_argument("--short", action="store_true", help="leave out what each clause asks")
    policy.add_argument("id", metavar="ID", nargs="?", help="one policy; without it, all of them")
    _written(policy)


def _occasions(commands: Commands) -> None:
    trip = _command(commands, "trip", "enter, list or remove school trips", "trips", "list_trips")
    parts = trip.add_subparsers(title="parts", metavar="PART")
    add = _command(parts, "add", "enter a trip, or change the one of that name", "trips", "add")
    add.add_argument("name", metavar="NAME")
    add.add_argument("first", metavar="FROM", type=_as_day, help="the first day, as 2026-03-02")
    add.add_argument("last", metavar="TO", type=_as_day, help="the last day")
    _command(parts, "list", "list the trips", "trips", "list_trips")
    _command(parts, "remove", "take a trip out", "trips", "remove").add_argument("name", metavar="NAME")
    induction = _command(commands, "induction", "print the induction page to hand in", "occasions", "induction")
    induction.add_argument("--joined", type=_as_day, metavar="DATE", help="keep the day you joined the school")
    _written(induction, PAGES)
    evidence = _command(commands, "evidence", "print the evidence log of an incident", "occasions", "evidence")
    evidence.add_argument("id", metavar="ID", help="cyberbullying or approach")
    _written(evidence, PAGES)
    imei = _command(commands, "imei", "show your IMEI in full, and what to do if the phone is stolen", "phones", "imei")
    imei.add_argument("--record", metavar="NUMBER", nargs="+", help="keep the one or two numbers of your phone")
    imei.add_argument("--new-phone", action="store_true", help="you have a new phone: keep the old number as old")
    remind = _command(commands, "remind", "write calendar reminders", "occasions", "remind")
    remind.add_argument("--output", type=Path, metavar="FILE.ics", required=True, help="the calendar file to write")
    remind.add_argument("--names", action="store_true", help="name the checklists in the calendar")


def _leads(commands: Commands) -> None:
    share = _command(commands, "share", "show your statement and put it into a folder for a lead", "share", "share")
    share.add_argument("--to", type=Path, metavar="FOLDER", required=True, help="the folder to put it into")
    share.add_argument("--as", dest="label", metavar="LABEL", help="how to call you: initials or a role will do")
    share.add_argument("--with-platforms", action="store_true", help="name your checklists in it")
    share.add_argument("--yes", action="store_true", help="do not ask before writing")
    team = _command(commands, "team", "sum up the statements in a folder", "share", "team")
    team.add_argument("--short", action="store_true", help="totals only, no line for each person")
    team.add_argument("folder", metavar="FOLDER", type=Path)
    _written(team, (*FORMATS, "csv"))
    _day(team, "judge them as on this day")


def _accounts(commands: Commands) -> None:
    accounts = _command(commands, "accounts", "show or set the accounts and phone you have", "accounts", "accounts")
    accounts.add_argument(
        "--set", metavar="ID,ID", dest="ids", help="the accounts you hold, by id or name; empty for none"
    )
    accounts.add_argument("--phone", choices=("iphone", "android", "none"), help="the phone you carry")
