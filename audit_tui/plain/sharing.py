"""Handing in, and summing a team up, in lines."""

from datetime import date

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.formats.text import spoken_lines
from audit_tui.pages.statement import statement_page
from audit_tui.pages.team import team_page
from audit_tui.plain.console import Console
from audit_tui.team.folder import check_folder, readers_in, to_bytes
from audit_tui.team.make import read_label
from audit_tui.team.statement import Statement


def ask_hand_in(audit: Audit, console: Console, today: date) -> None:
    """Make a statement, say what it says and who can read it, and put it into a folder once the person said so."""
    chosen = audit.person.choices
    console.say("A statement has dates and counts only. Nothing is written before you say yes.")
    label = read_label(_asked(console, "How to call you (initials or a role)", chosen.label))
    folder = _asked(console, "Folder", chosen.share_folder)
    if not folder:
        console.say("Nothing was written: say which folder, as your lead gave it to you.")
        return
    check_folder(folder)
    statement = audit.statement(label, today)
    console.say("", *spoken_lines(statement_page(statement, folder=folder, readers=readers_in(folder))), "")
    if _is_sure(console, statement):
        console.say("Handed in.", *map(str, audit.hand_in(statement, folder)))
    else:
        console.say("Nothing was written.")


def ask_team(audit: Audit, console: Console, today: date) -> None:
    """For a lead: sum up a folder of statements, held against a list if one is named."""
    chosen = audit.person.choices
    folder = _asked(console, "Folder of statements", chosen.team_folder)
    if not folder:
        console.say("Say which folder.")
        return
    roster = _asked(console, "Your list of who was asked (a file; a full stop for none)", chosen.team_list)
    roster = "" if roster == "." else roster
    console.say("", *spoken_lines(team_page(audit.team(folder, today, roster), today)), "")
    try:
        audit.keep_team(folder, roster)
    except UserError as problem:
        console.say(f"The names of these were not kept for the next time. {problem}")


def _asked(console: Console, what: str, before: str | None) -> str:
    """Ask for something; just Enter gives what it was the last time."""
    return console.ask(f"{what}, or just Enter for {before}:" if before else f"{what}:") or before or ""


def _is_sure(console: Console, statement: Statement) -> bool:
    while True:
        match console.ask("Hand it in? (yes, no, or file to hear the very file)").casefold():
            case "y" | "yes":
                return True
            case "n" | "no":
                return False
            case "f" | "file":
                console.say(*to_bytes(statement).decode().splitlines())
            case _:
                console.say("Please type yes, no or file.")
