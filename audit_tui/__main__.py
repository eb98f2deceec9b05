"""`python -m audit_tui` does the same as `audit-tui`."""

import gc
import sys

from audit_tui.cli.main import main


def run() -> None:
    """Leave with the command's exit code."""
    code = main()
    gc.freeze()  # all is written; looking through what is left for something to collect would only keep people waiting
    sys.exit(code)


if __name__ == "__main__":
    run()
