"""`imei`: the one place that shows the numbers in full."""

from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE
from audit_tui.report.occasions import phones_page
from audit_tui.report.text import to_text
from audit_tui.settings.phones import masked


def imei(chosen: Namespace) -> int:
    """Keep a phone's numbers, or mark it as old, or show all of them with what to do after a theft."""
    audit, today = at_hand.audit(chosen), at_hand.day_of(None)
    if chosen.new_phone:
        audit.new_phone(today)
        at_hand.write("The old numbers are kept and marked as old. The checks of your phone are due again.\n")
    if chosen.record:
        phone = audit.phones.record(tuple(chosen.record), today).phones[-1]
        at_hand.write(f"Kept: {', '.join(map(masked, phone.imei))}. Keep a copy somewhere else as well.\n")
    if not chosen.new_phone and not chosen.record:
        at_hand.write(to_text(phones_page(audit.phone_numbers(whole=True))))
    return FINE
