"""`accounts`: the accounts a person holds and the phone they carry."""

from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_OK
from audit_tui.cli.output import write
from audit_tui.settings.choices import Phone
from audit_tui.text import join_words

CARRIED = {
    None: "not said yet", Phone.IPHONE: "an iPhone", Phone.ANDROID: "an Android phone",
    Phone.SAMSUNG: "a Samsung phone", Phone.NONE: "no smartphone",
}  # fmt: skip


def accounts(*, school: Path | None, names: str | None, phone: str | None) -> int:
    """Set what was asked, then show what is chosen."""
    audit = context.open_audit(school)
    if names is not None or phone is not None:
        held = None if names is None else _ids(audit, names)
        audit.person.hold(context.day_of(None), accounts=held, phone=None if phone is None else Phone(phone))
    if audit.person.unread:
        write("Your accounts are not known, for the settings could not be read.\n")
        return EXIT_OK
    chosen = audit.person.choices.accounts
    if chosen is None:
        write("You have not said yet which accounts you hold.\n")
    else:
        titles = [
            audit.person.library.checklists[name].title for name in chosen if name in audit.person.library.checklists
        ]
        write(f"Accounts: {join_words(titles) or 'none'}.\n")
    write(f"Phone: {CARRIED[audit.person.choices.phone]}.\n")
    return EXIT_OK


def _ids(audit: Audit, names: str) -> set[str]:
    return {audit.person.library.find(name.strip()).id for name in names.split(",") if name.strip()}
