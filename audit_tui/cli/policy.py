"""`policy`: which checks cover which clauses."""

from pathlib import Path

from audit_tui.cli import context
from audit_tui.cli.exits import EXIT_OK
from audit_tui.cli.output import write, write_page
from audit_tui.pages.policies import policies_page, policy_page


def policy(*, school: Path | None, name: str | None, short: bool, format: str, output: Path | None, open: bool) -> int:
    """Write one policy's coverage, or an overview of all."""
    library = context.open_audit(school).person.library
    today = context.day_of(None)
    one = library.policy(name) if name else None
    if format == "json":
        from audit_tui.exports.as_json import policy_json

        write(policy_json(library, (one,) if one else tuple(library.policies.values()), today), output)
    else:
        page = policy_page(library, one, today, short=short) if one else policies_page(library, today)
        write_page(page, format=format, output=output, open=open)
    return EXIT_OK
