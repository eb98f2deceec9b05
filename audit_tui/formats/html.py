"""A page as HTML for printing: A4, no script, nothing from outside, legible in black and white."""

from datetime import date

from audit_tui.formats.page import Page
from audit_tui.text import escape_controls, format_date

TEMPLATE = "page.html.j2"


def to_html(page: Page, printed: date) -> str:
    """Write a page as one HTML file, with the day of printing and its footing on every sheet."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("audit_tui", "formats"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["shown"] = lambda text: escape_controls(text, keep="\n")
    environment.tests["kind"] = lambda block, name: type(block).__name__ == name
    return environment.get_template(TEMPLATE).render(page=page, printed=format_date(printed))
