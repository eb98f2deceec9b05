"""Pages to print: whole, reaching for nothing, and in two levels of detail."""

from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.cli.main import main
from audit_tui.paths import find_paths
from audit_tui.record import Answer, End, Result, Review

from .conftest import TODAY, Clock
from .pages_read import read_html
from .sitting_cases import save


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
    checks = len(Audit(find_paths()).person.library.checklists["facebook"].checks)
    assert whole.count('class="boxes"') == short.count('class="boxes"') == checks
    assert len(short) < len(whole)
    assert main(["checklists", "sheet", "facebook"]) == 0
    assert "[ ] Not found" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["summary"], ["policy", "wendover"]])
def test_a_page_has_two_levels_of_detail(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    home = Audit(find_paths())
    checklist = home.person.library.checklists["conduct"]
    check = checklist.checks[0].id
    moment = Clock(TODAY)()
    answer = Answer(check=check, on=TODAY, at=moment, result=Result.FAIL, expect="x", revision=1)
    made = Review(id="0" * 16, checklist="conduct", completed=TODAY, recorded=moment, answers=(answer,),
                  end=End(answers=1))  # fmt: skip
    save(home.journal, made)
    pages = []
    for more in ([], ["--short"]):
        assert main([*arguments, *more, "--format", "html"]) == 0
        pages.append(capsys.readouterr().out)
    assert len(pages[1]) < len(pages[0])
    assert "Self-reported" in pages[1] or "does not show what anybody has done" in pages[1]


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
