"""The options that several commands have, and how the words of a line become values."""

import argparse

LONGEST = 120


def add_checklist(parser: argparse.ArgumentParser) -> None:
    """Let a checklist be named."""
    parser.add_argument("checklist", metavar="ID", help="a checklist's id or name, such as facebook")


def add_school(parser: argparse.ArgumentParser, *, default: str | None = None) -> None:
    """Let the school's own folder be named, before the command or after it."""
    parser.add_argument("--checklists", type=as_path, metavar="FOLDER", dest="school", default=default,
                        help="the school's own checklists")  # fmt: skip


def add_plain(parser: argparse.ArgumentParser, *, default: bool | str = False) -> None:
    """Let lines be asked for, before the command or after it."""
    parser.add_argument("--plain", action="store_true", default=default,
                        help="ask and answer in lines, for screen readers and pipes")  # fmt: skip


def add_day(parser: argparse.ArgumentParser, words: str) -> None:
    """Let another day than today be named."""
    parser.add_argument("--on", type=as_day, metavar="DATE", help=f"{words}, as 2026-03-02")


def add_writing(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    """Let the result's format be chosen, and where it goes."""
    parser.add_argument("--format", choices=formats, help="how to write it (default: what FILE ends in, else text)")
    add_output(parser, formats, "write to this new file instead of the screen")
    parser.add_argument("--open", action="store_true", help="open it in the browser, to be read or printed there")


def add_output(parser: argparse.ArgumentParser, formats: tuple[str, ...], help: str, *, metavar: str = "FILE",
               required: bool = False) -> None:  # fmt: skip
    """Let a file be named, whose ending has to be that of a format that the command writes."""
    parser.add_argument("--output", type=as_path, metavar=metavar, required=required, help=help)
    parser.set_defaults(formats=formats)


def as_path(text: str) -> object:
    """Read a path."""
    from pathlib import Path

    return Path(text)


def as_day(text: str) -> object:
    """Read a day as people write it."""
    from audit_tui.days import parse_date

    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def as_minutes(text: str) -> int:
    """Read the minutes that a person has."""
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST:
        raise argparse.ArgumentTypeError(f"give whole minutes from 1 to {LONGEST}")
    return int(text)
