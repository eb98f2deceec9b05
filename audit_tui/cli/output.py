"""Where a command's result goes: the screen, a new file, or the browser. Files are UTF-8 to the byte everywhere."""

import os
import sys
from pathlib import Path

from audit_tui.cli.context import find_places, now
from audit_tui.errors import UsageError
from audit_tui.formats.page import Page

MARK = "\ufeff"


def write(text: str, output: Path | None = None) -> None:
    """Write a report to the screen, or to a new file. Raises UsageError where the file is there already."""
    if output is None:
        sys.stdout.write(text)
    else:
        _create(text.encode(errors="replace"), output)


def write_csv(table: str, output: Path | None) -> None:
    """Write a table as `write` does; a file begins with the mark by which a spreadsheet knows its accents."""
    write(table if output is None else MARK + table, output)


def write_book(data: bytes, output: Path | None) -> None:
    """Write a spreadsheet to a new file, or through a pipe. Raises UsageError where it would go to a screen."""
    if output is not None:
        _create(data, output)
    elif sys.stdout.isatty():
        raise UsageError("a spreadsheet cannot be shown here", remedy="say where to write it: --output team.xlsx")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def _create(data: bytes, output: Path) -> None:
    if os.path.lexists(output):
        raise UsageError("this file is there already and was left as it is", path=output, remedy="choose another name")
    from audit_tui.files.write import create_file

    create_file(output.absolute(), data, limit=None)
    sys.stdout.write(f"Written to {output}\n")


def write_page(page: Page, *, format: str, output: Path | None, open: bool) -> None:
    """Write a page in the format asked for, to the screen or to a new file, or open it. Raises UserError."""
    if open:
        _open(page, output)
    elif format == "html":
        write(_html(page), output)
    elif format == "markdown":
        from audit_tui.formats.markdown import to_markdown

        write(to_markdown(page), output)
    else:
        from audit_tui.formats.text import to_text

        write(to_text(page), output)


def _html(page: Page) -> str:
    from audit_tui.formats.html import to_html

    return to_html(page, now().date())


def _open(page: Page, output: Path | None) -> None:
    """Open a page in the browser, from the file asked for or from one of our own that is replaced each time."""
    import webbrowser

    from audit_tui.files.write import replace_file

    if output is None:
        from audit_tui.kept.printed import opened_page

        output = opened_page(find_places())
        replace_file(output, _html(page).encode(), limit=None)
    else:
        write(_html(page), output)
    if not webbrowser.open(output.absolute().as_uri()):
        sys.stdout.write(f"No browser could be opened. The page is {output}\n")
