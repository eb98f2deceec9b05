"""The first questions in lines: which accounts, which phone; they can be passed over and changed later."""

from audit_tui.audit import Audit
from audit_tui.plain.console import Console
from audit_tui.settings.choices import Phone
from audit_tui.text import parse_date

PHONES = {"1": Phone.IPHONE, "2": Phone.ANDROID, "3": Phone.NONE}


def ask_accounts(audit: Audit, talk: Console) -> None:
    """Ask which accounts are held and which phone is carried. Raises UserError, NoMoreInput."""
    choosable = audit.choosable()
    talk.say("Which of these do you have? It stays on this computer and can be changed later.")
    held = audit.choices.accounts or ()
    for number, checklist in enumerate(choosable, start=1):
        talk.say(f"{number}. {checklist.title}{' (yours now)' if checklist.id in held else ''}")
    while True:
        said = talk.ask("Numbers with spaces between; 0 for none; or just Enter to leave this as it is:")
        numbers = said.replace(",", " ").split()
        if all(number.isdecimal() and int(number) <= len(choosable) for number in numbers):
            break
        talk.say(f"Please use numbers from 0 to {len(choosable)}.")
    if numbers:
        audit.choose("accounts", sorted({choosable[int(number) - 1].id for number in numbers if int(number)}))
    phone = PHONES.get(talk.ask("Your phone: 1 iPhone, 2 Android, 3 none; or just Enter to leave this as it is:"))
    if phone:
        audit.choose("phone", str(phone))
    _ask_joined(audit, talk)
    talk.say("Thank you. Your list is made up of these, and of the routines that everybody has.")


def _ask_joined(audit: Audit, talk: Console) -> None:
    said = talk.ask("If you joined this school within the last year, the day, such as 1 September 2026; or just Enter:")
    if not said:
        return
    try:
        audit.choose("joined", parse_date(said))
    except ValueError as error:
        talk.say(f"Not kept: {error}.")
