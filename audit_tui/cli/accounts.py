"""`accounts`: the accounts a person holds and the phone they carry."""

from argparse import Namespace

from audit_tui.cli import context, output
from audit_tui.cli.main import EXIT_OK
from audit_tui.text import join_words


def accounts(chosen: Namespace) -> int:
    """Set what was asked, then show what is chosen."""
    audit = context.open_audit(chosen)
    if chosen.ids is not None:
        names = [name.strip() for name in chosen.ids.split(",") if name.strip()]
        audit.choose("accounts", sorted({audit.library.find(name).id for name in names}))
    if chosen.phone:
        audit.choose("phone", chosen.phone)
    held = audit.choices.accounts
    if held is None:
        output.write("You have not said yet which accounts you hold.\n")
    else:
        titles = [audit.library.checklists[name].title for name in held if name in audit.library.checklists]
        output.write(f"Accounts: {join_words(titles) or 'none'}.\n")
    output.write(f"Phone: {audit.choices.phone or 'not said yet'}.\n")
    output.warn(audit.problems)
    return EXIT_OK
