"""Pages as a browser prints them: how many sheets, what stands on each, and that nothing is torn apart."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.cli.main import main
from audit_tui.formats.html import WHOLE, to_html
from audit_tui.formats.page import Facts, Heading, Page, Para, Points, Table
from audit_tui.library.library import Library
from audit_tui.pages.team import team_page
from audit_tui.paths import find_paths
from audit_tui.record import Answer, End, Result, Review
from audit_tui.sitting.given import EvidenceInput
from audit_tui.team.received import read_folder
from audit_tui.team.roster import read_roster
from audit_tui.team.team import build_team

from .conftest import TODAY, Clock
from .pages_read import read_html
from .sitting_cases import save
from .team_of_many import fill

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
READER = shutil.which("pdftotext")
needs_browser = pytest.mark.skipif(not (BROWSER and READER), reason="chromium and poppler-utils are not installed here")
LONG_LABEL = "Teacher {} of Religious Education, Philosophy, Citizenship, KS"
LONG_SCHOOL = "St Bartholomew and All Saints' Church of England Primary School {}"
Printed = Callable[[str], list[str]]


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    """Print a page and give the text of each sheet."""

    def on_paper(html: str) -> list[str]:
        page, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
        page.write_text(html, encoding="utf-8")
        asked = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={tmp_path / 'browser'}",
        ]
        subprocess.run(
            [str(BROWSER), *asked, f"--print-to-pdf={pdf}", page.as_uri()], check=True, capture_output=True, timeout=120
        )
        text = subprocess.run(
            [str(READER), "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60
        ).stdout.decode()
        return text.split("\f")[:-1]

    return on_paper


def team_html(folder: Path) -> str:
    return to_html(team_page(build_team(read_folder(folder, TODAY), TODAY), TODAY), TODAY)


def sound(html: str, sheets: list[str]) -> None:
    """Hold what is true of every printed page."""
    body = re.sub(r"<style>.*?</style>|<title>.*?</title>|<footer>.*?</footer>", "", html, flags=re.DOTALL)
    foot = " ".join(re.sub("<[^>]*>", "", html.rpartition("<footer>")[2].partition("</footer>")[0]).split())
    plain = re.sub("<[^>]*>", "\n", re.sub("</?span[^>]*>", "", body))
    heads = re.findall(r"<(?:h2|caption)>(.*?)</", body)
    told = 0
    for number, sheet in enumerate(sheets, start=1):
        *lines, last = [" ".join(line.split()) for line in sheet.splitlines() if line.strip()]
        assert last.replace(" / ", "/") == f"{foot} {number}/{len(sheets)}"
        assert foot not in " ".join(lines)
        assert len(lines) > 1, "a sheet is empty"
        assert lines[-1] not in heads, "a heading stands alone at the foot"
        told += len(WHOLE.findall("\n".join(lines)))
    assert told == len(WHOLE.findall(plain)), "a date or a count is torn apart"


@needs_browser
@pytest.mark.parametrize(
    ("people", "label", "school", "sheets"),
    [
        (25, "Teacher {}", "", 1),
        (40, "Teacher {}", "", 2),
        (40, "Teacher {}", "School {}", 2),
        (25, LONG_LABEL, "", 2),
        (40, LONG_LABEL, LONG_SCHOOL, 5),
    ],
)
def test_a_team_prints_on_one_sheet_or_two(
    sample_library: Library, tmp_path: Path, printed: Printed, people: int, label: str, school: str, sheets: int
) -> None:
    fill(tmp_path / "team", sample_library, people, label, school)
    html = team_html(tmp_path / "team")
    found = printed(html)
    sound(html, found)
    assert len(found) <= sheets if label == LONG_LABEL else len(found) == sheets
    assert all(re.search(r"^\s*Person\s+State", sheet, re.MULTILINE) for sheet in found)


@needs_browser
@pytest.mark.parametrize(("by_school", "sheets"), [(False, 1), (True, 2)])
def test_with_a_list_and_by_school_it_prints_as_well(
    sample_library: Library, tmp_path: Path, printed: Printed, *, by_school: bool, sheets: int
) -> None:
    folder, listed = tmp_path / "team", tmp_path / "names.txt"
    fill(folder, sample_library, 25, school="School {}" if by_school else "")
    names = [
        *(f"Teacher {number}" for number in range(25)),
        *(f"Support worker {number} of the mornings" for number in range(7)),
    ]
    listed.write_text("\n".join(names))
    if by_school:
        listed = tmp_path / "names.csv"
        listed.write_text(
            "\n".join(["school,label", *(f"School {number % 4},{name}" for number, name in enumerate(names))])
        )
    team = build_team(read_folder(folder, TODAY), TODAY, read_roster(listed, None))
    assert len(team.awaited) == 7
    html = to_html(team_page(team, TODAY, by_school=by_school), TODAY)
    found = printed(html)
    sound(html, found)
    assert len(found) == sheets


def lived() -> None:
    """Somebody new who has put things off, found things, and kept evidence."""
    home, clock = Audit(find_paths()), Clock(TODAY)
    assert main(["accounts", "--set", "facebook,instagram,whatsapp,youtube,linkedin,x", "--phone", "android"]) == 0
    facebook = home.person.library.checklists["facebook"]
    results = dict(
        zip((check.id for check in facebook.checks), (Result.FAIL, Result.UNKNOWN, Result.PASS) * 9, strict=False)
    )
    answers = tuple(
        Answer(check=check, on=TODAY, at=clock(), result=result, expect="x", revision=1)
        for check, result in results.items()
    )
    save(home.journal, Review(id="0" * 16, checklist="facebook", completed=TODAY, recorded=clock(), answers=answers, end=End(answers=len(answers))))  # fmt: skip
    home = Audit(find_paths())
    approach = home.person.library.checklists["approach"]
    sitting = home.sitting(approach, clock())
    for number in range(9):
        sitting.log(approach, EvidenceInput("Somebody whom nobody knows wrote again. " * (number % 4 * 6 + 1)), clock())


@needs_browser
@pytest.mark.parametrize(
    ("arguments", "sheets"),
    [
        (["induction", "--joined", "2026-01-05"], 1), (["summary"], 2), (["summary", "--short"], 1), (["evidence", "approach"], 3), (["policy"], 1),
        (["policy", "all-saints"], 3), (["checklists", "sheet", "facebook"], 5), (["checklists", "sheet", "facebook", "--short"], 2),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else str(given),
)  # fmt: skip
def test_every_other_page_prints_whole(
    arguments: list[str], sheets: int, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    lived()
    capsys.readouterr()
    assert main([*arguments, "--format", "html"]) == 0
    html = capsys.readouterr().out
    found = printed(html)
    sound(html, found)
    assert len(found) <= sheets


# What holds without a browser.


def rules(html: str) -> dict[str, str]:
    """Give the rules of the sheet by what they are for, those for print after the others."""
    style = html.partition("<style>")[2].partition("</style>")[0]
    found: dict[str, str] = {}
    for named, said in re.findall(r"([^{}]+)\{([^{}]*)\}", style):
        for name in named.split(","):
            found[name.strip()] = found.get(name.strip(), "") + said
    return found


@pytest.mark.parametrize(("columns", "side"), [(7, False), (8, True), (12, True)])
def test_a_table_of_many_columns_turns_the_sheet_on_its_side(columns: int, *, side: bool) -> None:
    table = Table("Who", ("Name",) * columns, (("Teacher A",) * columns,))
    assert ("size: A4 landscape;" in to_html(Page("Team", (table,)), TODAY)) is side


def test_what_belongs_together_stays_together() -> None:
    found = rules(to_html(Page("Team", (Table("Who", ("Name",) * 9, ()),)), TODAY))
    for head in ("h1", "h2", "caption", "thead"):
        assert "break-after: avoid" in found[head]
    for whole in ("tr", "section", ".boxes", "dl > div"):
        assert "break-inside: avoid" in found[whole]
    assert "table-header-group" in found["thead"]
    assert "white-space: nowrap" in found[".whole"]
    assert "white-space: nowrap" in found["th.short"]
    assert "margin-bottom: 0" in found["main > :last-child"]
    assert "display: none" in found["footer"]
    assert {"@bottom-left", "@bottom-right"} <= {name.split(";")[-1].strip() for name in found}


def test_no_line_ends_inside_a_date_or_a_count() -> None:
    row = ("complete 2 March 2026", "14 of 23 done", "May be 12 of us", "March 2026")
    page = Page(
        "On 2 March 2026",
        (
            Para("By 2 March 2026."),
            Points(("1 of 2",)),
            Facts((("Day", "3 May 2026"),)),
            Table("T", ("a",) * 4, (row,)),
        ),
    )
    html = to_html(page, TODAY)
    assert "<title>On 2 March 2026</title>" in html
    whole = re.findall(r'<span class="whole">(.*?)</span>', html)
    assert whole == [
        "2 March 2026",
        "2 March 2026",
        "1 of 2",
        "3 May 2026",
        "2 March 2026",
        "14 of 23 done",
        "March 2026",
    ]
    assert read_html(html).cells[4:] == list(row)


def test_many_short_facts_stand_side_by_side_and_few_or_long_ones_do_not() -> None:
    few, many = (("Name", "value"),) * 7, (("Name", "value"),) * 8
    assert '<ul class="many">' in to_html(Page("P", (Points(("Teacher A",) * 4),)), TODAY)
    for items, numbered in (
        (("Teacher A",) * 3, False),
        (("Teacher A",) * 4, True),
        (("x" * 61, *("Teacher A",) * 4), False),
    ):
        assert 'class="many"' not in to_html(Page("P", (Points(items, numbered=numbered),)), TODAY)
    for pairs, side in ((few, False), (many, True), ((*many, ("Why", "x" * 90)), False)):
        assert ('<dl class="many">' in to_html(Page("P", (Heading("H"), Facts(pairs))), date(2026, 3, 2))) is side
