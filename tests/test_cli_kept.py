"""What a person relies on, held through the command line: what falls due, what is told, what is left alone."""

import io
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from audit_tui.audit import Audit
from audit_tui.paths import find_paths
from audit_tui.record import Answer, End, Result, Review
from audit_tui.team.make import read_label

from .conftest import Clock, Run
from .sitting_cases import save

DAY = timedelta(days=1)


def row(run: Run, checklist: str, day: date | None = None, *before: str) -> dict[str, Any]:
    """Give one list as it stands, today or on another day."""
    on = ("--on", day.isoformat()) if day else ()
    listed: list[dict[str, Any]] = json.loads(run(*before, "due", "--json", *on)[1])["checklists"]
    return next(each for each in listed if each["id"] == checklist)


def answered(checklist: str, day: date) -> None:
    """Answer all of a list on a day that is past."""
    audit = Audit(find_paths())
    found = audit.person.library.checklists[checklist]
    moment = Clock(day)()
    answers = tuple(
        Answer(check=check.id, on=day, at=moment, result=Result.PASS, expect=check.expect, revision=check.revision)
        for check in found.checks
    )
    made = Review(id="0" * 16, checklist=checklist, completed=day, recorded=moment, answers=answers,
                  end=End(answers=len(answers)))  # fmt: skip
    save(audit.journal, made)


def settings(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "home" / "settings.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"schema = 1\n{text}\n")
    return path


# When something falls due.


def test_a_reworded_induction_asks_new_joiners_alone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    joined = date(2026, 1, 5)
    answered("induction", joined + DAY)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(tmp_path / "own")
    assert run("checklists", "new", "induction", "--from", "induction")[0] == 0
    path = tmp_path / "own" / "induction.toml"
    text = re.sub(r"(?m)^revision = \d+\n", "", path.read_text())
    path.write_text(text.replace("[[check]]\n", "[[check]]\nrevision = 9\n"))
    own = ("--checklists", str(tmp_path / "own"))
    assert run("checklists", "check", str(path))[0] == 0
    settings(tmp_path, f"joined = {joined}")
    assert row(run, "induction", joined + 30 * DAY)["due"] == 0
    assert row(run, "induction", joined + 30 * DAY, *own)["due"] > 0
    assert row(run, "induction", joined + 400 * DAY, *own)["due"] == 0


def test_holidays_that_nobody_entered_bring_nothing_forward(run: Run, tmp_path: Path) -> None:
    answered("facebook", date(2026, 6, 10))
    terms = "term_time = true\nterm = [{ first = 2026-04-13, last = 2026-07-15 }]"
    settings(tmp_path, f'accounts = ["facebook"]\n{terms}')
    assert row(run, "facebook", date(2026, 7, 16))["next_due"] == "2026-09-10"
    assert row(run, "facebook", date(2026, 7, 16))["due"] == 0
    assert row(run, "facebook", date(2026, 9, 9))["due"] == 0
    assert row(run, "facebook", date(2026, 9, 10))["due"] > 0
    later = terms.replace("}]", "}, { first = 2026-09-14, last = 2026-12-18 }]")
    settings(tmp_path, f'accounts = ["facebook"]\n{later}')
    assert row(run, "facebook", date(2026, 7, 8))["due"] == 0
    assert row(run, "facebook", date(2026, 7, 9))["due"] > 0


def test_a_new_phone_on_the_day_of_the_review_asks_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("accounts", "--set", "", "--phone", "android")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n" * 60))
    assert run("review", "phone", "--plain")[0] == 0
    assert row(run, "phone")["due"] == 0
    assert run("imei", "--new-phone")[0] == 0
    assert row(run, "phone")["due"] == row(run, "phone")["asked"] > 0


def test_nothing_is_said_to_be_due_only_where_nothing_waits(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("accounts", "--set", "facebook", "--phone", "none")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n" * 300))
    for checklist in json.loads(run("due", "--json")[1])["checklists"]:
        if checklist["asked"]:
            assert run("review", checklist["id"], "--plain")[0] == 0
    assert "Nothing is due. Next: " in run("due")[1]
    assert run("due", "--check")[0] == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("3\n"))
    run("review", "facebook", "--plain")
    out = run("due")[1]
    assert "Nothing is due" not in out
    assert "Nothing more to look at today: 1 check still to put right." in out
    assert run("due", "--check")[0] == 1
    assert run("next")[1] == "Nothing more to look at today: 1 check still to put right.\n"


# What is told.


@pytest.mark.parametrize(("text", "said"), [('[every]\nfacebok = "every 1 month"', 'every: no checklist has the id "facebok"'),
                                            ('[every]\nfacebook = "when it happens"', 'write "every" and a time')])  # fmt: skip
def test_a_cadence_that_does_nothing_or_too_much_is_told(run: Run, tmp_path: Path, text: str, said: str) -> None:
    settings(tmp_path, f'accounts = ["facebook"]\n{text}')
    code, _, err = run("due")
    assert code == 2
    assert said in err


def test_a_list_left_out_by_a_slip_is_told_to_whoever_checks_the_folder(run: Run, tmp_path: Path) -> None:
    own = str(tmp_path / "own")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "school.toml").write_text('schema = 1\noff = ["facebok"]\n')
    for command in (("due",), ("checklists",)):
        code, _, err = run("--checklists", own, *command)
        assert (code, err) == (0, "")
    code, _, err = run("checklists", "check", own)
    assert code == 2
    assert 'off: no checklist has the id "facebok"' in err


@pytest.mark.parametrize(
    "command", [["accounts"], ["trip", "list"], ["induction"], ["evidence", "approach"], ["--plain"]]
)
def test_settings_that_cannot_be_read_are_no_settings_at_all_to_nobody(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    settings(tmp_path, "accounts = [")
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    code, out, err = run(*command)
    assert code == 2
    assert "settings.toml: this is not valid TOML" in err
    assert "Which of these do you have?" not in out


def test_settings_that_cannot_be_read_are_not_taken_for_nothing_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(tmp_path, 'trip = [{ name = "Farm", first = 2026-06-01, last = 2026-06-02 }]\naccounts = [')
    for command in (["accounts"], ["trip", "list"]):
        code, out, err = run(*command)
        assert code == 2
        assert "not known, for the settings could not be read." in out
        assert "not said yet" not in out
        assert "0 trips" not in out
        assert "until that is mended, your accounts and trips are not used" in err
    assert "Say which accounts you hold" not in run("due")[1]
    monkeypatch.setattr("sys.stdin", io.StringIO("t\nq\n"))
    out = run("--plain")[1]
    assert "Your trips are not known, for the settings could not be read." in out
    assert "0 trips" not in out


def test_a_slip_in_one_choice_says_what_is_not_used(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, 'colour = "red"')
    for command in (["accounts"], ["accounts", "--set", "facebook"]):
        _, _, err = run(*command)
        assert err.count("Until that is mended, your accounts and trips are not used.") == 1


# What is left alone.


def test_a_new_list_is_sound_and_stays_in_the_folder_one_stands_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert run("checklists", "new", "Our Rules")[0] == 0
    assert run("checklists", "check", "our-rules.toml")[0] == 0
    code, _, err = run("checklists", "new", "../x")
    assert code == 2
    assert '"../x" is a path' in err
    assert {path.name for path in tmp_path.iterdir()} == {"here"}


@pytest.mark.parametrize("letters", [61, 200])
def test_a_long_label_of_an_earlier_version_is_told_when_it_would_be_handed_in(
    run: Run, tmp_path: Path, letters: int
) -> None:
    path = settings(tmp_path, f'accounts = ["facebook"]\nlabel = "{"x" * letters}"')
    before = path.read_bytes()
    (tmp_path / "team").mkdir()
    assert run("accounts")[::2] == (0, "")
    code, _, err = run("share", "--to", str(tmp_path / "team"))
    assert code == 2
    assert "This cannot be a label. Write one line of at most 60 letters" in err
    assert path.read_bytes().startswith(before)
    assert list((tmp_path / "team").iterdir()) == []
    assert run("share", "--to", str(tmp_path / "team"), "--as", read_label("x" * 60), "--yes")[0] == 0
