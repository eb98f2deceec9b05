"""Sheets as one spreadsheet file: real numbers and days, and text that no program takes for a formula."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING

from audit_tui.exports.sheet import Column, Sheet, Value
from audit_tui.text import escape_controls, shortened

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TEXT_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LOOKS: dict[str, dict[str, object]] = {
    "text": {"num_format": "@"},
    "number": {"num_format": "0"},
    "flag": {"num_format": '[=1]"yes";[=0]"no";0'},
    "day": {"num_format": "d mmmm yyyy"},
    "head": {"num_format": "@", "bold": True},
}
EVERY: dict[str, object] = {"align": "left", "valign": "top", "text_wrap": True, "border": 1}
LINE, MOST_LINES = 15, 27
A4 = 9
LONGEST = 30_000
FIRST_DAY = date(1900, 3, 1)
SELF_REPORTED = "Voluntary and self-reported. It holds dates and counts, and shows no setting."


def to_xlsx(sheets: tuple[Sheet, ...], title: str, day: date) -> bytes:
    """Write the sheets as a file that says no more of its making than its title and the day it was judged on."""
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, TEXT_ONLY) as book:
        book.set_properties({"title": title, "comments": SELF_REPORTED, "created": datetime.combine(day, time())})
        looks = {name: book.add_format(EVERY | look) for name, look in LOOKS.items()}
        for sheet in sheets:
            _write(book, sheet, looks, title)
    return out.getvalue()


def _write(book: "Workbook", sheet: Sheet, looks: "dict[str, Format]", title: str) -> None:
    page = book.add_worksheet(sheet.title)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width, None, {"hidden": sheet.is_empty(at)})
        page.write_string(0, at, column.heading, looks["head"])
    page.set_row(0, _height(sheet, [column.heading for column in sheet.columns]))
    for number, row in enumerate(sheet.rows, start=1):
        for at, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            _write_cell(page, (number, at), column, value, looks)
        page.set_row(number, _height(sheet, row))
    _lay_out(page, sheet, title)


def _height(sheet: Sheet, row: Sequence[Value]) -> int:
    """Give the height in points of a row whose texts are broken into lines, for not every program finds it."""
    texts = ((column.width, value) for column, value in zip(sheet.columns, row, strict=True) if isinstance(value, str))
    return LINE * min(MOST_LINES, max([1, *(len(wrap(text, max(width - 1, 1))) for width, text in texts)]))


def _write_cell(
    page: "Worksheet", place: tuple[int, int], column: Column, value: Value, looks: "dict[str, Format]"
) -> None:
    """Write each value as what it is; what has no day in a spreadsheet's calendar is text."""
    if isinstance(value, date) and value >= FIRST_DAY:
        page.write_datetime(*place, datetime.combine(value, time()), looks["day"])
    elif isinstance(value, int):
        page.write_number(*place, value, looks["flag" if column.flag else "number"])
    elif value is None:
        page.write_blank(*place, None, looks["text"])
    else:
        _write_text(page, place, shortened(escape_controls(str(value)), LONGEST), looks["text"])


def _write_text(page: "Worksheet", place: tuple[int, int], text: str, look: "Format") -> None:
    """Write a text; one that could be taken for the library's own markup is given in two parts."""
    if text.startswith("<r>"):
        page.write_rich_string(*place, text[:1], look, text[1:], look)
    else:
        page.write_string(*place, text, look)


def _lay_out(page: "Worksheet", sheet: Sheet, title: str) -> None:
    """Keep the heads in sight and on every sheet of paper, on its side and one sheet wide."""
    last = len(sheet.rows), len(sheet.columns) - 1
    page.freeze_panes(1, sheet.fixed)
    page.autofilter(0, 0, *last)
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, len(sheet.rows), sheet.printed - 1)
    page.set_header(f"&L{title}: {sheet.title}&R&P / &N")
    page.set_footer(f"&L{SELF_REPORTED}")
