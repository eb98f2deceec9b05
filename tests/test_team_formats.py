"""The team page in every format: the same facts in each, and whatever is in a statement is only text."""

import csv
import io
import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
import tomli

from audit_tui.exports.as_json import team_json
from audit_tui.exports.team_csv import team_csv
from audit_tui.formats.html import to_html
from audit_tui.formats.markdown import to_markdown
from audit_tui.formats.text import to_text
from audit_tui.library.library import Library
from audit_tui.pages.team import COLUMNS, team_page
from audit_tui.record import Result
from audit_tui.team.folder import hand_in, to_bytes
from audit_tui.team.received import read_folder
from audit_tui.team.team import build_team

from .conftest import TODAY
from .pages_read import read_html
from .team_boards import all_right, made

HOSTILE = ["[bold]x[/] [/y]", '=HYPERLINK("http://a.example","x")', "</td><script>alert(1)</script>", "../../etc/passwd",
           "+1+1", "-2", "@x", "|a|b|", "`x` *y* _z_", "＝1", "\u202ereversed", "a\u001b[31mred", "{{ 7*7 }}", "{% raw %}"]  # fmt: skip


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels_are_only_text_in_every_format(sample_library: Library, tmp_path: Path, label: str) -> None:
    school = tmp_path / "a school"
    school.mkdir()
    data = to_bytes(made(sample_library)).decode().replace('"Teacher A"', json.dumps(label, ensure_ascii=True))
    (school / "one.toml").write_text(data)
    folder = read_folder(tmp_path, TODAY)
    if any(ord(char) < 32 or char == "\u202e" for char in label):
        assert "control or invisible characters" in str(folder.problems[0])
        assert "\x1b" not in str(folder.problems[0])
        return
    team = build_team(folder, TODAY)
    page = team_page(team, TODAY)
    html = read_html(to_html(page, TODAY))
    assert "script" not in html.tags
    assert html.addresses == []
    assert f"a school: {label}" in html.cells
    assert f"a school: {label}" in to_text(page, width=1000)
    rows = list(csv.reader(io.StringIO(team_csv(team, TODAY))))
    assert not rows[1][1].startswith(("=", "+", "-", "@", "＝"))
    assert json.loads(team_json(team, TODAY))["people"][0]["label"] == label
    assert "<script>" not in to_markdown(page)


def test_a_label_that_begins_a_formula_is_made_inert_in_csv(sample_library: Library, tmp_path: Path) -> None:
    for number, label in enumerate(("=1+1", " =1", "+a", "-a", "@a", "＝1"), start=1):
        hand_in(made(sample_library, number, label), tmp_path)
    rows = list(csv.reader(io.StringIO(team_csv(build_team(read_folder(tmp_path, TODAY), TODAY), TODAY))))[1:]
    assert len(rows) == 6
    assert all(row[1].startswith("'") for row in rows)


@pytest.mark.parametrize("name", ["x\u009b31m", "a\u202eb", "a\x1b[31m", "line\nfeed"])
def test_a_folders_name_is_only_text_in_every_format(sample_library: Library, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    hand_in(made(sample_library), tmp_path / name)
    folder = read_folder(tmp_path, TODAY)
    team = build_team(folder, TODAY)
    page = team_page(team, TODAY)
    written = (team_json(team, TODAY), team_csv(team, TODAY), to_html(page, TODAY), to_text(page), to_markdown(page))
    for text in written:
        assert not set(text) & {"\u009b", "\u202e", "\x1b"}
        assert name not in text
        text.encode()


def test_every_format_tells_the_same_facts(sample_library: Library, tmp_path: Path) -> None:
    hand_in(made(sample_library, 1, "Teacher A"), tmp_path)
    open_one = all_right() | {"chirp:private": (TODAY, Result.FAIL)}
    hand_in(made(sample_library, 2, "Teacher B", given=open_one, unread=1), tmp_path)
    folder = read_folder(tmp_path, TODAY)
    team = build_team(folder, TODAY)
    html = read_html(to_html(team_page(team, TODAY), TODAY))
    lines = {row["label"]: row for row in csv.DictReader(io.StringIO(team_csv(team, TODAY)))}
    for person in json.loads(team_json(team, TODAY))["people"]:
        line = lines[person["label"]]
        assert {
            name: str(person[name]) for name in ("up_to_date", "checklists", "high_done", "made", "unread")
        }.items() <= line.items()
        at = html.cells.index(person["label"])
        shown = dict(zip(COLUMNS, html.cells[at : at + len(COLUMNS)], strict=True))
        assert shown["State"].split("; ") == [fact["words"] for fact in person["facts"]]
        assert shown["Up to date"] == f"{line['up_to_date']} of {line['checklists']}"
        assert shown["Most important"] == f"{line['high_done']} of {line['high_total']}"
        assert person["round_total"] == 4
    assert [fact["need"] for fact in person["facts"]] == ["up-to-date"]
    assert (
        lines["Teacher B"]["is_open"] == lines["Teacher B"]["is_unread"] == lines["Teacher A"]["is_up_to_date"] == "1"
    )


@pytest.mark.long
def test_two_thousand_statements_cost_little_more_than_reading_them(sample_library: Library, tmp_path: Path) -> None:
    """Prints the ratio to reading and parsing the same bytes, and that growth is linear; asserts no time."""

    own = made(sample_library)

    def fill(folder: Path, schools: int) -> list[Path]:
        for school in range(schools):
            inside = folder / f"School {school:02}"
            inside.mkdir(parents=True)
            for person in range(50):
                hand_in(replace(own, id=f"{school * 50 + person:016x}"), inside)
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
        whole = timed(lambda: to_html(team_page(build_team(read_folder(large, TODAY), TODAY), TODAY), TODAY))
        quarter = timed(lambda: to_html(team_page(build_team(read_folder(small, TODAY), TODAY), TODAY), TODAY))
        ratios.append(whole / base)
        growth.append(whole / quarter)
    print(
        f"\n{len(many)} statements: {sorted(ratios)[2]:.2f} times the floor; 4 times the folder: {sorted(growth)[2]:.2f} times"
    )
    assert (len(few), len(many)) == (500, 2000)
