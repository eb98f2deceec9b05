"""What every command needs: the audit at its places, the clock, and somewhere to write."""

import sys
from argparse import Namespace
from dataclasses import replace as replace_field
from datetime import date, datetime
from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.files import reading, writing
from audit_tui.places import places
from audit_tui.problems import Problem, WrongUse
from audit_tui.report.page import Page
from audit_tui.report.text import to_text


def audit(chosen: Namespace) -> Audit:
    """Open the audit where this person keeps it, with the school's own checklists if they were named."""
    found = places()
    return Audit(replace_field(found, school=chosen.school) if chosen.school else found)


def now() -> datetime:
    """Read the clock, in the person's own time zone."""
    return datetime.now().astimezone()


def day_of(on: date | None) -> date:
    """Give the day asked for, or today."""
    return on or now().date()


def write(text: str, output: Path | None = None) -> None:
    """Write a report to the screen, or to a new file. Raises WrongUse where the file is there already."""
    if output is None:
        sys.stdout.write(text)
        return
    if output.exists() or output.is_symlink():
        raise WrongUse("this file is there already and was left as it is", path=output, remedy="choose another name")
    writing.create(output.absolute(), text.encode())
    sys.stdout.write(f"Written to {output}\n")


def replace(data: bytes, output: Path) -> None:
    """Write a calendar file, over an earlier one of ours only. Raises WrongUse, Unwritable."""
    if output.exists() and not reading.read_bytes(output).startswith(b"BEGIN:VCALENDAR"):
        raise WrongUse("this file is there already and is no calendar", path=output, remedy="choose another name")
    writing.replace(output.absolute(), data)


def write_page(page: Page, chosen: Namespace) -> None:
    """Write a page in the format asked for, to the screen or to a new file, or open it. Raises Problem."""
    if chosen.open:
        _open(page, chosen.output)
    elif chosen.format == "html":
        write(_html(page), chosen.output)
    elif chosen.format == "markdown":
        from audit_tui.report.markdown import to_markdown

        write(to_markdown(page), chosen.output)
    else:
        write(to_text(page), chosen.output)


def _html(page: Page) -> str:
    from audit_tui.report.html import to_html

    return to_html(page, now().date())


def _open(page: Page, output: Path | None) -> None:
    """Open a page in the browser, from the file asked for or from one of our own that is replaced each time."""
    import webbrowser

    if output is None:
        output = places().printed / "page.html"
        writing.replace(output, _html(page).encode())
    else:
        write(_html(page), output)
    if not webbrowser.open(output.absolute().as_uri()):
        sys.stdout.write(f"No browser could be opened. The page is {output}\n")


def warn(problems: tuple[Problem, ...]) -> None:
    """Say on the error stream what could not be used."""
    for problem in problems:
        sys.stderr.write(f"audit-tui: {problem}\n")
