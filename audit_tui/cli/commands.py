"""The commands there are, in the order of the help, each with what sets its options out."""

import argparse

from audit_tui.cli.command import EVERYWHERE, Command
from audit_tui.cli.options import (
    add_checklist,
    add_day,
    add_output,
    add_plain,
    add_writing,
    as_day,
    as_minutes,
    as_path,
)

PAGES = ("text", "markdown", "html")
FORMATS = (*PAGES, "json")
NOTHING: frozenset[str] = frozenset()


def _next(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--minutes", type=as_minutes, default=10, help="the minutes you have (default: 10)")
    parser.add_argument("--json", action="store_true", dest="as_json", help="only list it, as JSON")
    add_plain(parser, default=argparse.SUPPRESS)
    add_day(parser, "only list what it will be then")


def _review(parser: argparse.ArgumentParser) -> None:
    add_checklist(parser)
    add_plain(parser, default=argparse.SUPPRESS)


def _history(parser: argparse.ArgumentParser) -> None:
    add_checklist(parser)
    parser.add_argument("--withdraw", metavar="REVIEW", help="let this review no longer count, by its first letters")
    parser.add_argument("--answer", metavar="CHECK", help="with --withdraw: only its answer to this check")


def _due(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", dest="as_json", help="write it as JSON")
    parser.add_argument("--check", action="store_true", help="leave with exit code 1 if anything is due")
    add_day(parser, "what will be due by then")


def _summary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--short", action="store_true", help="leave out what is still to be done, check by check")
    add_writing(parser, FORMATS)
    add_day(parser, "how you will stand then, if nothing is done")


def _sheet(parser: argparse.ArgumentParser) -> None:
    add_checklist(parser)
    parser.add_argument("--short", action="store_true", help="leave out reasons and steps")
    add_writing(parser, PAGES)


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="what to call it, such as Our Rules")
    parser.add_argument("--from", dest="source", metavar="ID", help="begin with a copy of this one")


def _stale(parser: argparse.ArgumentParser) -> None:
    add_day(parser, "what will be old by then")


def _wrong(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="CHECK", help="the check, as facebook:tags")
    add_output(parser, ("text",), "write it into this file")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", type=as_path, help="a file, or a folder of them")


def _policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--short", action="store_true", help="leave out what each clause asks")
    parser.add_argument("name", metavar="ID", nargs="?", help="one policy; without it, all of them")
    add_writing(parser, FORMATS)


def _new_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="SCHOOL", help="whose policy it is, such as Oak End School")


def _check_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="*", type=as_path,
                        help="a file, or a folder of them; without it, the school's own folder")  # fmt: skip


def _checks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORD", nargs="*", help="only those that speak of this, such as location")


def _accounts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", metavar="ID,ID", dest="names",
                        help="the accounts you hold, by id or name; empty for none")  # fmt: skip
    parser.add_argument("--phone", choices=("iphone", "android", "samsung", "none"), help="the phone you carry")


def _school(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="the folder to use from now on")
    parser.add_argument("--none", action="store_true", help="take your own choice of a folder out")


def _imei(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--record", metavar="NUMBER", nargs="*",
                        help="keep the one or two numbers of your phone; without them you are asked")  # fmt: skip
    parser.add_argument("--new-phone", action="store_true", help="you have a new phone: keep the old number as old")


def _trip_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="what to call the trip")
    parser.add_argument("first", metavar="FROM", type=as_day, help="the first day, as 2026-03-02")
    parser.add_argument("last", metavar="TO", type=as_day, help="the last day")
    parser.add_argument("--instead-of", metavar="NAME", default="", help="the trip that was entered under another name")


def _trip_remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the trip's name")


def _induction(parser: argparse.ArgumentParser) -> None:
    day = parser.add_mutually_exclusive_group()
    day.add_argument("--joined", type=as_day, metavar="DATE", help="keep the day you joined the school")
    day.add_argument("--not-new", action="store_true", help="you have been here for longer: forget that day")
    add_writing(parser, PAGES)


def _evidence(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("checklist", metavar="ID", help="cyberbullying or approach")
    add_writing(parser, PAGES)


def _remind(parser: argparse.ArgumentParser) -> None:
    add_output(parser, ("ics",), "the calendar file to write", metavar="FILE.ics", required=True)
    parser.add_argument("--names", action="store_true", help="name the checklists in the calendar")


def _share(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=as_path, metavar="FOLDER", help="the folder to put it into (default: the last one)"
    )
    parser.add_argument("--as", dest="label", metavar="LABEL", help="how to call you: initials or a role will do")
    parser.add_argument("--with-platforms", action="store_true", help="name your checklists in it")
    parser.add_argument("--yes", action="store_true", help="do not ask before writing")


def _team(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--short", action="store_true", help="totals only, no line for each person")
    what.add_argument("--by", choices=("school",), help="each school by itself, after the totals of all")
    what.add_argument("--roll-up", action="store_true", help="numbers for each school, and nothing of any person")
    parser.add_argument("folder", metavar="FOLDER", type=as_path, help="where people hand them in")
    parser.add_argument(
        "--roster", metavar="NAMES", type=as_path, help="your list of who was asked: one label a line, or a CSV file"
    )
    parser.add_argument("--column", metavar="HEADING", help="the heading over the labels, in a CSV file")
    add_writing(parser, (*FORMATS, "csv", "xlsx"))
    add_day(parser, "judge them as on this day")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.zip", type=as_path, help="the new file to write")


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.zip", type=as_path, help="the file that audit-tui backup wrote")


COMMANDS = (
    Command("next", "go through what matters most now", "next.next_checks", _next, takes=EVERYWHERE),
    Command("review", "go through one checklist", "app.review", _review, takes=EVERYWHERE),
    Command("history", "show a checklist's earlier reviews, or withdraw one", "history.history", _history),
    Command("due", "show what is due", "due.due", _due),
    Command("summary", "print how you stand", "due.summary", _summary),
    Command("checklists", "list, show or check checklists", "checklists.list_all"),
    Command("checklists show", "show one checklist whole", "checklists.show", add_checklist),
    Command("checklists sheet", "write a blank sheet to fill in by hand", "checklists.sheet", _sheet),
    Command("checklists stale", "list the steps that are old or doubtful", "checklists.stale", _stale),
    Command("checklists wrong", "write a word about steps that led nowhere", "checklists.wrong", _wrong),
    Command("checklists new", "write a file to start a checklist of your own from", "checklists.new", _new),
    Command("checklists check", "check files or folders for mistakes", "checklists.check", _check, takes=NOTHING),
    Command("checklists schema", "print the JSON Schema of a checklist file", "checklists.schema", takes=NOTHING),
    Command("policy", "show which checks cover a policy's clauses", "policy.list_all"),
    Command("policy show", "show one policy, or all; policy ID does as well", "policy.show", _policy),
    Command("policy new", "write a file to start your own policy from", "policy.new", _new_policy),
    Command("policy check", "check policy files, and count what covers them", "policy.check", _check_policy),
    Command("policy checks", "list the names of checks for covered_by", "policy.checks", _checks),
    Command("policy schema", "print the JSON Schema of a policy file", "policy.schema"),
    Command("accounts", "show or set the accounts and phone you have", "accounts.accounts", _accounts),
    Command("school", "show or set the folder of the school's own checklists", "school.school", _school),
    Command("imei", "show your IMEI in full, and what to do if the phone is stolen", "phones.imei", _imei),
    Command("trip", "enter, list or remove school trips", "trips.list_trips"),
    Command("trip add", "enter a trip, or change the one of that name", "trips.add", _trip_add),
    Command("trip list", "list the trips", "trips.list_trips"),
    Command("trip remove", "take a trip out", "trips.remove", _trip_remove),
    Command("induction", "print the induction page to hand in", "occasions.induction", _induction),
    Command("evidence", "print the evidence log of an incident", "occasions.evidence", _evidence),
    Command("remind", "write calendar reminders", "occasions.remind", _remind),
    Command("share", "show your statement and put it into a folder for a lead", "share.share", _share),
    Command("team", "sum up the statements in a folder", "team.team", _team, takes=NOTHING),
    Command("doctor", "see whether all that is kept is sound", "kept.doctor"),
    Command("backup", "copy all that is kept into one file", "kept.backup", _backup, takes=NOTHING),
    Command("restore", "take a backup in, writing over nothing", "kept.restore", _restore, takes=NOTHING),
    Command("forget", "remove all that is kept of you", "kept.forget", takes=NOTHING),
    Command("where", "show where everything is kept", "where.where"),
)
NAMES = frozenset(command.name for command in COMMANDS)
FIRST_NAMES = frozenset(command.name for command in COMMANDS if not command.group)
GROUPS = frozenset(command.group for command in COMMANDS)
