"""`policy`: which checks cover which clauses."""

from argparse import Namespace

from audit_tui.cli import at_hand
from audit_tui.cli.main import FINE
from audit_tui.report.coverage import policies_page, policy_page
from audit_tui.report.data import policy_json


def policy(chosen: Namespace) -> int:
    """Write one policy's coverage, or an overview of all."""
    library = at_hand.audit(chosen).library
    today = at_hand.day_of(None)
    one = library.policy(chosen.id) if chosen.id else None
    if chosen.format == "json":
        policies = (one,) if one else tuple(library.policies.values())
        at_hand.write(policy_json(library, policies, today), chosen.output)
    else:
        at_hand.write_page(
            policy_page(library, one, today, short=chosen.short) if one else policies_page(library, today), chosen
        )
    return FINE
