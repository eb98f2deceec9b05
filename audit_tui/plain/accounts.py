"""The first questions in lines: which accounts, which phone; they can be passed over and changed later."""

from datetime import date

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.errors import UsageError
from audit_tui.plain.console import Console
from audit_tui.settings.choices import Phone
from audit_tui.text import parse_date

PHONES = {
    "1": Phone.IPHONE, "iphone": Phone.IPHONE, "2": Phone.ANDROID, "android": Phone.ANDROID,
    "3": Phone.NONE, "none": Phone.NONE,
}  # fmt: skip
STOP = ("q", "quit", "stop")


def ask_accounts(audit: Audit, console: Console, today: date) -> None:
    """Ask which accounts are held and which phone is carried. Raises UserError, NoMoreInput."""
    choosable = audit.choosable()
    console.say("Which of these do you have? It stays on this computer and can be changed later.")
    held = audit.choices.accounts or ()
    for number, checklist in enumerate(choosable, start=1):
        console.say(f"{number}. {checklist.title}{' (yours now)' if checklist.id in held else ''}")
    accounts = _ask_which(audit, console, choosable)
    if accounts is not None:
        audit.hold(today, accounts=accounts)
    phone = _ask_phone(console)
    if phone:
        audit.hold(today, phone=phone)
    _ask_joined(audit, console)
    console.say("Thank you. Your list is made up of these, and of the routines that everybody has.")


def _ask_which(audit: Audit, console: Console, choosable: tuple[Checklist, ...]) -> list[str] | None:
    """Give the ids chosen by number or name; None where they are left as they are."""
    while True:
        said = console.ask("Numbers or names with commas between; 0 for none; or just Enter to leave this as it is:")
        if not said or said.casefold() in STOP:
            return None
        words = [part.strip() for part in said.replace(",", " " if _all_numbers(said) else ",").split(
            None if _all_numbers(said) else ",") if part.strip()]  # fmt: skip
        try:
            return sorted({name for word in words for name in _ids(word, audit, choosable)})
        except UsageError as problem:
            console.say(str(problem))


def _all_numbers(said: str) -> bool:
    return all(part.isdecimal() for part in said.replace(",", " ").split())


def _ids(word: str, audit: Audit, choosable: tuple[Checklist, ...]) -> tuple[str, ...]:
    """Give the id of one account as it was typed; 0 is none. Raises UsageError."""
    if not word.isdecimal():
        return (audit.library.find(word).id,)
    if int(word) > len(choosable):
        raise UsageError(f"{word} is not on the list", remedy=f"use numbers from 0 to {len(choosable)}, or names")
    return (choosable[int(word) - 1].id,) if int(word) else ()


def _ask_phone(console: Console) -> Phone | None:
    while True:
        said = console.ask("Your phone: 1 iPhone, 2 Android, 3 none; or just Enter to leave this as it is:").casefold()
        if not said or said in STOP:
            return None
        if said in PHONES:
            return PHONES[said]
        console.say(f'"{said}" is not one of these. Type 1, 2 or 3.')


def _ask_joined(audit: Audit, console: Console) -> None:
    while said := console.ask(
        "If you joined this school within the last year, the day, such as 1 September 2026; no if longer ago; "
        "or just Enter:"
    ):
        if said.casefold() in ("no", *STOP):
            if said.casefold() == "no":
                audit.choose("joined", None)
            return
        try:
            audit.choose("joined", parse_date(said))
        except ValueError as error:
            console.say(f"Not kept: {error}.")
        else:
            return
