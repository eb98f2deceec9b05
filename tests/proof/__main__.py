"""`python -m tests.proof [--long] [TRIAL ...]`: try to break what is promised, and write down what came of it."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from .figure import Trial
from .promises import broken, written

PAGE = Path(__file__).parents[2] / "docs" / "promises.md"
ROOMS = (
    "kills",
    "system_calls",
    "disk_errors",
    "read_faults",
    "full_disk",
    "power_cuts",
    "crash_states",
    "killed_then_cut",
    "failed_flushes",
    "killed_on_screen",
    "damaged_files",
    "hostile_files",
    "hostile_text",
    "newer_schema",
    "private_files",
    "no_network",
    "fuzzed_files",
    "at_once",
    "two_windows",
    "two_devices",
    "model",
)
EXIT_OK, EXIT_BROKEN = 0, 1
SHOWN = 20


def trials() -> dict[str, Trial]:
    """Give every trial by its name, in the order of the page."""
    return {trial.name: trial for room in ROOMS for trial in import_module(f"tests.proof.{room}").TRIALS}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the trials and write the page: 0 all holds, 1 a row of the page, new or old, tells of a broken promise.

    So does one that tells of a careless twin which was not caught. Each such row is named at the end.
    """
    known = trials()
    parser = argparse.ArgumentParser("python -m tests.proof", description="Try to break what is promised.")
    parser.add_argument("names", nargs="*", metavar="TRIAL", help=f"which ones: {', '.join(known)} (default: all)")
    parser.add_argument("--long", action="store_true", help="as often as before a release, which takes hours")
    parser.add_argument("--output", type=Path, default=PAGE, help="the page to write (docs/promises.md)")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.names if name not in known]:
        parser.error(f"there is no trial called {', '.join(unknown)}")
    for name in options.names or known:
        figure = known[name].run(options.long)
        sys.stdout.write(f"{name}: {figure._replace(broke=())}\n")
        sys.stdout.writelines(f"    {each}\n" for each in figure.broke[:SHOWN])
        page = options.output.read_text(encoding="utf-8") if options.output.exists() else ""
        options.output.write_text(written(page, {name: figure}, list(known), long=options.long), encoding="utf-8")
    rows = broken(options.output.read_text(encoding="utf-8"))
    sys.stderr.writelines(f"BROKEN in {options.output}: {row}\n" for row in rows)
    return EXIT_BROKEN if rows else EXIT_OK


if __name__ == "__main__":
    sys.exit(main())
