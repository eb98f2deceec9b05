"""The lead's list: read in the ways people keep one, held against what was handed in, and nobody taken for another."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.cli.main import main
from audit_tui.errors import UsageError, UserError
from audit_tui.formats.text import to_text
from audit_tui.library.library import Library
from audit_tui.pages.team import team_page
from audit_tui.team.folder import hand_in, to_bytes
from audit_tui.team.near import Near, as_seen
from audit_tui.team.received import Folder, Received, read_folder
from audit_tui.team.roll import Entry, Listed, RollCall, call_roll
from audit_tui.team.roster import read_roster
from audit_tui.team.team import Team, build_team

from .conftest import TODAY
from .team_boards import DAY, made

LABELS = ["Teacher A", "Zoë Brown", "Site manager"]


def labels(path: Path, column: str | None = None) -> list[str]:
    return [entry.label for entry in read_roster(path, column).entries]


def roll(listed: list[str], handed_in: list[str]) -> RollCall:
    return call_roll([Entry("", label) for label in listed], [Entry("", label) for label in handed_in])


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return tmp_path / "list.txt"


# Reading it.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_label_a_line_in_the_ways_editors_write_it(listed: Path, encoding: str, end: str) -> None:
    lines = ["# staff, autumn", "", *LABELS, "   ", "  # left in July"]
    listed.write_bytes(end.join(lines).encode(encoding))
    assert labels(listed) == LABELS
    assert bool(read_roster(listed).notes) is (encoding == "cp1252")


@pytest.mark.parametrize("heading", ["label", "Name", "STAFF", "Person", "Member of staff", " Initials "])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_column_is_found_by_its_heading(tmp_path: Path, heading: str, separator: str) -> None:
    path = tmp_path / "list.csv"
    rows = [
        ["Payroll", heading, "Hours"],
        *([str(n), f'"{label}"', "37"] for n, label in enumerate(LABELS)),
        ["", "", ""],
    ]
    path.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8-sig")
    assert labels(path) == LABELS
    assert labels(path, "payroll") == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("head", "column", "told"),
    [("Forename,Surname", None, "it cannot be known which column holds the labels; the first line says “Forename” and “Surname”"),
     ("Name,Role", None, "more than one column may hold the labels; the first line says “Name” and “Role”"),
     ("Name,Role", "Post", "no column has the heading “Post”"), ("Name,Name", "Name", "2 columns have the heading “Name”")],
)  # fmt: skip
def test_where_the_column_cannot_be_known_the_headings_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str, column: str | None, told: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{head}\nA,B\n")
    folder = tmp_path / "in"
    folder.mkdir()
    assert main(["team", str(folder), "--roster", str(path), *(["--column", column] if column else [])]) == 2
    assert told in capsys.readouterr().err


def test_a_label_column_goes_before_others_that_may_be_one(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Label\nsomebody,TA\n")
    assert labels(path) == ["TA"]


def test_a_label_that_stands_twice_is_told_and_counted_once(listed: Path) -> None:
    listed.write_text("Teacher A\nTeacher B\nTeacher  A\n")
    found = read_roster(listed)
    assert labels(listed) == ["Teacher A", "Teacher B"]
    assert found.notes == ("“Teacher A” stands in your list 2 times and is counted once.",)


def test_a_line_that_can_be_no_label_is_told_and_counts_for_nobody(listed: Path) -> None:
    listed.write_text(f"Teacher A\n{'x' * 61}\na\u202eb\n", encoding="utf-8")
    found = read_roster(listed)
    assert labels(listed) == ["Teacher A"]
    assert [problem.what for problem in found.problems] == [
        "line 2 was not counted: this cannot be a label", "line 3 was not counted: this cannot be a label",
    ]  # fmt: skip


# Holding it against what was handed in.


@pytest.mark.parametrize(
    ("one", "other"),
    [("T. Smith", "T Smith"), ("t smith", "T Smith"), ("TSmith", "T Smith"), ("Zoe Brown", "Zoë Brown"),
     ("Smith, T", "T Smith"), ("Smyth", "Smith"), ("Simth", "Smith"), ("Smit", "Smith"), ("Smithe", "Smith"),
     ("O'Neill", "ONeill"), ("Anna-May B", "Anna May B")],
)  # fmt: skip
def test_labels_that_come_near_are_asked_about_and_counted_neither_way(one: str, other: str) -> None:
    for listed, label in ((one, other), (other, one)):
        found = roll([listed], [label])
        assert [(q.listed, q.handed_in) for q in found.questions] == [(listed, label)]
        assert (found.handed_in, found.in_question, found.missing) == (0, 1, 0)
        assert found.labels == {Entry("", label): Listed.IN_QUESTION}


@pytest.mark.parametrize(
    ("one", "other"), [("Teacher A", "Teacher B"), ("TA", "TB"), ("Teacher 11", "Teacher 12"), ("Ana", "Ann"),
        ("Teacher 1011", "Teacher 1012"),
                       ("Site manager", "Site management"), ("Year 5 lead", "Year 6 lead")],
)  # fmt: skip
def test_labels_that_are_told_apart_by_so_little_on_purpose_are_not_asked_about(one: str, other: str) -> None:
    found = roll([one], [other])
    assert found.questions == ()
    assert (found.handed_in, found.in_question, found.missing) == (0, 0, 1)
    assert found.labels == {Entry("", other): Listed.NO}


def test_a_slip_is_not_asked_about_where_both_are_there() -> None:
    found = roll(["Smith", "Smyth"], ["Smith", "Smyth"])
    assert (found.questions, found.handed_in) == ((), 2)
    assert roll(["Smith"], ["Smith", "Smyth"]).questions == ()
    assert [q.handed_in for q in roll(["T Smith"], ["T Smith", "T. Smith"]).questions] == ["T. Smith"]


def test_what_looks_the_same_is_the_same() -> None:
    assert roll(["Zoe\u0308  Brown"], ["Zoë Brown"]).handed_in == 1


def test_schools_do_not_answer_for_one_another() -> None:
    found = call_roll([Entry("Oak Hill", "Head"), Entry("Elm Lane", "Head")], [Entry("Oak Hill", "Head")])
    assert [one.school for one in found.awaited] == ["Elm Lane"]
    assert found.by_school()["Oak Hill"].handed_in == 1
    assert found.by_school()["Elm Lane"].missing == 1


@given(st.lists(st.sampled_from(["TA", "T. A.", "ta", "Smith", "Smyth", "Zoë", "Zoe", "Head", "", "-"]).filter(bool), max_size=8),
       st.lists(st.sampled_from(["TA", "T A", "Smith", "smith", "Smit", "Zoe", "Heads", "-"]), max_size=8))  # fmt: skip
def test_everybody_is_counted_once_and_exactly_one_way(listed: list[str], handed_in: list[str]) -> None:
    found = roll(listed, handed_in)
    assert found.handed_in + found.in_question + found.missing == len({*map(as_seen, listed)})
    assert {one.label for one in found.labels} == {*handed_in}
    assert found.handed_in == len({*listed} & {*handed_in})
    asked = {question.handed_in for question in found.questions}
    assert asked == {one.label for one, way in found.labels.items() if way is Listed.IN_QUESTION}


def test_thousands_of_labels_are_held_against_each_other_at_once() -> None:
    many = [f"Person {'abcdefghij'[n % 10]}{n} name{'klmnopqrst'[n // 7 % 10]}" for n in range(2000)]
    assert len(Near(many).with_a_slip("nobody at all")) == 0
    assert roll(many, [f"{label}x" for label in many]).handed_in == 0


# What the page says of it.


def team_of(library: Library, tmp_path: Path, given_list: str, *handed_in: str) -> Team:
    path = tmp_path / "list.txt"
    path.write_text(given_list, encoding="utf-8")
    found = tuple(Received("", made(library, n, label)) for n, label in enumerate(handed_in, start=1))
    return build_team(Folder(found, ()), TODAY, read_roster(path))


def told(team: Team, *, short: bool = False) -> str:
    return " ".join(to_text(team_page(team, TODAY, short=short), width=1000).split())


def test_the_page_says_who_is_awaited_who_is_in_question_and_who_is_not_on_the_list(
    sample_library: Library, tmp_path: Path
) -> None:
    team = team_of(
        sample_library, tmp_path, "Teacher A\nT Smith\nSite manager\nCook\n", "Teacher A", "T. Smith", "Guest"
    )
    text = told(team)
    for words in (
        "Handed in, of your list: 1 of 4", "In question, for a label comes near: 1 of 4", "Not handed in, of your list: 2 of 4",
        "Handed in and not on your list: 1 of 3", "Not handed in yet ----------------- - Site manager - Cook",
        "Is “T. Smith”, who handed in, the same person as “T Smith” on your list?",
        "If so, put the label as it stands in the statement into your list.", "Guest (not on your list)", "Up to date: 3 of 3",
        "T. Smith (is it somebody on your list?)",
    ):  # fmt: skip
        assert words in text
    assert "Handing in is voluntary." in text


def test_without_a_list_nothing_is_said_of_one(sample_library: Library) -> None:
    text = told(build_team(Folder((Received("", made(sample_library)),), ()), TODAY))
    assert "your list" not in text
    assert "Not handed in" not in text


def test_the_short_page_with_a_list_names_nobody(sample_library: Library, tmp_path: Path) -> None:
    text = told(team_of(sample_library, tmp_path, "Teacher A\nCook\nCook\n", "Teacher A", "Guest"), short=True)
    assert "Not handed in, of your list: 1 of 2" in text
    assert not {"Cook", "Guest", "Teacher A"} & {*text.replace("“", " ").replace("”", " ").split()}


def test_one_label_of_two_people_is_told_and_each_is_counted(sample_library: Library, tmp_path: Path) -> None:
    text = told(team_of(sample_library, tmp_path, "Teacher A\n", "Teacher A", "Teacher A"))
    assert "2 statements say “Teacher A” and have different numbers, so each is counted" in text
    assert "Handed in, of your list: 1 of 1" in text
    assert "Up to date: 2 of 2" in text


@pytest.mark.parametrize(
    ("schools", "labels", "told"),
    [(("", ""), ("Teacher A", "TA"), "as “Teacher A” of 2 March 2026 and as “TA” of 3 March 2026. Only the second is counted."),
     (("Elm Lane", "Oak Hill"), ("TA", "TA"), "as “Elm Lane: TA” of 2 March 2026 and as “Oak Hill: TA” of 3 March 2026"),
     (("", ""), ("TA", "TA"), "")],
)  # fmt: skip
def test_one_number_under_two_labels_or_in_two_schools_is_told(
    sample_library: Library, tmp_path: Path, schools: tuple[str, str], labels: tuple[str, str], told: str
) -> None:
    for n in range(2):
        own = made(sample_library, 1, labels[n], TODAY + n * DAY)
        (tmp_path / schools[n]).mkdir(exist_ok=True)
        (tmp_path / schools[n] / f"{n}.toml").write_bytes(to_bytes(own))
    team = build_team(read_folder(tmp_path, TODAY + DAY), TODAY + DAY)
    text = " ".join(to_text(team_page(team, TODAY + DAY), width=1000).split())
    assert [member.statement.made for member in team.members] == [TODAY + DAY]
    assert bool(team.repeated) is bool(told)
    assert told in text


def test_nobody_handed_in_and_everybody_is_awaited(sample_library: Library, tmp_path: Path) -> None:
    text = told(team_of(sample_library, tmp_path, "Cook\n"))
    assert "Overdue: 0 of 0" in text
    assert "Nobody has handed in yet." in text


def test_a_list_for_several_schools_has_to_say_which(sample_library: Library, tmp_path: Path) -> None:
    for number, school in enumerate(("Elm Lane", "Oak Hill"), start=1):
        (tmp_path / "in" / school).mkdir(parents=True)
        hand_in(made(sample_library, number, "Head"), tmp_path / "in" / school)
    folder = read_folder(tmp_path / "in", TODAY)
    path = tmp_path / "list.csv"
    path.write_text("Name\nHead\n")
    with pytest.raises(UsageError, match="the list does not say who belongs to which"):
        build_team(folder, TODAY, read_roster(path))
    path.write_text("School,Name\nElm Lane,Head\nOak Hill,Head\nAsh Road,Head\n")
    team = build_team(folder, TODAY, read_roster(path))
    assert [(one.school, one.label) for one in team.awaited] == [("Ash Road", "Head")]
    assert team.schools == ("Ash Road", "Elm Lane", "Oak Hill")
    alone = build_team(read_folder(tmp_path / "in" / "Elm Lane", TODAY), TODAY, read_roster(path))
    assert alone.awaited == ()


def test_the_list_is_written_nowhere(
    sample_library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    hand_in(made(sample_library), folder)
    path = tmp_path / "list.txt"
    path.write_text("Caretaker of the north building\n")
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    assert main(["team", str(folder), "--roster", str(path)]) == 0
    assert "Caretaker of the north building" in capsys.readouterr().out
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


def test_a_heading_without_a_list_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["team", str(tmp_path), "--column", "Name"]) == 2
    assert "there is no list" in capsys.readouterr().err


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_roster(tmp_path / "none.txt")


# Schools, titles and initials.


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mr T Smith", "T Smith"), ("Mrs Smith", "Mr Smith"), ("Dr. Smith", "Smith"), ("Miss Z Brown", "Mx Z. Brown"),
     ("Ms Brown", "Brown"), ("T J Smith", "T Smith"), ("T Smith", "Smith"), ("Dr T J Smith", "Mr T Smith")],
)  # fmt: skip
def test_a_title_or_one_initial_more_is_asked_about(one: str, other: str) -> None:
    for listed, label in ((one, other), (other, one)):
        found = roll([listed], [label])
        assert [(q.listed, q.handed_in) for q in found.questions] == [(listed, label)]
        assert (found.in_question, found.missing) == (1, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [("T J Smith", "A B Smith"), ("T Smith", "J Smith"), ("T A", "T"), ("Year 5 lead", "Year lead"), ("Mr", "Dr"),
     ("Anna Smith", "Smith")],
)  # fmt: skip
def test_more_than_a_title_and_an_initial_is_not_asked_about(one: str, other: str) -> None:
    assert roll([one], [other]).questions == roll([other], [one]).questions == ()


def test_a_title_is_not_asked_about_where_the_one_on_the_list_handed_in() -> None:
    assert roll(["T Smith"], ["T Smith", "Mr T Smith"]).questions == ()


@pytest.mark.parametrize(("one", "other"), [("Anna", "Anna Maria"), ("Smith T J", "Smyth T")])
def test_a_slip_is_in_labels_of_as_many_words(one: str, other: str) -> None:
    assert Near([one]).with_a_slip(other) == []
    assert Near([other]).with_a_slip(one) == []


def in_trust(library: Library, tmp_path: Path, given_list: str, *handed_in: tuple[str, str]) -> Team:
    path = tmp_path / "list.csv"
    path.write_text(f"Label,School\n{given_list}", encoding="utf-8")
    found = tuple(Received(school, made(library, n, label)) for n, (school, label) in enumerate(handed_in, start=1))
    return build_team(Folder(found, (), schools=("Oak Hill", "Elm Lane")), TODAY, read_roster(path))


@pytest.mark.parametrize("written", ["Oak Hill", "oak hill", " OAK  HILL "])
def test_a_school_in_other_case_or_spaces_is_the_same(sample_library: Library, tmp_path: Path, written: str) -> None:
    team = in_trust(sample_library, tmp_path, f"Teacher A,{written}\n", ("Oak Hill", "Teacher A"))
    assert (team.awaited, team.problems, team.schools) == ((), (), ("Elm Lane", "Oak Hill"))


@pytest.mark.parametrize(
    ("written", "nearest"), [("Oak Hil", "; the nearest is “Oak Hill”."), ("Zzyzx", "so nobody of it handed in.")]
)
def test_a_school_without_a_folder_is_told_with_the_nearest_there_is(
    sample_library: Library, tmp_path: Path, written: str, nearest: str
) -> None:
    team = in_trust(sample_library, tmp_path, f"Teacher A,{written}\nTeacher B,{written}\n", ("Oak Hill", "Teacher C"))
    (problem,) = team.problems
    assert f"there is no folder of the school “{written}”, so nobody of it handed in" in str(problem)
    assert nearest in str(problem)
    assert f"“{written}”" in told(team)


def test_a_list_of_schools_counts_where_every_folder_is_empty_still(sample_library: Library, tmp_path: Path) -> None:
    team = in_trust(sample_library, tmp_path, "Teacher A,oak hill\n")
    assert [one.school for one in team.awaited] == ["Oak Hill"]


def test_a_label_in_the_folder_of_another_school_is_asked_about(sample_library: Library, tmp_path: Path) -> None:
    team = in_trust(sample_library, tmp_path, "Teacher A,Oak Hill\nCook,Elm Lane\n", ("Elm Lane", "Teacher A"))
    assert [(one.label, one.in_question) for one in team.awaited] == [("Teacher A", True), ("Cook", False)]
    asked = (
        "Is “Teacher A”, who handed in in the folder Elm Lane, the same person as “Teacher A” of Oak Hill on your list?"
    )
    assert asked in told(team)
    assert "Teacher A (is it somebody on your list?)" in told(team)
    assert "Handed in and not on your list: 0 of 1" in told(team)
    assert asked in " ".join(to_text(team_page(team, TODAY, by_school=True), width=1000).split())


def test_a_label_that_each_school_has_is_no_question(sample_library: Library, tmp_path: Path) -> None:
    given_list = "Head,Oak Hill\nHead,Elm Lane\n"
    team = in_trust(sample_library, tmp_path, given_list, ("Elm Lane", "Head"))
    assert team.roll
    assert team.roll.questions == ()
    assert [one.school for one in team.awaited] == ["Oak Hill"]


def test_where_two_folders_differ_in_case_alone_a_third_way_to_write_it_is_asked_about(
    sample_library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Label,School\nTeacher A,OAK HILL\nTeacher B,oak hill\n")
    found = tuple(
        Received(school, made(sample_library, n, f"Teacher {n}")) for n, school in enumerate(("Oak Hill", "oak hill"))
    )
    team = build_team(Folder(found, ()), TODAY, read_roster(path))
    (problem,) = team.problems
    assert "“OAK HILL”" in problem.what
    assert [one.school for one in team.awaited] == ["OAK HILL", "oak hill"]


def test_whoever_comes_near_in_their_own_school_is_not_asked_about_in_another(
    sample_library: Library, tmp_path: Path
) -> None:
    team = in_trust(sample_library, tmp_path, "T Smith,Oak Hill\nT. Smith,Elm Lane\n", ("Elm Lane", "T Smith"))
    assert team.roll
    assert [(one.school, one.listed) for one in team.roll.questions] == [("Elm Lane", "T. Smith")]
