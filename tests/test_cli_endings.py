"""The file's ending and the format agree, or it is said what to do and nothing is written."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from audit_tui.cli.commands import COMMANDS
from audit_tui.cli.endings import choose
from audit_tui.errors import UsageError

from .conftest import Run

ALL = ("text", "markdown", "html", "json", "csv", "xlsx")
PAGES = ALL[:3]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("team.txt", "text"), ("team.md", "markdown"), ("team.markdown", "markdown"), ("team.html", "html"), ("team.HTM", "html"), ("team.json", "json"),
        ("team.csv", "csv"), ("team.XLSX", "xlsx"), ("team.xlsx. ", "xlsx"), ("a.pdf.html", "html"), ("team", "text"), (".html", "text"), ("team.2026", "text"), ("2. March", "text"),
    ],
)  # fmt: skip
def test_the_ending_tells_the_format(name: str, form: str) -> None:
    assert choose(ALL, Path(name)) == form


def test_what_is_asked_for_stands_where_the_ending_says_nothing_or_the_same() -> None:
    assert choose(ALL, None) == "text"
    assert choose(("ics",), None) == "ics"
    assert choose(ALL, None, "csv") == choose(ALL, Path("team.csv"), "csv") == choose(ALL, Path("team"), "csv") == "csv"
    assert choose(PAGES, None, "text", open=True) == choose(PAGES, Path("a.html"), open=True) == "html"


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_any_text_may_be_kept_as_text_and_a_spreadsheet_may_not(form: str) -> None:
    assert choose(ALL, Path("a.txt"), form) == form
    with pytest.raises(UsageError, match="leave out --format"):
        choose(ALL, Path("a.txt"), "xlsx")


@pytest.mark.parametrize(
    ("formats", "name", "form", "opened", "said"),
    [
        (ALL, "a.csv", "html", False, r"a.csv: this ending says csv and --format says html, so nothing was written. Let the file end in .html, or leave out --format."),
        (ALL, "a.html", "text", False, r"Let the file end in .txt, or"),
        (ALL, "a.xlsx", "csv", False, r"says xlsx and --format says csv"),
        (ALL, "a.txt", None, True, r"says text and --open says html.*end in .html, or leave out --open"),
        (ALL, "a.html", "json", True, r"[Jj]son is data and is not opened in a browser"),
        (PAGES, "a.pdf", None, False, r"no PDF is written here.*say --open, and in the browser print it to a PDF"),
        (PAGES, "a.PDF. ", "html", True, r"no PDF is written here"),
        (PAGES, "a.docx", None, False, r"no DOCX.*end in .html, which word processors open"),
        (ALL, "a.xls", None, False, r"no XLS is.*end in .xlsx, which"),
        (ALL, "a.ods", "xlsx", False, r"no ODS is.*end in .xlsx, which"),
        (PAGES, "a.ods", None, False, r"no ODS is.*end in .txt, .md or .html"),
        (PAGES, "a.csv", None, False, r"no CSV is.*end in .txt, .md or .html"),
        (ALL, "a.ics", None, False, r"no ICS is.*end in .txt, .md, .html, .json, .csv or .xlsx"),
        (("ics",), "a.html", None, False, r"no HTML is.*end in .ics"), (("ics",), "a.pdf", None, False, r"no PDF is.*end in .ics"),
        (("text",), "a.png", None, False, r"no PNG is.*end in .txt"),
    ],
)  # fmt: skip
def test_what_is_not_written_is_told_with_what_to_do(
    formats: tuple[str, ...], name: str, form: str | None, said: str, *, opened: bool
) -> None:
    with pytest.raises(UsageError) as told:
        choose(formats, Path(name), form, open=opened)
    told.match(said)


WORDS = {"checklists sheet": ["facebook"], "checklists wrong": ["facebook:tags"], "evidence": ["approach"], "team": ["."], "induction": ["--joined", "2026-01-05"]}  # fmt: skip
WRITING = ["summary", "checklists sheet", "checklists wrong", "policy", "induction", "evidence", "remind", "team"]


@pytest.mark.parametrize("path", WRITING)
@pytest.mark.parametrize("name", ["mine.pdf", "mine.docx", "mine.ods"])
def test_every_command_that_writes_a_file_refuses_and_leaves_no_file(
    path: str, name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*path.split(), *WORDS.get(path, []), "--output", name)
    assert (code, out) == (2, "")
    assert f"no {name[5:].upper()} is written here, so nothing was written" in err
    assert not (tmp_path / name).exists()
    assert not (tmp_path / "home").exists()


def test_no_command_writes_a_file_past_the_rule() -> None:
    """A command that takes --output by another way than the rest would not be held to its ending."""
    for command in COMMANDS:
        parser = ArgumentParser()
        command.set_out(parser)
        takes = any("--output" in action.option_strings for action in parser._actions)
        name = f"{command.group} {command.name}".strip().removesuffix(" show")
        assert takes == bool(parser.get_default("formats")) == (name in WRITING and command.name != "policy")
