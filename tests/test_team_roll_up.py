"""The roll-up: numbers for each school, right in each format, and in none of them anything of a person."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.cli.main import main
from audit_tui.errors import UsageError
from audit_tui.exports.numbers import schools
from audit_tui.exports.roll_up import roll_up_csv, roll_up_json
from audit_tui.formats.html import to_html
from audit_tui.formats.markdown import to_markdown
from audit_tui.formats.text import to_text
from audit_tui.library.library import Library
from audit_tui.pages.roll_up import roll_up_page
from audit_tui.team.counts import FEWEST, RollUp, count_schools, count_team, roll_up
from audit_tui.team.folder import hand_in
from audit_tui.team.received import Folder, Received, read_folder
from audit_tui.team.roll import Entry
from audit_tui.team.roster import Roster
from audit_tui.team.statement import Statement, Tail
from audit_tui.team.team import build_team
from audit_tui.text import format_date

from .conftest import TODAY
from .team_boards import DAY, made

PRINTED = date(2028, 2, 29)  # of which no day of anybody's is a part
LABELS = st.from_regex(r"[Q-Z][q-z]{2,8} [A-Z][a-z]{6,12}", fullmatch=True)
SCHOOLS = ("Ash Road", "Elm Lane", "Fir Way")
PEOPLE = st.lists(
    st.tuples(st.sampled_from(SCHOOLS), LABELS, st.dates(TODAY, TODAY + 190 * DAY), st.integers(0, 3), st.booleans()),
    min_size=1, max_size=14, unique_by=lambda person: person[1],
)  # fmt: skip


def statement(number: int, label: str, on: date, put_right: int, *, overdue: bool) -> Statement:
    return Statement(
        id=f"{0xABCDEF0000000000 + number:016x}", label=label, made=on, checklists=4, up_to_date=3, due=1 - overdue,
        overdue=int(overdue), open_actions=put_right, exceptions=0, oldest_answer=on - 60 * DAY,
        next_due=on + 77 * DAY, end=Tail(checklists=4),
    )  # fmt: skip


def every_format(found: RollUp) -> list[str]:
    page = roll_up_page(found, PRINTED)
    return [to_text(page), to_markdown(page), to_html(page, PRINTED), roll_up_csv(found), roll_up_json(found, PRINTED)]


@given(people=PEOPLE, absent=st.lists(LABELS, max_size=3), with_list=st.booleans())
def test_over_any_trust_no_format_holds_a_label_a_number_or_a_day_of_anybody(
    people: list[tuple[str, str, date, int, bool]], absent: list[str], *, with_list: bool
) -> None:
    own = [(school, statement(n, label, on, put_right, overdue=overdue))
           for n, (school, label, on, put_right, overdue) in enumerate(people)]  # fmt: skip
    entries = [Entry(school, one.label) for school, one in own[::2]] + [Entry("Elm Lane", label) for label in absent]
    roster = Roster(Path("list.csv"), tuple(entries), ("“Zelda Zephyr” stands twice.",), ()) if with_list else None
    found = roll_up(build_team(Folder(tuple(Received(*one) for one in own), ()), PRINTED, roster))
    for text in every_format(found):
        for _, one in own:
            days = [day for day in (one.made, one.oldest_answer, one.next_due) if day]
            for secret in (one.label, one.id, *map(str, days), *map(format_date, days)):
                assert secret not in text
        assert not any(label in text for label in absent)
        assert "Zelda" not in text


@given(people=PEOPLE)
def test_over_any_trust_the_totals_are_the_sum_of_what_is_shown_and_no_small_school_can_be_worked_out(
    people: list[tuple[str, str, date, int, bool]],
) -> None:
    own = [Received(school, statement(n, label, on, put_right, overdue=overdue))
           for n, (school, label, on, put_right, overdue) in enumerate(people)]  # fmt: skip
    found = roll_up(build_team(Folder(tuple(own), ()), PRINTED))
    sizes = {school: sum(one.school == school for one in own) for school in SCHOOLS}
    assert {one.school: one.people for one in found.schools} == {s: n for s, n in sizes.items() if n >= FEWEST}
    assert {*found.small} == {s for s, n in sizes.items() if 0 < n < FEWEST}
    assert found.total.people == sum(one.people for one in found.schools)
    assert (
        found.total.needs == tuple(map(sum, zip(*(one.needs for one in found.schools), strict=True)))
        or not found.schools
    )
    for row in csv.DictReader(io.StringIO(roll_up_csv(found))):
        assert bool(row["handed_in"]) is (row["school"] not in found.small)


def test_what_lies_in_no_schools_folder_is_in_no_figure_and_told(sample_library: Library) -> None:
    own = [Received("Oak Hill" if n < 3 else "", made(sample_library, n)) for n in range(5)]
    found = roll_up(build_team(Folder(tuple(own), ()), TODAY))
    assert (found.total.people, found.elsewhere) == (3, 2)
    assert "2 statements lie in no school's folder, and in no figure here." in " ".join(
        to_text(roll_up_page(found, TODAY)).split()
    )


def test_where_there_is_no_school_there_is_nothing_to_roll_up(sample_library: Library) -> None:
    with pytest.raises(UsageError, match="nothing to roll up"):
        roll_up(build_team(Folder((Received("", made(sample_library)),), ()), TODAY))


@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv", "json"])
def test_by_command_it_names_no_file_that_could_not_be_used(
    sample_library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    for number in range(3):
        (tmp_path / "Oak Hill").mkdir(exist_ok=True)
        hand_in(made(sample_library, number + 1, f"Person {number}"), tmp_path / "Oak Hill")
    (tmp_path / "Oak Hill" / "quentin-quill-0000000000000009.toml").write_text("schema = 1\n")
    assert main(["team", str(tmp_path), "--roll-up", "--format", form]) == 2
    told = capsys.readouterr()
    assert "quentin-quill" not in told.out
    assert "Person" not in told.out
    assert "quentin-quill" not in told.err
    assert f"{tmp_path / 'Oak Hill' / 'file 1'}, id: " in told.err
    assert "Oak Hill" in told.out
    if form == "json":
        assert json.loads(told.out)["unread"] == 1


def test_a_school_whose_name_begins_a_formula_is_made_inert(sample_library: Library) -> None:
    own = [Received("=1+1", made(sample_library, n)) for n in range(3)]
    rows = list(csv.reader(io.StringIO(roll_up_csv(roll_up(build_team(Folder(tuple(own), ()), TODAY))))))
    assert rows[1][0] == "'=1+1"


def test_by_school_each_stands_under_its_name_and_the_totals_first(
    sample_library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, school in enumerate(("Oak Hill", "Elm Lane", "Oak Hill", "")):
        (tmp_path / school).mkdir(exist_ok=True)
        hand_in(made(sample_library, number + 1, f"Person {number}"), tmp_path / school)
    assert main(["team", str(tmp_path), "--by", "school"]) == 0
    told = capsys.readouterr().out
    order = (
        "Overdue: ",
        "2 schools",
        "In no school's folder",
        "Person 3",
        "Elm Lane\n--",
        "Person 1",
        "Oak Hill\n--",
        "Person 0",
    )
    places = [told.rindex(words) for words in order]
    assert places == sorted(places)
    assert "Oak Hill: Person" not in told


def test_the_parts_of_a_team_are_the_whole(sample_library: Library) -> None:
    own = tuple(Received(SCHOOLS[n % 3], made(sample_library, n)) for n in range(7))
    team = build_team(Folder(own, ()), TODAY)
    parts = [count_team(part) for part in team.by_school().values()]
    assert sum(part.people for part in parts) == count_team(team).people == 7


@pytest.fixture
def with_an_empty_school(sample_library: Library, tmp_path: Path) -> Path:
    (tmp_path / "Elm Lane").mkdir()
    (tmp_path / "Oak Hill").mkdir()
    for number in range(3):
        hand_in(made(sample_library, number + 1, f"Person {number}"), tmp_path / "Oak Hill")
    return tmp_path


def test_a_school_in_which_nobody_handed_in_is_in_each_table_with_a_nought(
    with_an_empty_school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*options: str) -> str:
        assert main(["team", str(with_an_empty_school), *options]) == 0
        return capsys.readouterr().out

    line = next(line for line in told("--format", "markdown").splitlines() if "| Elm Lane |" in line)
    assert line.startswith("| Elm Lane | 0 | 0 of 0 |")
    assert "Elm Lane\n--------\n\nNobody has handed in yet." in told("--by", "school")
    assert "Elm Lane: 0 handed in." in told("--roll-up")
    assert json.loads(told("--roll-up", "--format", "json"))["empty"] == ["Elm Lane"]
    for options in (("--short",), ("--roll-up",)):
        rows = {
            row["school"]: row["handed_in"] for row in csv.DictReader(io.StringIO(told(*options, "--format", "csv")))
        }
        assert rows == {"Oak Hill": "3", "Elm Lane": "0"}


def test_a_school_in_which_nobody_handed_in_is_in_each_spreadsheet(with_an_empty_school: Path) -> None:
    team = build_team(read_folder(with_an_empty_school, TODAY), TODAY)
    found = roll_up(team)
    assert (found.small, found.empty) == ((), ("Elm Lane",))
    for sheet in (schools(count_schools(team)), schools(found.schools, found.small, found.empty)):
        assert ("Elm Lane", 0) in [row[:2] for row in sheet.rows]
