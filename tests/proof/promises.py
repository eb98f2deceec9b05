"""The page of promises: a table with a row for each trial, in which only the rows tried again are written anew."""

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import date

from .figure import Figure

HEAD = "| trial | what was promised | what was done | broke it | a careless twin | when and how |"
RULE = "| --- | --- | --- | ---: | --- | --- |"
HEADS = ("trial", "---")
BROKE, TWIN = 3, 4
NONE, MISSED = "0", "NOT CAUGHT"
TEXT = """# What is promised, and what was done to break it

Written by the trials themselves. `python -m tests.proof` repeats all of them in their short form; the
tests try the same, but for some of them a smaller share of it. `--long` takes hours, and names after it choose:
`python -m tests.proof --long kills`. Each trial is also run against a careless twin, a program that saves as one would
without thinking, and has to notice what that one loses.
"""


def written(page: str, figures: Mapping[str, Figure], order: Sequence[str], *, long: bool) -> str:
    """Give the page with a new row for each figure; other rows stay as they are on the page that there was."""
    rows = {line.split("|")[1].strip(): line for line in page.splitlines() if line.startswith("| ")}
    rows |= {name: _row(name, figure, long=long) for name, figure in figures.items()}
    return "\n".join([TEXT, HEAD, RULE, *(rows[name] for name in order if name in rows), ""])


def broken(page: str) -> list[str]:
    """Name the rows in which a promise was broken, or a careless twin was not caught, with what they say of it."""
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    return [
        f"{row[0]}: broke it {row[BROKE]}; a careless twin: {row[TWIN]}"
        for row in rows
        if row[0] not in HEADS and (row[BROKE] != NONE or row[TWIN].startswith(MISSED))
    ]


def _row(name: str, figure: Figure, *, long: bool) -> str:
    command = f"`python -m tests.proof {'--long ' if long else ''}{name}`"
    day = f"{date.today():%-d %B %Y}"  # noqa: DTZ011 - the day on this machine's clock
    system = f"{platform.system()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    tried = f"{figure.tried}; not tried: {figure.left_out}" if figure.left_out else figure.tried
    twin = figure.twin if figure.twin_caught else f"{MISSED}: {figure.twin}"
    return f"| {name} | {figure.promise} | {tried} | {figure.bad} | {twin} | {command}, {day}, {system} |"
