"""Handing in by command: what is written is what was shown, after a yes, and nothing is kept before."""

import errno
import io
import os
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.cli.main import main
from audit_tui.errors import UsageError, UserError
from audit_tui.files.read import read_model
from audit_tui.paths import find_paths
from audit_tui.team.folder import check_folder
from audit_tui.team.statement import Statement

from .conftest import TODAY
from .team_boards import DAY


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "team"
    made.mkdir()
    return made


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)


def share(folder: Path, *more: str) -> int:
    return main(["share", "--to", str(folder), *more])


def settings() -> str:
    path = find_paths().settings
    return path.read_text() if path.exists() else ""


def break_a_review() -> None:
    journal = find_paths().journal
    journal.mkdir(parents=True, exist_ok=True)
    (journal / "2026-03-02_conduct_0123456789abcdef.toml").write_text("schema = 1\nkind = ")


def test_share_shows_the_exact_file_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert share(folder) == 2
    assert "what to call you" in capsys.readouterr().err
    assert share(folder, "--as", "Teacher A", "--yes") == 0
    (path,) = folder.iterdir()
    assert path.read_text() in capsys.readouterr().out
    assert share(folder, "--yes") == 0
    assert list(folder.iterdir()) == [path]


def test_sentences_come_first_with_who_can_read_it_and_the_file_when_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_a_terminal(monkeypatch, "file\nno\n")
    assert share(folder, "--as", "Teacher A") == 0
    told = " ".join(capsys.readouterr().out.split())
    order = ("It goes into", "an open this folder", "Made by Teacher A on", "Hand it in? (yes, no, or file",
             "This is all that is written, to the letter", "schema = 1", "Hand it in?", "Nothing was written.")  # fmt: skip
    at = 0
    for words in order:
        assert words in told[at:], words
        at = told.index(words, at) + 1
    assert list(folder.iterdir()) == []


def test_the_folder_of_the_last_time_is_kept_and_need_not_be_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["share", "--as", "Teacher A", "--yes"]) == 2
    assert "Add --to and the folder that your lead named" in capsys.readouterr().err
    assert share(folder, "--as", "Teacher A", "--yes") == 0
    assert main(["share", "--yes"]) == 0
    assert Audit(find_paths()).person.choices.share_folder == str(folder)
    (path,) = folder.iterdir()
    assert read_model(Statement, path).issue == 2


def test_a_folder_that_takes_nothing_is_told_before_anything_is_shown_or_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("audit_tui.team.folder.os.access", lambda *_: False)
    assert share(folder, "--as", "Teacher A") == 2
    told = capsys.readouterr()
    assert "you may not put files into this folder, so nothing was written" in told.err
    assert "Made by" not in told.out
    assert settings() == ""


@pytest.mark.parametrize("typed", ["no\n", "\n", "yess\n"])
def test_without_a_yes_nothing_is_written_and_nothing_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    at_a_terminal(monkeypatch, typed)
    assert share(folder, "--as", "Teacher A") == 0
    assert "Nothing was written." in capsys.readouterr().out
    assert list(folder.iterdir()) == []
    assert settings() == ""


def test_a_yes_writes_and_keeps_label_and_number(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, "yes\n")
    assert share(folder, "--as", "Teacher A") == 0
    (path,) = folder.iterdir()
    chosen = Audit(find_paths()).person.choices
    assert (chosen.label, chosen.share_id) == ("Teacher A", read_model(Statement, path).id)


def test_beside_a_newer_statement_of_ones_own_nothing_is_written_or_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert share(folder, "--as", "Teacher A", "--yes") == 0
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes().replace(b"schema = 1", b"schema = 2"))
    before = path.read_bytes(), settings()
    assert share(folder, "--as", "TA", "--yes") == 2
    assert "Update audit-tui" in capsys.readouterr().err
    assert list(folder.iterdir()) == [path]
    assert (path.read_bytes(), settings()) == before


@pytest.mark.parametrize(("typed", "code", "files"), [("yes\n", 0, 1), ("no\n", 0, 0), ("", 2, 0)])
def test_through_a_pipe_it_asks_as_well(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, code: int, files: int
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert share(folder, "--as", "Teacher A") == code
    assert len(list(folder.iterdir())) == files


def test_where_it_could_not_be_seen_nobody_is_asked_and_nothing_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("yes\n"))
    assert share(folder, "--as", "Teacher A") == 2
    assert "could not be seen before the yes" in capsys.readouterr().err
    assert list(folder.iterdir()) == []
    assert share(folder, "--as", "Teacher A", "--yes") == 0


def test_an_input_that_ends_is_no_yes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_a_terminal(monkeypatch, "")
    assert share(folder, "--as", "Teacher A") == 2
    assert "nothing was written. Type yes, or add --yes" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("label", ["x" * 61, "x" * 200, "", "a\nb"])
def test_a_label_that_would_not_do_is_refused_before_anything_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], label: str
) -> None:
    assert share(folder, "--as", label) == 2
    assert "at most 60 letters" in capsys.readouterr().err
    assert settings() == ""
    assert share(folder, "--as", "x" * 60, "--yes") == 0


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert share(tmp_path / "none", "--as", "T") == 2
    told = capsys.readouterr()
    assert "there is no such folder" in told.err
    assert "This is all that will be written" not in told.out
    assert settings() == ""


def test_a_folder_is_looked_for_by_the_name_that_was_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    check_folder(str(folder))
    check_folder(f"~/{folder.name}")
    (folder / "file").touch()
    for name in ("none", str(folder / "file"), "~nobody-of-that-name/x"):
        with pytest.raises(UserError, match="there is no such folder"):
            check_folder(name)


def test_at_a_terminal_what_could_not_be_read_is_told_and_nothing_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_a_review()
    at_a_terminal(monkeypatch, "yes\n")
    assert share(folder, "--as", "Teacher A") == 2
    told = capsys.readouterr()
    assert "conduct_0123456789abcdef.toml" in told.err
    assert "more may be done than this says; nothing was written" in told.err
    assert "Hand it in?" not in told.out
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("sees", [True, False])
def test_what_could_not_be_read_is_told_and_stands_in_what_is_handed_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, sees: bool
) -> None:
    break_a_review()
    if sees:
        at_a_terminal(monkeypatch, "")
    assert share(folder, "--as", "Teacher A", "--yes") == 0
    told = capsys.readouterr()
    assert "conduct_0123456789abcdef.toml" in told.err
    assert told.err.count("conduct_0123456789abcdef.toml") == 1
    (path,) = folder.iterdir()
    assert read_model(Statement, path).unread == 1


def test_settings_that_cannot_be_read_hand_nothing_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = find_paths().settings
    path.parent.mkdir(parents=True)
    path.write_text("schema = 1\nlabel = ")
    assert share(folder, "--as", "Teacher A", "--yes") == 2
    assert str(path) in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_what_is_handed_in_is_what_was_shown_whatever_happened_since(audit: Audit, folder: Path) -> None:
    shown = audit.statement("Teacher A", TODAY)
    audit.person.choose("accounts", [])
    assert audit.statement("Teacher A", TODAY) != shown
    audit.hand_in(shown, str(folder))
    (path,) = folder.iterdir()
    assert read_model(Statement, path) == shown
    assert audit.statement("Teacher A", TODAY + DAY).id == shown.id


def test_what_0_1_handed_in_under_a_label_goes_or_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert share(folder, "--as", "Teacher A", "--yes") == 0
    (path,) = folder.iterdir()
    before = path.rename(folder / f"ta-{path.name}")
    assert share(folder, "--as", "Teacher B", "--yes") == 0
    assert list(folder.iterdir()) == [path]
    path.rename(before)
    remove = os.unlink

    def refuse(path: str | Path, **_: object) -> None:
        if Path(path) == before:
            raise PermissionError(errno.EACCES, "Permission denied")
        remove(path)

    monkeypatch.setattr(os, "unlink", refuse)
    capsys.readouterr()
    assert share(folder, "--as", "Teacher B", "--yes") == 2
    told = capsys.readouterr()
    assert "Handed in." in told.out
    assert f"{before}: your earlier statement is still there" in told.err


def test_two_windows_that_hand_in_do_not_make_two_people_of_one(audit: Audit, folder: Path) -> None:
    other = Audit(audit.paths)
    one, two = audit.statement("Teacher A", TODAY), other.statement("TA", TODAY)
    audit.hand_in(one, str(folder))
    with pytest.raises(UsageError, match="Another window handed in meanwhile"):
        other.hand_in(two, str(folder))
    other.hand_in(other.statement("TA", TODAY), str(folder))
    (path,) = folder.iterdir()
    assert read_model(Statement, path).label == "TA"


def test_two_windows_never_make_two_statements_of_one_place_in_the_order(audit: Audit, folder: Path) -> None:
    audit.hand_in(audit.statement("Teacher A", TODAY), str(folder))
    one, two = audit.statement("Teacher A", TODAY), Audit(audit.paths).statement("TA", TODAY)
    assert (one.issue, two.issue) == (2, 2)
    audit.hand_in(one, str(folder))
    with pytest.raises(UsageError, match="Another window handed in meanwhile"):
        Audit(audit.paths).hand_in(two, str(folder))


def test_a_home_that_nobody_has_is_a_folder_that_is_not_there(audit: Audit) -> None:
    with pytest.raises(UserError, match="there is no such folder"):
        audit.team("~nobody-of-that-name/x", TODAY)


def test_the_team_by_command_tells_what_it_could_not_take_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert share(folder, "--as", "Teacher A", "--yes") == 0
    (folder / "review.toml").write_text('schema = 1\nkind = "review"\nnote = "my secret"\n')
    capsys.readouterr()
    assert main(["team", str(folder)]) == 2
    told = capsys.readouterr()
    assert "this is a full review with somebody's own answers; it was not taken in" in told.err
    assert "my secret" not in told.out + told.err
    assert "1 person" in told.out


@pytest.mark.parametrize(
    ("form", "begins"), [("csv", "school,label"), ("json", "{"), ("html", "<!DOCTYPE html>"), ("text", "Privacy")]
)
def test_the_team_by_command_in_each_format(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str, begins: str
) -> None:
    assert share(folder, "--as", "Teacher A", "--yes") == 0
    capsys.readouterr()
    assert main(["team", str(folder), "--format", form]) == 0
    told = capsys.readouterr().out
    assert told.removeprefix("\ufeff").startswith(begins)
    assert "Teacher A" in told


def test_a_past_day_judges_by_that_day_and_believes_by_the_clock(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert share(folder, "--as", "Teacher A", "--yes") == 0
    assert main(["team", str(folder), "--on", "2020-01-01"]) == 0
    assert "the team on 1 January 2020" in capsys.readouterr().out
