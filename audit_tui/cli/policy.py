"""`policy`: which checks cover which clauses."""

from argparse import Namespace

from audit_tui.cli import context, output
from audit_tui.cli.main import EXIT_OK
from audit_tui.exports.as_json import policy_json
from audit_tui.pages.policies import policies_page, policy_page


def policy(chosen: Namespace) -> int:
    """Write one policy's coverage, or an overview of all."""
    library = context.open_audit(chosen).library
    today = context.day_of(None)
    one = library.policy(chosen.id) if chosen.id else None
    if chosen.format == "json":
        policies = (one,) if one else tuple(library.policies.values())
        output.write(policy_json(library, policies, today), chosen.output)
    else:
        output.write_page(
            policy_page(library, one, today, short=chosen.short) if one else policies_page(library, today), chosen
        )
    return EXIT_OK
