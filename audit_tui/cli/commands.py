"""The commands there are, with their options and help."""

import argparse
from pathlib import Path

from audit_tui import __version__
from audit_tui.cli.options import (
    Parts,
    add_command,
    add_day,
    add_plain,
    add_school,
    add_writing,
    as_day,
    as_minutes,
    set_command,
)

ABOUT = "Privacy checks for school staff. Without a command it opens the app; without a terminal it prints what is due."
PAGES = ("text", "markdown", "html")
FORMATS = (*PAGES, "json")
NOTHING: frozenset[str] = frozenset()
BOTH = frozenset({"school", "plain"})
A_CHECKLIST = "a checklist's id or name, such as facebook"


def build_parser() -> argparse.ArgumentParser:
    """Set out every command."""
    parser = argparse.ArgumentParser(prog="audit-tui", description=ABOUT)
    parser.add_argument("--version", action="version", version=f"audit-tui {__version__}")
    add_plain(parser)
    add_school(parser)
    set_command(parser, "app.open_app", BOTH)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _looking(commands)
    _standing(commands)
    _checklists(commands)
    _person(commands)
    _occasions(commands)
    _leads(commands)
    add_command(commands, "where", "show where everything is kept", "where.where", takes=NOTHING)
    return parser


def _looking(commands: Parts) -> None:
    following = add_command(commands, "next", "go through what matters most now", "next.next_checks", takes=BOTH)
    following.add_argument("--minutes", type=as_minutes, default=10, help="the minutes you have (default: 10)")
    following.add_argument("--json", action="store_true", dest="as_json", help="only list it, as JSON")
    add_plain(following, default=argparse.SUPPRESS)
    add_day(following, "only list what it will be then")
    review = add_command(commands, "review", "go through one checklist", "app.review", takes=BOTH)
    review.add_argument("checklist", metavar="ID", help=A_CHECKLIST)
    add_plain(review, default=argparse.SUPPRESS)
    history = add_command(commands, "history", "show a checklist's earlier reviews, or withdraw one", "history.history")
    history.add_argument("checklist", metavar="ID", help=A_CHECKLIST)
    history.add_argument("--withdraw", metavar="REVIEW", help="let this review no longer count, by its first letters")
    history.add_argument("--answer", metavar="CHECK", help="with --withdraw: only its answer to this check")


def _standing(commands: Parts) -> None:
    due = add_command(commands, "due", "show what is due", "due.due")
    due.add_argument("--json", action="store_true", dest="as_json", help="write it as JSON")
    due.add_argument("--check", action="store_true", help="leave with exit code 1 if anything is due")
    add_day(due, "what will be due by then")
    summary = add_command(commands, "summary", "print how you stand", "due.summary")
    summary.add_argument("--short", action="store_true", help="leave out what is still to be done, check by check")
    add_writing(summary, FORMATS)
    add_day(summary, "how you will stand then, if nothing is done")


def _checklists(commands: Parts) -> None:
    checklists = add_command(commands, "checklists", "list, show or check checklists", "checklists.list_all")
    parts = checklists.add_subparsers(title="parts", metavar="PART")
    show = add_command(parts, "show", "show one checklist whole", "checklists.show")
    show.add_argument("checklist", metavar="ID", help=A_CHECKLIST)
    sheet = add_command(parts, "sheet", "write a blank sheet to fill in by hand", "checklists.sheet")
    sheet.add_argument("checklist", metavar="ID", help=A_CHECKLIST)
    sheet.add_argument("--short", action="store_true", help="leave out reasons and steps")
    add_writing(sheet, PAGES)
    new = add_command(parts, "new", "write a file to start a checklist of your own from", "checklists.new")
    new.add_argument("name", metavar="NAME", help="what to call it, such as our-rules")
    new.add_argument("--from", dest="source", metavar="ID", help="begin with a copy of this one")
    check = add_command(parts, "check", "check files or folders for mistakes", "checklists.check", takes=NOTHING)
    check.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file, or a folder of them")
    add_command(parts, "schema", "print the JSON Schema of a checklist file", "checklists.schema", takes=NOTHING)
    policy = add_command(commands, "policy", "show which checks cover a policy's clauses", "policy.policy")
    policy.add_argument("--short", action="store_true", help="leave out what each clause asks")
    policy.add_argument("name", metavar="ID", nargs="?", help="one policy; without it, all of them")
    add_writing(policy, FORMATS)


def _person(commands: Parts) -> None:
    accounts = add_command(commands, "accounts", "show or set the accounts and phone you have", "accounts.accounts")
    accounts.add_argument(
        "--set", metavar="ID,ID", dest="names", help="the accounts you hold, by id or name; empty for none"
    )
    accounts.add_argument("--phone", choices=("iphone", "android", "none"), help="the phone you carry")
    imei = add_command(commands, "imei", "show your IMEI in full, and what to do if the phone is stolen", "phones.imei")
    imei.add_argument("--record", metavar="NUMBER", nargs="+", help="keep the one or two numbers of your phone")
    imei.add_argument("--new-phone", action="store_true", help="you have a new phone: keep the old number as old")


def _occasions(commands: Parts) -> None:
    trip = add_command(commands, "trip", "enter, list or remove school trips", "trips.list_trips")
    parts = trip.add_subparsers(title="parts", metavar="PART")
    add = add_command(parts, "add", "enter a trip, or change the one of that name", "trips.add")
    add.add_argument("name", metavar="NAME", help="what to call the trip")
    add.add_argument("first", metavar="FROM", type=as_day, help="the first day, as 2026-03-02")
    add.add_argument("last", metavar="TO", type=as_day, help="the last day")
    add.add_argument("--instead-of", metavar="NAME", default="", help="the trip that was entered under another name")
    add_command(parts, "list", "list the trips", "trips.list_trips")
    remove = add_command(parts, "remove", "take a trip out", "trips.remove")
    remove.add_argument("name", metavar="NAME", help="the trip's name")
    induction = add_command(commands, "induction", "print the induction page to hand in", "occasions.induction")
    day = induction.add_mutually_exclusive_group()
    day.add_argument("--joined", type=as_day, metavar="DATE", help="keep the day you joined the school")
    day.add_argument("--not-new", action="store_true", help="you have been here for longer: forget that day")
    add_writing(induction, PAGES)
    evidence = add_command(commands, "evidence", "print the evidence log of an incident", "occasions.evidence")
    evidence.add_argument("checklist", metavar="ID", help="cyberbullying or approach")
    add_writing(evidence, PAGES)
    remind = add_command(commands, "remind", "write calendar reminders", "occasions.remind")
    remind.add_argument("--output", type=Path, metavar="FILE.ics", required=True, help="the calendar file to write")
    remind.add_argument("--names", action="store_true", help="name the checklists in the calendar")


def _leads(commands: Parts) -> None:
    share = add_command(commands, "share", "show your statement and put it into a folder for a lead", "share.share")
    share.add_argument("--to", type=Path, metavar="FOLDER", required=True, help="the folder to put it into")
    share.add_argument("--as", dest="label", metavar="LABEL", help="how to call you: initials or a role will do")
    share.add_argument("--with-platforms", action="store_true", help="name your checklists in it")
    share.add_argument("--yes", action="store_true", help="do not ask before writing")
    team = add_command(commands, "team", "sum up the statements in a folder", "share.team", takes=NOTHING)
    team.add_argument("--short", action="store_true", help="totals only, no line for each person")
    team.add_argument("folder", metavar="FOLDER", type=Path, help="where people hand them in")
    add_writing(team, (*FORMATS, "csv"))
    add_day(team, "judge them as on this day")
