"""Files from a Windows editor, with a mark at their beginning and two signs at each line's end, by command."""

import io
import json
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from .conftest import Run

FORMS = pytest.mark.parametrize("mark", [b"", BOM_UTF8], ids=["unmarked", "marked"])


def save_as(path: Path, text: str, mark: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(mark + text.replace("\n", "\r\n").encode())


@FORMS
def test_settings_are_read_and_changed(run: Run, tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "home" / "settings.toml"
    save_as(path, 'schema = 1\n# Zoë\'s own\naccounts = ["facebook"]\nphone = "iphone"\n', mark)
    assert run("accounts") == (0, "Accounts: Facebook.\nPhone: an iPhone.\n", "")
    assert run("trip", "add", "Łódź", "2027-06-01", "2027-06-02")[0] == 0
    assert run("accounts", "--phone", "android") == (0, "Accounts: Facebook.\nPhone: an Android phone.\n", "")
    assert "# Zoë's own" in path.read_text(encoding="utf-8-sig")
    assert "Łódź  1 June 2027" in run("trip")[1]


@FORMS
def test_a_checklist_is_checked_and_gone_through(
    run: Run, tmp_path: Path, library_folder: Path, mark: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own" / "rules.toml"
    save_as(path, (library_folder / "rules.toml").read_text().replace("School rules", "Regeln für Łódź"), mark)
    assert run("checklists", "check", str(path)) == (0, "1 file read, 0 problems found.\n", "")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    code, out, err = run("--checklists", str(path.parent), "review", "Regeln für Łódź", "--plain")
    assert (code, err) == (0, "")
    assert "Kept: already right." in out


@FORMS
def test_a_mistake_is_told_with_its_line(run: Run, tmp_path: Path, library_folder: Path, mark: bytes) -> None:
    path = tmp_path / "own" / "rules.toml"
    save_as(path, (library_folder / "rules.toml").read_text().replace("School rules", ""), mark)
    code, _, err = run("checklists", "check", str(path))
    assert code == 2
    assert "line 3, title: this is empty; fill it in." in err


@FORMS
def test_a_statement_is_taken_in(run: Run, tmp_path: Path, mark: bytes) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    run("share", "--to", str(folder), "--as", "Teacher A", "--yes")
    (path,) = folder.iterdir()
    save_as(path, path.read_text(), mark)
    code, out, err = run("team", str(folder), "--format", "json")
    assert (code, err) == (0, "")
    assert [person["label"] for person in json.loads(out)["people"]] == ["Teacher A"]
