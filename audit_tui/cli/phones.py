"""`imei`: the one place that shows the numbers in full."""

from argparse import Namespace

from audit_tui.cli import context, output
from audit_tui.cli.main import EXIT_OK
from audit_tui.formats.text import to_text
from audit_tui.pages.occasions import phones_page
from audit_tui.settings.phones import masked


def imei(chosen: Namespace) -> int:
    """Keep a phone's numbers, or mark it as old, or show all of them with what to do after a theft."""
    audit, today = context.open_audit(chosen), context.day_of(None)
    if chosen.new_phone:
        audit.new_phone(today)
        output.write("The old numbers are kept and marked as old. The checks of your phone are due again.\n")
    if chosen.record:
        phone = audit.phones.record(tuple(chosen.record), today).phones[-1]
        output.write(f"Kept: {', '.join(map(masked, phone.imei))}. Keep a copy somewhere else as well.\n")
    if not chosen.new_phone and not chosen.record:
        output.write(to_text(phones_page(audit.phone_numbers(whole=True))))
    return EXIT_OK
