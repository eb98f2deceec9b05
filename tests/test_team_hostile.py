"""Thirty and more hostile statements and lists: each is told, none is counted silently, and nothing waits for ever."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from types import FrameType

import pytest

from audit_tui.cli.main import main
from audit_tui.formats.html import to_html
from audit_tui.formats.markdown import to_markdown
from audit_tui.formats.text import to_text
from audit_tui.library.library import Library
from audit_tui.pages.team import team_page
from audit_tui.record import noon
from audit_tui.team.folder import hand_in, to_bytes
from audit_tui.team.received import read_folder
from audit_tui.team.statement import Statement
from audit_tui.team.team import build_team

from .conftest import TODAY
from .pages_read import read_html
from .team_boards import made

LONGEST = 20
Act = Callable[[Path, bytes], object]


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """Let nothing wait for ever."""

    def over(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(number, frame)

    signal.signal(signal.SIGALRM, over)
    signal.alarm(LONGEST)
    yield
    signal.alarm(0)


@pytest.fixture
def own(sample_library: Library) -> Statement:
    return made(sample_library, 1, "Teacher A")


def said(folder: Path) -> tuple[int, str]:
    found = read_folder(folder, TODAY)
    return len(found.received), " ".join(map(str, found.problems))


def write(name: str, change: Callable[[bytes], bytes]) -> Act:
    return lambda folder, data: (folder / name).write_bytes(change(data))


def swap(old: bytes, new: bytes) -> Act:
    """Put another person's statement there with something else in it; what is swapped out has to be there."""

    def act(folder: Path, data: bytes) -> None:
        other = data.replace(b"0000000000000001", b"0000000000000002")
        assert old in other
        (folder / "hostile.toml").write_bytes(other.replace(old, new))

    return act


def link(folder: Path, data: bytes) -> None:
    (folder.parent / "elsewhere").write_bytes(data.replace(b"0000000000000001", b"0000000000000002"))
    (folder / "link.toml").symlink_to(folder.parent / "elsewhere")


def ahead(days: int) -> Act:
    day = str(TODAY + timedelta(days=days)).encode()
    return swap(f"made = {TODAY}".encode(), b"made = " + day)


MARK_16 = b"\xff\xfe"
STATEMENTS: dict[str, tuple[Act, str]] = {
    "a full review": (write("r.toml", lambda _: b'schema = 1\nkind = "review"\nnote = "x"\n'), "this is a full review"),
    "a review under way": (write("d.toml", lambda _: b'schema = 1\nkind = "draft"\n'), "this is a review under way"),
    "another kind": (swap(b'kind = "statement"', b'kind = "recipe"'), "kind"),
    "10 MB": (write("b.toml", lambda data: data + b"#" * 10_000_000), "over 16 KiB"),
    "a 10 MB label": (write("l.toml", lambda data: data.replace(b"Teacher A", b"x" * 10_000_000)), "over 16 KiB"),
    "a label of 61 letters": (swap(b"Teacher A", b"x" * 61), "label"),
    "a label with an escape": (swap(b"Teacher A", b"a\\u001b[31mred"), "control or invisible characters"),
    "a label that turns round": (swap(b"Teacher A", "a\u202eb".encode()), "control or invisible characters"),
    "an empty label": (swap(b'"Teacher A"', b'""'), "label"),
    "a label that is a number": (swap(b'"Teacher A"', b"7"), "label"),
    "a newer schema": (swap(b"schema = 1", b"schema = 2"), "made by a newer version"),
    "no schema": (swap(b"schema = 1\n", b""), "the first line should be schema = 1"),
    "sums that do not add up": (swap(b"up_to_date = 2", b"up_to_date = 1"), "do not add up"),
    "more done than asked": (swap(b"\ndone = 4", b"\ndone = 5"), "more was done than was asked"),
    "a count below nothing": (swap(b"open_actions = 0", b"open_actions = -1"), "open_actions"),
    "a count beyond measure": (swap(b"exceptions = 0", b"exceptions = 99999999999999999999"), "exceptions"),
    "cut short": (write("c.toml", lambda data: data[:-30]), "c.toml"),
    "empty": (write("e.toml", lambda _: b""), "the first line should be schema = 1"),
    "of the day after tomorrow": (ahead(2), "still to come, and was not believed"),
    "of the year 9999": (swap(f"made = {TODAY}".encode(), b"made = 9999-12-31"), "still to come, and was not believed"),
    "a number that is a path": (swap(b'"0000000000000002"', b'"../../etc/passwd"'), "id"),
    "twin numbers": (write("t.toml", lambda data: data.replace(b"Teacher A", b"Teacher B")), "says something else"),
    "a link": (link, "this is a link and was not followed"),
    "a pipe": (lambda folder, _: os.mkfifo(folder / "p.toml"), "this is not an ordinary file"),
    "a folder named .toml": (lambda folder, _: (folder / "f.toml").mkdir(), "f.toml"),
    "UTF-16": (write("u.toml", lambda data: MARK_16 + data.decode().encode("utf-16-le")), "not UTF-8 text"),
    "NUL": (write("n.toml", lambda data: data.replace(b"Teacher", b"Tea\0cher")), "not valid TOML"),
    "nested without end": (write("a.toml", lambda _: b"a" + b".a" * 8_000 + b" = 1"), "a.toml"),
    "brackets without end": (write("k.toml", lambda _: b"a = " + b"[" * 8_000), "not valid TOML"),
    "too many platforms": (write("m.toml", lambda data: b"platform = [" + b"{}," * 201 + b"]\n" + data), "names over 200"),
}  # fmt: skip


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_hostile_statement_is_told_and_the_sound_one_counts(own: Statement, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    hand_in(own, folder)
    act, words = STATEMENTS[name]
    act(folder, to_bytes(own))
    received, told = said(folder)
    assert received == 1
    assert words in told
    assert len(told) < 2_000
    assert not set(told) & {"\x1b", "\u202e", "\0"}


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_command_tells_of_it_and_ends_with_2(
    own: Statement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.setattr("audit_tui.cli.context.now", lambda: noon(TODAY))
    folder = tmp_path / "in"
    folder.mkdir()
    hand_in(own, folder)
    act, words = STATEMENTS[name]
    act(folder, to_bytes(own))
    assert main(["team", str(folder)]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert "1 person, those in need first" in told.out


@pytest.mark.parametrize("label", ["=1+1", '=HYPERLINK("http://a.example")', "</td><script>alert(1)</script>", "../../etc/passwd",
                                   "[bold]x[/]", "{{ 7*7 }}", "| a | b |", "`rm`", "con"])  # fmt: skip
def test_what_a_label_may_be_is_counted_and_is_only_text(sample_library: Library, tmp_path: Path, label: str) -> None:
    assert hand_in(made(sample_library, 1, label), tmp_path).name == "0000000000000001.toml"
    page = team_page(build_team(read_folder(tmp_path, TODAY), TODAY), TODAY)
    html = read_html(to_html(page, TODAY))
    assert label in html.cells
    assert html.addresses == []
    assert "script" not in html.tags
    assert label in to_text(page, width=1000)
    assert "<script>" not in to_markdown(page)


def test_a_mark_at_the_beginning_is_no_fault(own: Statement, tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_bytes(b"\xef\xbb\xbf" + to_bytes(own))
    assert said(tmp_path) == (1, "")


# Lists.

LISTS: dict[str, tuple[str, bytes, str]] = {
    "a 10 MB label": ("l.txt", b"x" * 10_000_000, "over 1024 KiB"),
    "a label of a megabyte": ("l.txt", b"x" * 1_000_000, "line 1 was not counted: this cannot be a label"),
    "a spreadsheet": ("l.xlsx", b"PK\x03\x04" + bytes(200), "this is a spreadsheet, and not a list in plain text"),
    "an old spreadsheet": ("l.xls", b"\xd0\xcf\x11\xe0" + bytes(200), "this is a spreadsheet"),
    "UTF-16": ("l.txt", MARK_16 + "Teacher A".encode("utf-16-le"), "this is text in UTF-16"),
    "NUL": ("l.txt", b"Teacher A\0\n", "this is no text"),
    "no letters at all": ("l.txt", b"\x81\x8d\x8f\x90\x9d", "this is no text in UTF-8 or Windows letters"),
    "nothing": ("l.txt", b"", "there is no label in this list"),
    "remarks alone": ("l.txt", b"# one\n\n# two\n", "there is no label in this list"),
    "a heading alone": ("l.csv", b"Name\n", "there is no label in this list"),
    "an escape": ("l.txt", b"a\x1b[31mred\n", "line 1 was not counted"),
    "too many": ("l.txt", b"\n".join(b"%d" % n for n in range(20_001)), "over 20,000 labels"),
    "a cell beyond measure": ("l.csv", b"Name\n" + b"x" * 500_000 + b"\n", "this is not a sound CSV file"),
    "a quotation that never ends": ("l.csv", b'Name\n"Teacher A\n' + b"Teacher B\n" * 9, "was not counted"),
    "no column to know": ("l.csv", b"=cmd|x,+1\nA,B\n", "it cannot be known which column"),
    "headings without end": ("l.csv", b"x," * 100_000 + b"\nA\n", "it cannot be known which column"),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_hostile_list_is_told_and_nobody_is_counted_by_it(
    own: Statement, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    hand_in(own, folder)
    file, data, words = LISTS[name]
    (tmp_path / file).write_bytes(data)
    assert main(["team", str(folder), "--roster", str(tmp_path / file), "--on", str(TODAY)]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert "Teacher B" not in told.out
    assert not set(told.err) & {"\x1b", "\0"}
    assert len(told.err) < 3_000


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_list_that_is_no_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None]
) -> None:
    make(tmp_path / "list.txt")
    assert main(["team", str(tmp_path), "--roster", str(tmp_path / "list.txt")]) == 2
    assert "list.txt" in capsys.readouterr().err


@pytest.mark.parametrize("label", ["=1+1", "</td><script>alert(1)</script>", "`x`", "| a |", "../../x"])
def test_what_a_list_may_hold_is_only_text(own: Statement, tmp_path: Path, label: str) -> None:
    from audit_tui.team.roster import read_roster

    hand_in(own, tmp_path)
    path = tmp_path / "list.txt"
    path.write_text(f"{label}\n")
    page = team_page(build_team(read_folder(tmp_path, TODAY), TODAY, read_roster(path)), TODAY)
    assert f"- {label}" in to_text(page, width=1000)
    assert "script" not in read_html(to_html(page, TODAY)).tags
    assert "<script>" not in to_markdown(page)
