"""Where a command's result goes: the screen, a new file, or the browser."""

import sys
from argparse import Namespace
from pathlib import Path

from audit_tui.cli.context import now
from audit_tui.errors import UsageError, UserError
from audit_tui.files.read import read_bytes
from audit_tui.files.write import create_file, replace_file
from audit_tui.formats.page import Page
from audit_tui.formats.text import to_text
from audit_tui.paths import find_paths


def write(text: str, output: Path | None = None) -> None:
    """Write a report to the screen, or to a new file. Raises UsageError where the file is there already."""
    if output is None:
        sys.stdout.write(text)
        return
    if output.exists() or output.is_symlink():
        raise UsageError("this file is there already and was left as it is", path=output, remedy="choose another name")
    create_file(output.absolute(), text.encode(), limit=None)
    sys.stdout.write(f"Written to {output}\n")


def replace(data: bytes, output: Path) -> None:
    """Write a calendar file, over an earlier one of ours only. Raises UsageError, Unwritable."""
    if output.exists() and not read_bytes(output).startswith(b"BEGIN:VCALENDAR"):
        raise UsageError("this file is there already and is no calendar", path=output, remedy="choose another name")
    replace_file(output.absolute(), data)


def write_page(page: Page, chosen: Namespace) -> None:
    """Write a page in the format asked for, to the screen or to a new file, or open it. Raises UserError."""
    if chosen.open:
        _open(page, chosen.output)
    elif chosen.format == "html":
        write(_html(page), chosen.output)
    elif chosen.format == "markdown":
        from audit_tui.formats.markdown import to_markdown

        write(to_markdown(page), chosen.output)
    else:
        write(to_text(page), chosen.output)


def _html(page: Page) -> str:
    from audit_tui.formats.html import to_html

    return to_html(page, now().date())


def _open(page: Page, output: Path | None) -> None:
    """Open a page in the browser, from the file asked for or from one of our own that is replaced each time."""
    import webbrowser

    if output is None:
        output = find_paths().printed / "page.html"
        replace_file(output, _html(page).encode(), limit=None)
    else:
        write(_html(page), output)
    if not webbrowser.open(output.absolute().as_uri()):
        sys.stdout.write(f"No browser could be opened. The page is {output}\n")


def warn(problems: tuple[UserError, ...]) -> None:
    """Say on the error stream what could not be used."""
    for problem in problems:
        sys.stderr.write(f"audit-tui: {problem}\n")
