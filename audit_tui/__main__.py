"""`python -m audit_tui` does the same as `audit-tui`."""

import sys

from audit_tui.cli.main import main


def run() -> None:
    """Leave with the command's exit code."""
    sys.exit(main())


if __name__ == "__main__":
    run()
