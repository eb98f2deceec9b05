"""The team as a spreadsheet file: real numbers and days, text that is only text, and nothing of the machine."""

import io
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from audit_tui.exports.numbers import COLUMNS as NUMBERS
from audit_tui.exports.people import COLUMNS, FLAGS, ON_PAPER
from audit_tui.exports.sheet import Column, Sheet, Value
from audit_tui.exports.team_csv import team_csv
from audit_tui.exports.team_xlsx import roll_up_xlsx, team_xlsx
from audit_tui.exports.xlsx import TEXT_ONLY, to_xlsx
from audit_tui.library.library import Library
from audit_tui.team.counts import roll_up
from audit_tui.team.received import read_folder
from audit_tui.team.roster import read_roster
from audit_tui.team.team import build_team

from .conftest import TODAY, Run
from .team_of_many import HOSTILE, fill, hand_in_as, said

ACTING = ["=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1", "\t=1", "\r=1", "\n=1", "＝1", "a\x00b\x1b[31m", "a\ud800b", "\ufffe", "http://a.example", "mailto:a@a.example",
          "12", "1e9", "2026-03-02", "TRUE", "_x0041_", "internal:A1", "<r>&lt;</r>", "<r></r>", "<r><t>a</t></r>", "<r>", " ", "x" * 40_000, "\u202ereversed"]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, sample_library: Library) -> Path:
    folder = tmp_path / "team"
    fill(folder, sample_library, 40, school="School {}")
    hand_in_as(folder / "School 0", sample_library, HOSTILE)
    return folder


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def book(folder: Path) -> bytes:
    return team_xlsx(build_team(read_folder(folder, TODAY), TODAY), TODAY)


def sheet_of(*texts: Value) -> Sheet:
    return Sheet("Texts", (Column("text", "Text", "any"),), tuple((text,) for text in texts), 1, 1)


def test_every_cell_is_what_the_statement_says_and_of_its_kind(folder: Path) -> None:
    told = said(folder)
    rows = list(opened(book(folder))["People"].iter_rows(min_row=2))
    assert len(rows) == len(told)
    for row in rows:
        cells = {column.name: cell for column, cell in zip(COLUMNS, row, strict=True)}
        own = told[str(cells["school"].value), str(cells["label"].value)]
        for name, cell in cells.items():
            if name in {column.name for column in FLAGS.values()}:
                assert (cell.data_type, cell.value in (0, 1)) == ("n", True)
                assert '"yes"' in cell.number_format
            elif name != "listed":
                value = own.get(name)
                found = cell.value.date() if isinstance(cell.value, datetime) else cell.value
                assert found == value, name
                assert cell.data_type == {str: "s", date: "d"}.get(type(value), "n")


def test_it_says_what_the_csv_says(folder: Path) -> None:
    team = build_team(read_folder(folder, TODAY), TODAY)
    lines = team_csv(team, TODAY).splitlines()[1:]
    rows = opened(team_xlsx(team, TODAY))["People"].iter_rows(min_row=2, values_only=True)
    for line, row in zip(lines, rows, strict=True):
        flags = [row[[column.name for column in COLUMNS].index(column.name)] for column in FLAGS.values()]
        assert line.split(",")[-len(COLUMNS) + 5 : -len(COLUMNS) + 12] == list(map(str, flags))


@pytest.mark.parametrize("text", ACTING, ids=repr)
def test_text_is_only_text(text: str) -> None:
    data = to_xlsx((sheet_of(text),), "T", TODAY)
    cell = opened(data)["Texts"]["A2"]
    assert (cell.data_type, cell.hyperlink, cell.number_format) == ("s", None, "@")
    if text.isprintable() and len(text) < 100 and text.strip():
        assert str(cell.value).replace("_x005F_", "_") == text
    assert isinstance(cell.value, str)
    assert not set(cell.value) & {"\x00", "\x1b", "\t", "\r", "\n", "\u202e", "\ud800", "\ufffe"}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        written = b"".join(map(parts.read, parts.namelist()))
    assert not re.search(rb"<f[ >]|<hyperlink|externalLink|vbaProject|quotePrefix=\"0\"", written)
    assert len(cell.value) <= 32_767


def test_it_takes_two_slips_before_a_text_could_act(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is told to take no text for anything else, and is given each text as a text."""
    assert [name for name, on in TEXT_ONLY.items() if not on] == [
        "strings_to_formulas",
        "strings_to_urls",
        "strings_to_numbers",
    ]
    monkeypatch.setattr("audit_tui.exports.xlsx.TEXT_ONLY", {"in_memory": True, "strings_to_numbers": True})
    page = opened(to_xlsx((sheet_of("=1+1", "12", "http://a.example"),), "T", TODAY))["Texts"]
    assert [cell.data_type for (cell,) in page.iter_rows(min_row=2)] == ["s"] * 3


def test_nothing_is_left_in_another_folder_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was made on the way")

    for name in ("mkstemp", "mkdtemp", "TemporaryFile"):
        monkeypatch.setattr(f"tempfile.{name}", refuse)
    assert opened(to_xlsx((sheet_of("a"),), "T", TODAY))["Texts"]["A2"].value == "a"


def test_a_long_text_keeps_its_end_and_a_row_is_as_high_as_its_texts_need() -> None:
    page = opened(to_xlsx((sheet_of("x" * 40_000 + "end", "word " * 6, "a"),), "T", TODAY))["Texts"]
    assert str(page["A2"].value).endswith("end")
    assert [page.row_dimensions[row].height or 15 for row in (1, 2, 3, 4)] == [15, 405, 90, 15]
    narrow = Sheet("Narrow", (Column("a", "Most important done", "a", 11),), ((1,),), 1, 1)
    assert opened(to_xlsx((narrow,), "T", TODAY))["Narrow"].row_dimensions[1].height == 45


def test_days_that_a_spreadsheet_has_not_are_text() -> None:
    page = opened(
        to_xlsx((sheet_of(date(1, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(9999, 12, 31)),), "T", TODAY)
    )["Texts"]
    assert [str(cell.value) for (cell,) in page.iter_rows(min_row=2)] == [
        "0001-01-01",
        "1900-02-28",
        "1900-03-01 00:00:00",
        "9999-12-31 00:00:00",
    ]


def test_the_heads_stay_in_sight_and_it_prints_on_its_side_one_sheet_wide(folder: Path) -> None:
    found = opened(book(folder))
    assert found.sheetnames == ["People", "Totals", "Schools"]
    page = found["People"]
    last = page.max_row
    assert (page.freeze_panes, page.auto_filter.ref) == ("C2", f"A1:AG{last}")
    assert page.print_title_rows == "$1:$1"
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert page.sheet_properties.pageSetUpPr
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert ON_PAPER == 18
    assert page.print_area == f"'People'!$A$1:$R${last}"
    assert [cell.value for cell in page[1]] == [column.heading for column in COLUMNS]
    assert page.column_dimensions["B"].width > page.column_dimensions["F"].width > 5
    assert [page.column_dimensions[letter].hidden for letter in "ABC"] == [False, False, True]


def test_totals_and_schools_are_those_that_were_counted(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("school,label\nSchool 1,Teacher 1\nSchool 1,Somebody else\n")
    team = build_team(read_folder(folder, TODAY), TODAY, read_roster(listed, None))
    found = opened(team_xlsx(team, TODAY))
    rows = list(found["People"].iter_rows(min_row=2, values_only=True))
    at = {column.name: number for number, column in enumerate(COLUMNS)}
    whole = [row for row in rows if row[at["handed_in"]] == 1]
    totals = {row[0]: row[1:] for row in found["Totals"].iter_rows(min_row=2, values_only=True)}
    for column in FLAGS.values():
        assert totals[column.heading] == (sum(row[at[column.name]] == 1 for row in whole), len(whole))
    assert totals["Handed in, of your list"] == (1, 2)
    for row in found["Schools"].iter_rows(min_row=2, values_only=True):
        own = [each for each in whole if each[0] == row[0]]
        told = dict(zip([column.name for column in NUMBERS], row, strict=True))
        assert told["handed_in"] == len(own)
        for need, column in FLAGS.items():
            assert told[need.name.lower()] == sum(each[at[column.name]] == 1 for each in own)


def test_the_short_one_and_the_roll_up_have_no_person_in_any_part(folder: Path, sample_library: Library) -> None:
    (folder / "Small").mkdir()
    hand_in_as(folder / "Small", sample_library, ["Teacher A"], first=9000)
    team = build_team(read_folder(folder, TODAY), TODAY)
    for data in (team_xlsx(team, TODAY, short=True), roll_up_xlsx(roll_up(team), TODAY)):
        assert set(opened(data).sheetnames) == {"Totals", "Schools"}
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            assert not [name for name in parts.namelist() if b"Teacher" in parts.read(name)]
    small = next(row for row in opened(data)["Schools"].iter_rows(values_only=True) if row[0] == "Small")
    assert set(small[1:]) == {None}


def test_the_same_team_is_the_same_bytes_and_nothing_tells_of_the_machine(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.setenv(name, "some-user")
    data = book(folder)
    assert book(folder) == data
    found = opened(data).properties
    assert (found.creator, found.lastModifiedBy, found.title) == (
        None,
        None,
        "Privacy checks: the team on 2 March 2026",
    )
    assert str(found.created) == str(found.modified) == "2026-03-02 00:00:00"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time[:3] for part in parts.infolist()} <= {(1980, 1, 1), (1980, 1, 31)}
        assert not [name for name in parts.namelist() if b"some-user" in parts.read(name)]


def test_nobody_at_all_is_a_sound_file_too(tmp_path: Path) -> None:
    found = opened(team_xlsx(build_team(read_folder(tmp_path, TODAY), TODAY), TODAY))
    assert found["People"].max_row == 1
    assert not found["People"].column_dimensions["A"].hidden


def test_it_goes_to_a_file_or_a_pipe_and_never_to_a_terminal(
    folder: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "team.xlsx"
    assert run("team", str(folder), "--output", str(path))[:2] == (0, f"Written to {path}\n")
    assert opened(path.read_bytes()).sheetnames[0] == "People"
    assert run("team", str(folder), "--output", str(path))[0] == 2
    piped = subprocess.run(
        [sys.executable, "-m", "audit_tui", "team", str(folder), "--format", "xlsx"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert opened(piped.stdout).sheetnames == opened(path.read_bytes()).sheetnames
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, out, err = run("team", str(folder), "--format", "xlsx")
    assert (code, out) == (2, "")
    assert "say where to write it: --output team.xlsx" in err.lower()
