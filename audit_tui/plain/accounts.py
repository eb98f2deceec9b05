"""The first questions in lines: which accounts, which phone; they can be passed over and changed later."""

from datetime import date

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.days import parse_date
from audit_tui.errors import UsageError
from audit_tui.plain.console import Console, NoMoreInput, chosen_number
from audit_tui.settings.choices import Phone

PHONES = {
    "1": Phone.IPHONE, "iphone": Phone.IPHONE, "2": Phone.ANDROID, "android": Phone.ANDROID,
    "3": Phone.SAMSUNG, "samsung": Phone.SAMSUNG, "4": Phone.NONE, "none": Phone.NONE,
}  # fmt: skip
WHICH = "Numbers or names with commas between; 0 for none; or just Enter to leave this as it is:"
JOINED = (
    "If you joined this school within the last year, the day, such as 1 September 2026; no if longer ago; "
    "or just Enter:"
)
STOP = ("q", "quit", "stop")


class _Stopped(Exception):
    """The rest of the questions is left for another time."""


def ask_accounts(audit: Audit, console: Console, today: date) -> None:
    """Ask which accounts are held and which phone is carried. Raises UserError, NoMoreInput."""
    try:
        _ask_which(audit, console, today)
        _ask_phone(audit, console, today)
        _ask_joined(audit, console)
    except _Stopped:
        console.say("The rest is left as it is; a asks again.")
    else:
        console.say("Thank you. Your list is made up of these, and of the routines that everybody has.")


def offer_to_hold(audit: Audit, checklist: Checklist, console: Console, today: date) -> None:
    """Say that a list is not among the person's own, and add it if they wish; through a pipe it is only said.

    Raises UserError.
    """
    if audit.person.is_held(checklist):
        return
    if checklist.for_everyone:
        console.say(f"You said that you carry no phone, so {checklist.title} does not come round again.")
        return
    console.say(f"{checklist.title} is not among your accounts, so it does not come round again.")
    try:
        wished = not console.echo and console.confirm("Add it?")
    except NoMoreInput:
        return
    if wished:
        audit.person.hold(today, accounts={*(audit.person.choices.accounts or ()), checklist.id})
        console.say("Kept: it is one of yours now.")


def _ask(console: Console, prompt: str) -> str:
    said = console.ask(prompt)
    if said.casefold() in STOP:
        raise _Stopped
    return said


def _ask_which(audit: Audit, console: Console, today: date) -> None:
    choosable = audit.person.choosable()
    held = audit.person.choices.accounts or ()
    console.say("Which of these do you have? It stays on this computer and can be changed later.")
    for number, checklist in enumerate(choosable, start=1):
        console.say(f"{number}. {checklist.title}{' (yours now)' if checklist.id in held else ''}")
    while said := _ask(console, WHICH):
        try:
            chosen = {name for word in _words(said) for name in _ids(word, audit, choosable)}
        except UsageError as problem:
            console.say(str(problem))
        else:
            audit.person.hold(today, accounts=chosen)
            return


def _words(said: str) -> list[str]:
    """Part what was typed at its commas, or numbers at their spaces as well."""
    if all(part.isdecimal() for part in said.replace(",", " ").split()):
        return said.replace(",", " ").split()
    return [part.strip() for part in said.split(",") if part.strip()]


def _ids(word: str, audit: Audit, choosable: tuple[Checklist, ...]) -> tuple[str, ...]:
    """Give the id of one account as it was typed; 0 is none. Raises UsageError."""
    if word == "0":
        return ()
    if number := chosen_number(word, len(choosable)):
        return (choosable[number - 1].id,)
    if word.isdecimal():
        raise UsageError(f"{word} is not on the list", remedy=f"use numbers from 0 to {len(choosable)}, or names")
    found = audit.person.library.find(word)
    if found not in choosable:
        raise UsageError(f"everybody is asked {found.title}", remedy="leave it out")
    return (found.id,)


def _ask_phone(audit: Audit, console: Console, today: date) -> None:
    while said := _ask(
        console, "Your phone: 1 iPhone, 2 Android, 3 Samsung, 4 none; or just Enter to leave this as it is:"
    ):
        if phone := PHONES.get(said.casefold()):
            audit.person.hold(today, phone=phone)
            return
        console.say(f'"{said}" is not one of these. Type 1, 2, 3 or 4.')


def _ask_joined(audit: Audit, console: Console) -> None:
    while said := _ask(console, JOINED):
        if said.casefold() == "no":
            audit.person.choose("joined", None)
            return
        try:
            audit.person.choose("joined", parse_date(said))
        except ValueError as error:
            console.say(f"Not kept yet: {error}.")
        else:
            return
