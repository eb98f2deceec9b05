"""A school's own checklists: added, laid over, switched off, asked more often, and checked line by line."""

from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.cadence import parse
from audit_tui.cli.main import main
from audit_tui.files.read import line_of
from audit_tui.library.loader import read_library
from audit_tui.library.template import start_from
from audit_tui.paths import find_paths

from .conftest import CHIRP, POLICY


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "our-checks"
    (folder / "policies").mkdir(parents=True)
    return folder


def test_a_school_can_switch_off_and_ask_more_often(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\noff = ["rules"]\n\n[every]\nchirp = "every 1 month"\n')
    library = read_library([library_folder, own])
    assert library.problems == ()
    assert set(library.checklists) == {"chirp"}
    assert library.every == {"chirp": parse("every 1 month")}


def test_the_persons_own_cadence_goes_before_the_schools(own: Path, tmp_path: Path) -> None:
    (own / "school.toml").write_text('schema = 1\n[every]\nfacebook = "every 1 month"\nx = "every 2 months"\n')
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text('schema = 1\n[every]\nx = "every 4 months"\n')
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path / "home"), "AUDIT_TUI_CHECKLISTS": str(own)}))
    assert audit.occasions.every == {"facebook": parse("every 1 month"), "x": parse("every 4 months")}


def test_a_school_file_that_is_wrong_is_told(library_folder: Path, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\n[every]\nchirp = "often"\n')
    (problem,) = read_library([library_folder, own]).problems
    assert "school.toml" in str(problem)
    assert "every, chirp" in str(problem)


def test_a_folder_that_is_not_there_is_told(library_folder: Path, tmp_path: Path) -> None:
    library = read_library([library_folder, tmp_path / "none"])
    assert "there is no such folder of checklists" in str(library.problems[0])
    assert set(library.checklists) == {"chirp", "rules"}


def test_the_folder_by_option_and_its_policys_coverage(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "policies" / "elm-lane.toml").write_text(POLICY)
    (own / "chirp.toml").write_text(CHIRP)
    assert main(["--checklists", str(own), "checklists", "show", "Chirper"]) == 0
    assert capsys.readouterr().out.startswith("Chirp\n=====")
    assert main(["--checklists", str(own), "policy", "elm-lane"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Clauses covered by a check: 1 of 1" in out
    assert "chirp/private" in out


def test_what_new_writes_is_sound_and_so_is_a_copy_of_every_built_in_one(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(own)
    assert main(["checklists", "new", "our-rules"]) == 0
    assert main(["checklists", "new", "our-rules"]) == 2
    assert main(["checklists", "check", "our-rules.toml"]) == 0
    assert (own / "our-rules.toml").read_text().startswith("#:schema ./checklist.schema.json\n")
    assert '"title": "Checklist"' in (own / "checklist.schema.json").read_text()
    capsys.readouterr()
    library = Audit(find_paths()).library
    for checklist in library.checklists.values():
        (own / f"{checklist.id}.toml").write_text(start_from(checklist.id, checklist))
    assert main(["checklists", "check", "."]) == 0
    copied = read_library([find_paths().builtin, own])
    for checklist in library.checklists.values():
        other = copied.checklists[checklist.id]
        prints = [checklist.fingerprint(check) for check in checklist.checks]
        assert [other.fingerprint(check) for check in other.checks] == prints


@pytest.mark.parametrize(
    ("change", "said"),
    [(('link = "https://chirp', 'link = "http://chirp'), "line 17, check 1 (private), link"),
     (('ask = "Is the place', 'aks = "Is the place'), "line 25, check 2 (location)"),
     (('title = "Chirp"', "title = 3"), "line 3, title"),
     (('id = "old-posts"', 'id = "Old Posts"'), "line 36, check 3 (Old Posts), id")],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    own: Path, change: tuple[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "policies" / "elm-lane.toml").write_text(POLICY)
    (own / "chirp.toml").write_text(CHIRP.replace(*change))
    assert main(["checklists", "check", str(own)]) == 2
    assert said in capsys.readouterr().err


def test_the_line_of_nothing_is_nought() -> None:
    assert line_of(("title",), b"") == 0
    assert line_of(("check", 7, "ask"), b"[[check]]\n") == 0
    assert line_of((), b"a = 1") == 0
