"""`where`: the folders in which everything is kept."""

from audit_tui.cli.context import find_places
from audit_tui.cli.exits import EXIT_OK
from audit_tui.cli.output import write
from audit_tui.formats.page import Facts, Page, Para
from audit_tui.formats.text import to_text
from audit_tui.paths import HOME


def where() -> int:
    """Show each place, and how to move them all."""
    pairs = tuple((name, str(path)) for name, path in find_places().described().items())
    told = Para(f"Nothing leaves this computer. Set {HOME} to keep your own files in a folder of your choice.")
    write(to_text(Page("Where things are kept", (Facts(pairs), told))))
    return EXIT_OK
