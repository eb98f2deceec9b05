"""`imei`: the one place that shows the numbers in full."""

from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_OK
from audit_tui.cli.output import write
from audit_tui.formats.text import to_text
from audit_tui.pages.occasions import new_phone_words, phones_page
from audit_tui.settings.phones import masked

ASKED = "Dial *#06# and type the number marked IMEI; where there are two, both with a comma between: "


def imei(*, school: Path | None, record: list[str] | None, new_phone: bool) -> int:
    """Keep a phone's numbers, or mark it as old, or show all of them with what to do after a theft."""
    audit, now = context.open_audit(school), context.now()
    if new_phone:
        numbers = audit.person.new_phone(now)
        write(f"Kept. {new_phone_words(numbers=numbers, accounts='audit-tui accounts --phone')}\n")
    if record is not None:
        given = record or input(ASKED).split(",")
        phone = audit.person.phones.record(tuple(given), now.date()).phones[-1]
        write(f"Kept: {', '.join(map(masked, phone.imei))}. Keep a copy somewhere else as well.\n")
    if not new_phone and record is None:
        write(to_text(phones_page(audit.person.phone_numbers(whole=True), audit.person.phones_lost())))
    return EXIT_OK
