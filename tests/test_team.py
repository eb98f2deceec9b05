"""Statements and the team page: dates and counts, lapsing by their own dates, harmless whatever is in them."""

import csv
import io
import json
import os
import time
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_tui.audit import AnswerInput, Audit
from audit_tui.checklist import Checklist
from audit_tui.cli.main import main
from audit_tui.errors import UserError
from audit_tui.exports.as_json import team_json
from audit_tui.exports.team_csv import to_csv
from audit_tui.files.read import read_model
from audit_tui.formats.html import to_html
from audit_tui.formats.markdown import to_markdown
from audit_tui.formats.text import to_text
from audit_tui.pages.team import team_page
from audit_tui.paths import Paths, find_paths
from audit_tui.record import Result
from audit_tui.team.folder import file_name, hand_in, read_folder, to_bytes
from audit_tui.team.statement import Induction, Statement, Tail
from audit_tui.team.status import Need, judge, members

from .conftest import TODAY, Clock

DAY = timedelta(days=1)


def statement(number: int = 1, label: str = "Teacher A", made: date = TODAY, **fields: object) -> Statement:
    counts = {"checklists": 5, "up_to_date": 5, "due": 0, "overdue": 0, "open_actions": 0, "exceptions": 0}
    table = counts | {"next_due": made + 90 * DAY} | fields
    tail = Tail(checklists=int(str(table["checklists"])))
    return Statement.model_validate({"id": f"{number:016x}", "label": label, "made": made, "end": tail, **table})


# What is handed in.


def test_a_statement_counts_what_the_board_shows(audit: Audit, chirp: Checklist, clock: Clock) -> None:
    draft = audit.open(chirp, TODAY)
    draft = audit.answer(draft, chirp, chirp.checks[0], AnswerInput(Result.FAIL, "secret note"), TODAY)
    waived = AnswerInput(Result.WAIVED, "secret reason", "head teacher", TODAY + 30 * DAY)
    draft = audit.answer(draft, chirp, chirp.checks[1], waived, TODAY)
    audit.finish(draft, chirp, clock(), TODAY)
    own = audit.statement("Teacher A", TODAY)
    assert (own.checklists, own.up_to_date, own.due, own.overdue) == (2, 0, 2, 0)
    assert (own.open_actions, own.exceptions, own.oldest_answer) == (1, 1, TODAY)
    text = audit.statement_text("Teacher A", TODAY)
    for word in ("secret", "Chirp", "chirp", "head teacher", "private"):
        assert word not in text
    named = audit.statement("Teacher A", TODAY, with_platforms=True)
    assert {line.title for line in named.platforms} == {"Chirp", "School rules"}


ANSWERS = st.lists(st.tuples(st.integers(0, 400), st.sampled_from(["chirp", "rules"]), st.integers(0, 2),
                             st.sampled_from([r for r in Result if r is not Result.WAIVED])), max_size=6)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(given_answers=ANSWERS, later=st.integers(0, 500))
def test_over_any_journal_a_statement_names_no_platform_and_adds_up(
    library_folder: Path, tmp_path_factory: pytest.TempPathFactory,
    given_answers: list[tuple[int, str, int, Result]], later: int,
) -> None:  # fmt: skip
    home = tmp_path_factory.mktemp("any")
    audit = Audit(Paths(home / "settings.toml", home / "journal", home / "drafts", library_folder))
    audit.choose("accounts", ["chirp"])
    clock = Clock(TODAY)
    for day_of, name, position, result in given_answers:
        checklist, on = audit.library.checklists[name], TODAY + day_of * DAY
        draft = audit.answer(
            audit.open(checklist, on), checklist, checklist.checks[position], AnswerInput(result, "x-note-x"), on
        )
        audit.finish(draft, checklist, clock(), on)
    text = audit.statement_text("T", TODAY + later * DAY)
    for word in ("Chirp", "chirp", "School rules", "rules", "x-note-x", "private", "location"):
        assert word not in text.removeprefix("# What one person")
    own = tomli.loads(text)
    assert own["up_to_date"] + own["due"] + own["overdue"] == own["checklists"] == own["end"]["checklists"]
    assert set(own) <= {"schema", "kind", "id", "label", "made", "induction", "checklists", "up_to_date", "due", "overdue",
                        "open_actions", "exceptions", "oldest_answer", "next_due", "purpose", "end"}  # fmt: skip


def test_a_person_has_one_file_and_a_newer_statement_takes_its_place(audit: Audit, tmp_path: Path) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    audit.hand_in("Teacher A", str(folder), TODAY)
    audit.hand_in("TA", str(folder), TODAY + DAY)
    (path,) = folder.iterdir()
    assert path.name.startswith("ta-")
    assert read_model(Statement, path).made == TODAY + DAY
    with pytest.raises(UserError, match="there is no such folder"):
        audit.hand_in("TA", str(tmp_path / "none"), TODAY)


@given(st.text(max_size=60).map(str.strip).filter(bool))
def test_a_file_name_is_plain_whatever_the_label(label: str) -> None:
    name = file_name(statement().model_copy(update={"label": label}))
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert name.endswith("-0000000000000001.toml")
    assert len(name) < 60


# The day of printing.


@pytest.mark.parametrize(
    ("own", "later", "need"),
    [(statement(), 0, Need.UP_TO_DATE), (statement(), 89, Need.UP_TO_DATE), (statement(), 90, Need.DUE),
     (statement(), 91, Need.OVERDUE), (statement(next_due=None), 93, Need.OLD),
     (statement(open_actions=1), 1, Need.OPEN), (statement(up_to_date=4, due=1), 0, Need.DUE),
     (statement(up_to_date=4, overdue=1), 0, Need.OVERDUE), (statement(induction="overdue"), 0, Need.OVERDUE)],
)  # fmt: skip
def test_a_statement_is_judged_on_the_day_of_printing(own: Statement, later: int, need: Need) -> None:
    assert judge(own, TODAY + later * DAY) is need


def test_those_in_need_come_first_and_every_count_has_its_denominator(tmp_path: Path) -> None:
    for own in (statement(1, "A"), statement(2, "B", up_to_date=3, overdue=2), statement(3, "C", open_actions=2)):
        hand_in(own, tmp_path)
    folder = read_folder(tmp_path)
    assert [member.statement.label for member in members(folder, TODAY)] == ["B", "C", "A"]
    text = to_text(team_page(folder, TODAY))
    assert "Overdue: 1 of 3" in text
    assert "Voluntary and self-reported" in text


def test_a_trust_is_a_folder_of_folders(tmp_path: Path) -> None:
    for number, school in enumerate(("Elm Lane", "Oak Hill", "Oak Hill"), start=1):
        (tmp_path / school).mkdir(exist_ok=True)
        hand_in(statement(number, f"T{number}"), tmp_path / school)
    text = " ".join(to_text(team_page(read_folder(tmp_path), TODAY)).split())
    assert "2 schools" in text
    assert "Oak Hill" in text
    assert "3 people" in text


@pytest.mark.parametrize("name", ["{} (1).toml", "{}-LAPTOP7.toml", "{}.sync-conflict-20260302.toml"])
def test_a_conflict_copy_gives_way_to_the_newest(tmp_path: Path, name: str) -> None:
    path = hand_in(statement(made=TODAY), tmp_path)
    older = statement(made=TODAY - 9 * DAY, up_to_date=4, due=1)
    (tmp_path / name.format(path.stem)).write_bytes(to_bytes(older, path))
    folder = read_folder(tmp_path)
    assert [one.statement.made for one in folder.received] == [TODAY]
    assert folder.problems == ()
    (tmp_path / name.format(path.stem)).write_bytes(to_bytes(statement(up_to_date=4, due=1), path))
    assert "says something else" in str(read_folder(tmp_path).problems[0])


def test_a_full_review_by_mistake_is_refused_with_an_explanation(
    audit: Audit, chirp: Checklist, clock: Clock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = audit.answer(audit.open(chirp, TODAY), chirp, chirp.checks[0], AnswerInput(Result.FAIL, "my secret"), TODAY)
    audit.finish(draft, chirp, clock(), TODAY)
    (review,) = audit.places.journal.iterdir()
    team = tmp_path / "team"
    team.mkdir()
    (team / review.name).write_bytes(review.read_bytes())
    hand_in(statement(), team)
    assert main(["team", str(team)]) == 2
    told = capsys.readouterr()
    assert "this is a full review with somebody's own answers; it was not taken in" in told.err
    assert "my secret" not in told.out + told.err
    assert "1 person" in told.out


# Hostile files and labels.


def test_hostile_files_cost_only_themselves(tmp_path: Path) -> None:
    hand_in(statement(), tmp_path)
    (tmp_path / "big.toml").write_bytes(b"#" * 10_000_000)
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "link.toml").symlink_to("/etc/passwd")
    (tmp_path / "bomb.toml").write_text("a" + ".a" * 20_000 + " = 1")
    (tmp_path / "newer.toml").write_text("schema = 2\n")
    (tmp_path / "cut.toml").write_bytes(to_bytes(statement(2), tmp_path / "x")[:-12])
    (tmp_path / "sum.toml").write_bytes(
        to_bytes(statement(3), tmp_path / "x").replace(b"up_to_date = 5", b"up_to_date = 4")
    )
    (tmp_path / "loop").symlink_to(tmp_path)
    folder = read_folder(tmp_path)
    assert len(folder.received) == 1
    assert len(folder.problems) == 7


HOSTILE = ["[bold]x[/] [/y]", '=HYPERLINK("http://a.example","x")', "</td><script>alert(1)</script>", "../../etc/passwd",
           "+1+1", "-2", "@x", "|a|b|", "`x` *y* _z_", "＝1", "\u202ereversed", "a\u001b[31mred", "{{ 7*7 }}", "{% raw %}"]  # fmt: skip


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.cells: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src") or name.startswith("on")]
        self.inside = tag in ("td", "th")
        if self.inside:
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")


def read_html(page: str) -> Tags:
    parser = Tags()
    parser.feed(page)
    return parser


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_are_only_text_in_every_format(tmp_path: Path, label: str) -> None:
    school = tmp_path / "a school"
    school.mkdir()
    data = to_bytes(statement(), tmp_path / "x").decode().replace('"Teacher A"', json.dumps(label, ensure_ascii=True))
    (school / "one.toml").write_text(data)
    folder = read_folder(tmp_path)
    if any(ord(char) < 32 or char == "\u202e" for char in label):
        assert "control or invisible characters" in str(folder.problems[0])
        assert "\x1b" not in str(folder.problems[0])
        return
    team = members(folder, TODAY)
    page = team_page(folder, TODAY)
    html = read_html(to_html(page, TODAY))
    assert "script" not in html.tags
    assert html.addresses == []
    assert f"a school: {label}" in html.cells
    assert f"a school: {label}" in " ".join(to_text(page).split()) or len(label) > 60
    rows = list(csv.reader(io.StringIO(to_csv(team))))
    assert not rows[1][0].startswith(("=", "+", "-", "@", "＝"))
    assert json.loads(team_json(team, (), TODAY))["people"][0]["label"] == label
    assert "<script>" not in to_markdown(page)


def test_a_label_that_begins_a_formula_is_made_inert_in_csv(tmp_path: Path) -> None:
    for number, label in enumerate(("=1+1", " =1", "+a", "-a", "@a", "＝1"), start=1):
        hand_in(statement(number, label.strip()), tmp_path)
    for row in list(csv.reader(io.StringIO(to_csv(members(read_folder(tmp_path), TODAY)))))[1:]:
        assert row[0].startswith("'")


# Pages to print.


def test_the_page_says_what_the_data_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(statement(1, "Teacher A"), tmp_path)
    hand_in(statement(2, "Teacher B", up_to_date=2, due=3), tmp_path)
    on = ["--on", TODAY.isoformat()]
    assert main(["team", str(tmp_path), "--format", "json", *on]) == 0
    people = json.loads(capsys.readouterr().out)["people"]
    assert main(["team", str(tmp_path), "--format", "html", *on]) == 0
    html = read_html(capsys.readouterr().out)
    for person in people:
        at = html.cells.index(person["label"])
        assert html.cells[at + 1 : at + 3] == [person["words"], f"{person['up_to_date']} of {person['checklists']}"]


@pytest.mark.parametrize("arguments", [["summary"], ["policy", "wendover"], ["policy"], ["induction", "--joined", "2026-09-01"],
                                       ["checklists", "sheet", "facebook"], ["evidence", "approach"]])  # fmt: skip
def test_every_page_is_whole_and_reaches_for_nothing(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments, "--format", "html"]) == 0
    page = capsys.readouterr().out
    html = read_html(page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert {"title", "h1", "main", "footer"} <= html.tags
    assert not html.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert html.addresses == []
    assert page.count("<caption>") == page.count("<table>") == page.count("<thead>")
    assert "default-src 'none'" in page
    assert "@page" in page
    assert "</section>" not in page.split("<section>")[0]
    assert page.count("<section>") == page.count("</section>")


def test_a_blank_sheet_has_a_box_for_every_answer_and_a_short_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checklists", "sheet", "facebook", "--format", "html"]) == 0
    whole = capsys.readouterr().out
    assert main(["checklists", "sheet", "facebook", "--format", "html", "--short"]) == 0
    short = capsys.readouterr().out
    checks = len(Audit(find_paths()).library.checklists["facebook"].checks)
    assert whole.count('class="boxes"') == short.count('class="boxes"') == checks
    assert len(short) < len(whole)
    assert main(["checklists", "sheet", "facebook"]) == 0
    assert "[ ] Not found" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["summary"], ["policy", "wendover"]])
def test_a_page_has_two_levels_of_detail(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    home = Audit(find_paths())
    checklist = home.library.checklists["conduct"]
    draft = home.answer(home.open(checklist, TODAY), checklist, checklist.checks[0], AnswerInput(Result.FAIL), TODAY)
    home.finish(draft, checklist, Clock(TODAY)(), TODAY)
    pages = []
    for more in ([], ["--short"]):
        assert main([*arguments, *more, "--format", "html"]) == 0
        pages.append(capsys.readouterr().out)
    assert len(pages[1]) < len(pages[0])
    assert "Self-reported" in pages[1] or "does not show what anybody has done" in pages[1]


def test_the_short_team_page_has_totals_and_no_person(tmp_path: Path) -> None:
    hand_in(statement(1, "Teacher A"), tmp_path)
    text = to_text(team_page(read_folder(tmp_path), TODAY, short=True))
    assert "Teacher A" not in text
    assert "Up to date: 1 of 1" in text


def test_opening_a_page_asks_the_browser_for_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []

    def opened(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", opened)
    assert main(["summary", "--open"]) == 0
    assert main(["summary", "--open"]) == 0
    assert asked == [(tmp_path / "home" / "printed" / "page.html").as_uri()] * 2
    output = tmp_path / "mine.html"
    assert main(["summary", "--open", "--output", str(output)]) == 0
    assert asked[-1] == output.as_uri()


# By command.


def test_share_shows_the_exact_file_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    assert main(["share", "--to", str(folder)]) == 2
    assert "what to call you" in capsys.readouterr().err
    assert main(["share", "--to", str(folder), "--as", "Teacher A"]) == 0
    (path,) = folder.iterdir()
    assert path.read_text() in capsys.readouterr().out
    assert main(["share", "--to", str(folder)]) == 0
    assert len(list(folder.iterdir())) == 1


def test_an_induction_under_way_is_told() -> None:
    assert statement(induction="under way").induction is Induction.UNDER_WAY


@pytest.mark.long
def test_two_thousand_statements_cost_little_more_than_reading_them(tmp_path: Path) -> None:
    """Prints the ratio to reading and parsing the same bytes, and that growth is linear; asserts no time."""

    def fill(folder: Path, schools: int) -> list[Path]:
        for school in range(schools):
            inside = folder / f"School {school:02}"
            inside.mkdir(parents=True)
            for person in range(50):
                hand_in(statement(school * 50 + person, f"T{person}"), inside)
        return list(folder.rglob("*.toml"))

    def timed(work: object) -> float:
        assert callable(work)
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun

    def floor(paths: list[Path]) -> None:
        for path in paths:
            tomli.loads(path.read_bytes().decode())

    small, large = tmp_path / "small", tmp_path / "large"
    few, many = fill(small, 10), fill(large, 40)
    ratios, growth = [], []
    for _ in range(5):
        base = timed(lambda: floor(many))
        whole = timed(lambda: to_html(team_page(read_folder(large), TODAY), TODAY))
        quarter = timed(lambda: to_html(team_page(read_folder(small), TODAY), TODAY))
        ratios.append(whole / base)
        growth.append(whole / quarter)
    print(
        f"\n{len(many)} statements: {sorted(ratios)[2]:.2f} times the floor; 4 times the folder: {sorted(growth)[2]:.2f} times"
    )
    assert (len(few), len(many)) == (500, 2000)
