"""`python -m tests.bench`: measure this version, and others beside it, and write the report."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from .flushes import Flushes, count_flushes
from .homes import make_home
from .installed import CHECKOUT, install, look_into
from .neighbours import NEIGHBOURS, write_files
from .noise import loop
from .plain import CommandError, said_by
from .ratios import Results, run_turn
from .report import AFTER, BEFORE, Measured, report
from .session import SessionError
from .statements import make_statements
from .subjects import PLANS, STATEMENTS, Bench

REPORT = CHECKOUT / "docs" / "performance.md"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "audit-tui-bench"
EXIT_OK, EXIT_MISSED, EXIT_ERROR = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell: 0 fine, 1 a gate was missed and was asked for, 2 wrong use or nothing to measure."""
    options = _options(arguments)
    try:
        with _bench(options) as bench:
            measured = _measure(bench, options)
    except (CommandError, SessionError) as problem:
        sys.stderr.write(f"This could not be measured: {problem}\n")
        return EXIT_ERROR
    text = report(measured)
    options.output.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return EXIT_MISSED if options.gates and measured.missed else EXIT_OK


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.bench", description="Measure how quick the program is.")
    parser.add_argument("--rounds", type=int, default=7, help="how many rounds count, after one that does not (7)")
    parser.add_argument("--before", type=Path, metavar="PYTHON", help="the Python that has an older version installed")
    parser.add_argument(
        "--after", type=Path, metavar="PYTHON", help="the Python that has this one; else it is installed"
    )
    parser.add_argument("--neighbours", action="store_true", help="other programs too; those not there are installed")
    parser.add_argument("--cache", type=Path, default=CACHE, help="the folder to install into")
    parser.add_argument("--output", type=Path, default=REPORT, help="the report to write (docs/performance.md)")
    parser.add_argument("--gates", action="store_true", help="leave with 1 where a gate is missed")
    options = parser.parse_args(arguments)
    if options.rounds < 1:
        parser.error("at least one round is needed")
    for python in (options.before, options.after):
        if python and not python.with_name("audit-tui").exists():
            parser.error(f"{python} has no audit-tui beside it")
    return options


@contextmanager
def _bench(options: argparse.Namespace) -> Iterator[Bench]:
    """Install what is missing and make the homes; see that every version is content with them."""
    cache = options.cache.absolute()
    cache.mkdir(parents=True, exist_ok=True)
    after = options.after or install([CHECKOUT], cache / "after")
    versions = {AFTER: after.absolute()} | ({BEFORE: options.before.absolute()} if options.before else {})
    with TemporaryDirectory(dir=cache) as name:
        bench = Bench(versions, Path(name))
        _furnish(bench)
        if options.neighbours:
            write_files(bench.folder)
            near = {
                each.name: each.program(cache / "neighbours", bench.environment, bench.folder) for each in NEIGHBOURS
            }
            bench = replace(bench, neighbours=near)
        yield bench


def _furnish(bench: Bench) -> None:
    """Make homes and statements that no version has a word to say against."""
    today = date.today()  # noqa: DTZ011 - the day on this machine's clock
    make_statements(bench.folder / "statements", STATEMENTS, today)
    for home, plan in PLANS.items():
        make_home(bench.folder / home, plan, today)
        for python in bench.versions.values():
            said_by([str(python.with_name("audit-tui")), "due"], bench.around(home))


def _measure(bench: Bench, options: argparse.Namespace) -> Measured:
    groups, noise = bench.groups(), []
    results: Results = {}
    for number in range(options.rounds + 1):
        sys.stderr.write(f"round {number} of {options.rounds}\n")
        noise.append(loop())
        for group in groups:
            for turn in range(group.turns):
                run_turn(group, number * group.turns + turn, results if number else {})
    return Measured(
        day=f"{date.today():%-d %B %Y}",  # noqa: DTZ011 - as above
        processors=os.cpu_count() or 1,
        rounds=options.rounds,
        noise=noise,
        results=results,
        installs={version: look_into(python) for version, python in bench.versions.items()},
        flushes={version: _flushes(bench, python) for version, python in bench.versions.items()},
        neighbours=NEIGHBOURS if options.neighbours else (),
    )


def _flushes(bench: Bench, python: Path) -> Flushes:
    return count_flushes(bench.program(python, "600"), bench.home("600"))


if __name__ == "__main__":
    sys.exit(main())
