"""The team as CSV: one fact a column, and what each person's own file says."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit_tui.cli.main import main
from audit_tui.errors import UsageError
from audit_tui.exports.numbers import COLUMNS as NUMBERS
from audit_tui.exports.numbers import totals
from audit_tui.exports.people import COLUMNS, FLAGS
from audit_tui.exports.sheet import Column, Sheet
from audit_tui.exports.team_csv import inert, team_csv, to_csv
from audit_tui.formats.page import Table
from audit_tui.formats.text import to_text
from audit_tui.library.library import Library
from audit_tui.pages.team import cells, team_page
from audit_tui.team.counts import count_team
from audit_tui.team.received import Folder, Received, read_folder
from audit_tui.team.roster import Roster, read_roster
from audit_tui.team.status import WORDS
from audit_tui.team.team import Team, build_team

from .conftest import TODAY
from .team_boards import DAY, made
from .team_of_many import HOSTILE, fill, hand_in_as, said

NAMES = [column.name for column in COLUMNS]


@pytest.fixture
def folder(tmp_path: Path, sample_library: Library) -> Path:
    """40 people in four schools, and some whose labels would act."""
    folder = tmp_path / "team"
    fill(folder, sample_library, 40, school="School {}")
    (folder / "School 0").mkdir(exist_ok=True)
    hand_in_as(folder / "School 0", sample_library, HOSTILE)
    return folder


def team(folder: Path, roster: Roster | None = None) -> Team:
    return build_team(read_folder(folder, TODAY), TODAY, roster)


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def bare(label: str) -> str:
    return label.removeprefix("'") if label != "'=1" else label


def test_every_cell_is_what_the_statement_says(folder: Path) -> None:
    told = said(folder)
    rows = read(team_csv(team(folder), TODAY))
    assert len(rows) == len(told) == 40 + len(HOSTILE)
    for row in rows:
        own = told[row["school"], bare(row["label"])]
        for name in NAMES:
            if name not in ("label", "listed") and not name.startswith("is_"):
                value = own.get(name, "")
                assert row[name] == (value.isoformat() if isinstance(value, date) else str(value)), name


def test_the_facts_are_those_of_the_page(folder: Path) -> None:
    found = team(folder)
    tables = [block for block in team_page(found, TODAY).blocks if isinstance(block, Table)]
    states = [row[1] for row in tables[-1].rows]
    for row, state in zip(read(team_csv(found, TODAY)), states, strict=True):
        assert [WORDS[need] for need, column in FLAGS.items() if row[column.name] == "1"] == state.split("; ")
        assert {row[column.name] for column in FLAGS.values()} <= {"0", "1"}


def test_it_is_as_rfc_4180_has_it_and_has_no_prose(folder: Path) -> None:
    text = team_csv(team(folder), TODAY)
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert "\n" not in "".join(lines)
    assert lines[0] == ",".join(NAMES)
    assert len(set(NAMES)) == len(NAMES)
    assert all(name.isascii() and name == name.lower() and name.replace("_", "").isalpha() for name in NAMES)
    assert {row["induction"] for row in read(text)} <= {"none", "under way", "overdue", "done"}


def test_no_text_acts_and_every_other_stays_as_it_is(folder: Path) -> None:
    labels = [row["label"] for row in read(team_csv(team(folder), TODAY))]
    assert not [label for label in labels if label.lstrip().startswith(("=", "+", "-", "@", "＝"))]
    for label in HOSTILE:
        assert (f"'{label}" if label.startswith(("=", "+", "-", "@", "＝")) else label) in labels


def test_whoever_is_awaited_has_a_line_that_says_so_and_no_more(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("school,label\nSchool 1,Teacher 1\nSchool 1,Teacher Z\nSchool 1,Teacher  ONE\nSchool 2,=late\n")
    rows = read(team_csv(team(folder, read_roster(listed, None)), TODAY))
    awaited = [row for row in rows if row["handed_in"] == "0"]
    assert [(row["school"], row["label"]) for row in awaited][:1] == [("School 1", "Teacher Z")]
    assert ("School 2", "'=late") in [(row["school"], row["label"]) for row in awaited]
    for row in awaited:
        assert {row[name] for name in NAMES[4:-1]} == {""}
        assert row["today"] == "2026-03-02"
        assert row["listed"] in ("yes", "in question")
    assert {row["label"]: row["listed"] for row in rows if row["school"] == "School 1"}["Teacher 1"] == "yes"


def test_the_short_one_has_numbers_that_add_up_and_nobody(folder: Path) -> None:
    found = team(folder)
    rows = read(team_csv(found, TODAY, short=True))
    assert list(rows[0]) == [column.name for column in NUMBERS]
    assert [row["school"] for row in rows] == ["School 0", "School 1", "School 2", "School 3"]
    assert sum(int(row["handed_in"]) for row in rows) == 40 + len(HOSTILE)
    for need, column in FLAGS.items():
        whole = sum(row[column.name] == "1" for row in read(team_csv(found, TODAY)))
        assert sum(int(row[need.name.lower()]) for row in rows) == whole
    assert "Teacher" not in team_csv(found, TODAY, short=True)


def test_those_in_no_schools_folder_are_counted_as_well(folder: Path, sample_library: Library) -> None:
    hand_in_as(folder, sample_library, ["Teacher A", "Teacher B"])
    rows = read(team_csv(team(folder), TODAY, short=True))
    assert [row["handed_in"] for row in rows if row["school"] == ""] == ["2"]
    assert len(rows) == 5


def test_a_team_without_schools_is_one_line_and_nobody_is_one_too(sample_library: Library, tmp_path: Path) -> None:
    assert [row["handed_in"] for row in read(team_csv(team(tmp_path), TODAY, short=True))] == ["0"]
    hand_in_as(tmp_path, sample_library, ["Teacher A", "Teacher B"])
    assert [row["handed_in"] for row in read(team_csv(team(tmp_path), TODAY, short=True))] == ["2"]


@pytest.mark.parametrize("form", ["json", "csv", "text", "html", "markdown"])
def test_the_short_one_names_nobody_in_any_format(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["team", str(folder), "--short", "--format", form]) == 0
    out = capsys.readouterr().out
    assert "Teacher" not in out
    assert "School 3" in out
    if form == "json":
        assert [row["school"] for row in json.loads(out)["schools"]] == [f"School {n}" for n in range(4)]


def test_texts_numbers_days_and_nothing_are_written_each_in_its_way() -> None:
    columns = tuple(Column(name, name, name) for name in ("text", "number", "day", "none"))
    sheet = Sheet("S", columns, (('a "b", c', -1, date(2026, 3, 2), None), ("line\nfeed\x00", 0, None, "-")), 0, 4)
    assert to_csv(sheet) == 'text,number,day,none\r\n"a ""b"", c",-1,2026-03-02,\r\nline␊feed␀,0,,-\r\n'


def test_only_one_whose_label_comes_near_is_in_question(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("school,label\nSchool 1,Teacher Z\nSchool 1,teacher 1\n")
    rows = read(team_csv(team(folder, read_roster(listed, None)), TODAY))
    awaited = {row["label"]: row["listed"] for row in rows if row["handed_in"] == "0"}
    assert awaited == {"Teacher Z": "yes", "teacher 1": "in question"}


@pytest.mark.parametrize("cell", [" =1+1", "   @a", "\u00a0+1"])
def test_what_acts_after_a_space_is_made_inert_too(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


def test_a_day_that_was_past_when_it_was_handed_in_is_not_the_next(sample_library: Library) -> None:
    own = replace(made(sample_library), next_due=TODAY - DAY)
    found = build_team(Folder((Received("", own),), ()), TODAY)
    (row,) = read(team_csv(found, TODAY))
    assert row["next_due"] == ""
    assert cells(found.members[0])[-1] == "-"
    (later,) = build_team(Folder((Received("", made(sample_library)),), ()), TODAY).members
    assert cells(later)[-1] != "-"


def test_the_totals_say_how_many_files_are_not_in_them(folder: Path) -> None:
    (folder / "School 1" / "x.toml").write_text("schema = 1\n")
    found = team(folder)
    assert totals(count_team(found), len(found.problems)).rows[-1][1:] == (1, None)
    page = " ".join(to_text(team_page(found, TODAY), width=1000).split())
    assert "School 1: x.toml" in page
    assert "Ask them to hand it in again." in page


def test_a_day_before_the_statements_is_told(folder: Path) -> None:
    found = build_team(read_folder(folder, TODAY), date(2020, 1, 1))
    assert "after 1 January 2020, the day this is judged on" in found.notes[0]
    assert team(folder).notes == ()


@pytest.mark.parametrize("first", ["Name,School", "School;Label", '"Name"\t"Hours"'])
def test_a_text_list_that_begins_as_a_table_does_is_asked_about(tmp_path: Path, first: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"{first}\nTeacher A,Oak Hill\n")
    with pytest.raises(UsageError, match="looks like the headings of a table"):
        read_roster(path)
    path.write_text("Smith, T\nName\n")
    assert len(read_roster(path).entries) == 2


def test_the_column_of_labels_is_never_that_of_schools(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Site,Hours\nTeacher A,37\n")
    assert [(one.school, one.label) for one in read_roster(path, "Site").entries] == [("", "Teacher A")]


@pytest.mark.parametrize("form", ["json", "csv", "text"])
def test_the_short_one_names_no_file_either(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "School 1" / "quentin-quill-0000000000000009.toml").write_text("schema = 1\n")
    assert main(["team", str(folder), "--short", "--format", form]) == 2
    told = capsys.readouterr()
    assert "quentin" not in told.out + told.err
    assert "file 1" in told.err
