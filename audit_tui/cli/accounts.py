"""`accounts`: the accounts a person holds and the phone they carry."""

from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE
from audit_tui.words import listed


def accounts(chosen: Namespace) -> int:
    """Set what was asked, then show what is chosen."""
    audit = at_hand.audit(chosen)
    if chosen.ids is not None:
        names = [name.strip() for name in chosen.ids.split(",") if name.strip()]
        audit.choose("accounts", sorted({audit.library.find(name).id for name in names}))
    if chosen.phone:
        audit.choose("phone", chosen.phone)
    held = audit.choices.accounts
    if held is None:
        at_hand.write("You have not said yet which accounts you hold.\n")
    else:
        titles = [audit.library.checklists[name].title for name in held if name in audit.library.checklists]
        at_hand.write(f"Accounts: {listed(titles) or 'none'}.\n")
    at_hand.write(f"Phone: {audit.choices.phone or 'not said yet'}.\n")
    at_hand.warn(audit.problems)
    return FINE
