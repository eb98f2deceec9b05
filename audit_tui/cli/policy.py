"""`policy`: which checks cover which clauses."""

from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE
from audit_tui.report.coverage import policies_page, policy_page
from audit_tui.report.data import policy_json
from audit_tui.report.markdown import to_markdown
from audit_tui.report.text import to_text


def policy(chosen: Namespace) -> int:
    """Write one policy's coverage, or an overview of all."""
    library = at_hand.audit().library
    today = at_hand.day_of(None)
    one = library.policy(chosen.id) if chosen.id else None
    if chosen.format == "json":
        text = policy_json(library, (one,) if one else tuple(library.policies.values()), today)
    else:
        page = policy_page(library, one, today) if one else policies_page(library, today)
        text = to_markdown(page) if chosen.format == "markdown" else to_text(page)
    at_hand.write(text, chosen.output)
    return FINE
