"""`where`: the folders in which everything is kept."""

from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE
from audit_tui.places import HOME, places
from audit_tui.report.page import Facts, Page, Para
from audit_tui.report.text import to_text


def where(_: Namespace) -> int:
    """Show each place, and how to move them all."""
    pairs = tuple((name, str(path)) for name, path in places().told().items())
    told = Para(f"Nothing leaves this computer. Set {HOME} to keep your own files in a folder of your choice.")
    at_hand.write(to_text(Page("Where things are kept", (Facts(pairs), told))))
    return FINE
