"""`audit-tui policy`: its parts, the file it begins, and what is told to a lead alone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from audit_tui.cli.parser import with_part

from .conftest import Run
from .policies import OAK


@pytest.mark.parametrize(
    ("said", "meant"),
    [(["policy"], ["policy"]), (["policy", "oak"], ["policy", "show", "oak"]),
     (["policy", "--short", "oak"], ["policy", "show", "--short", "oak"]),
     (["policy", "--format", "json"], ["policy", "show", "--format", "json"]),
     (["policy", "new", "Oak"], ["policy", "new", "Oak"]), (["policy", "show", "new"], ["policy", "show", "new"]),
     (["policy", "--checklists", "new", "check"], ["policy", "--checklists", "new", "check"]),
     (["--checklists", "x", "policy", "oak"], ["--checklists", "x", "policy", "show", "oak"]),
     (["--plain", "--checklists=policy", "policy", "oak"], ["--plain", "--checklists=policy", "policy", "show", "oak"]),
     (["policy", "--help"], ["policy", "--help"]), (["--checklists", "policy", "due"], ["--checklists", "policy", "due"]),
     (["checklists", "show", "policy"], ["checklists", "show", "policy"]), (["--", "policy", "x"], ["--", "policy", "x"])],
)  # fmt: skip
def test_the_word_show_may_be_left_out(said: list[str], meant: list[str]) -> None:
    assert [*with_part(said)] == meant


def test_a_new_policy_is_sound_and_goes_where_one_stands(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("policy", "new", "St Mary's & St John's")
    path = Path("policies", "st-marys-and-st-johns.toml")
    assert (code, err) == (0, "")
    assert f"Written to {path}" in out
    before = path.read_bytes()
    code, out, err = run("policy", "check")
    told = "St Mary's & St John's, 3 clauses: 1 covered by a check, 1 needs none, 1 covered by nothing yet."
    assert (code, out, err) == (0, f"{told}\n1 file read, 0 problems found.\n", "")
    assert json.loads(Path("policies", "policy.schema.json").read_text()) == json.loads(run("policy", "schema")[1])
    code, _, err = run("policy", "new", "St Mary's & St John's")
    assert (code, path.read_bytes()) == (2, before)
    assert "this file is there already" in err
    assert run("--checklists", str(tmp_path), "policy", "st-marys-and-st-johns")[0] == 0


def test_a_new_policy_goes_into_the_schools_folder_where_one_is_set(
    run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert run("--checklists", str(own), "policy", "new", "Oak End School")[0] == 0
    assert (own / "policies" / "oak-end-school.toml").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert run("policy", "check", "--checklists", str(own))[0] == 0
    code, _, err = run("policy", "check")
    assert code == 2
    assert "No school's folder is set. Go to the folder with your checklists, or name it" in err


@pytest.mark.parametrize("name", ["new", "check", "checks", "schema", "show", "../x"])
def test_no_policy_can_be_called_like_a_part_of_the_command(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("policy", "new", name)[0] == 2
    assert list(tmp_path.glob("**/*.toml")) == []


def test_what_leads_nowhere_is_told_to_the_lead_and_not_to_staff(run: Run, own: Path) -> None:
    (own / "policies" / "oak-end.toml").write_text(OAK.replace("chirp:private", "facebook:future-post"))
    (own / "school.toml").write_text('schema = 1\noff = ["datng"]\n')
    for words in (
        ["policy", "check", str(own)],
        ["checklists", "check", str(own)],
        ["--checklists", str(own), "policy"],
    ):
        code, _, err = run(*words)
        assert code == 2
        assert 'Perhaps you mean "facebook:future-posts".' in err
        assert 'Perhaps you mean "dating".' in err
    code, out, _ = run("--checklists", str(own), "doctor")
    assert code == 1
    assert '"facebook:future-posts"' in " ".join(out.split())
    for words in (["due"], ["summary"], ["checklists"], ["checklists", "show", "facebook"], ["accounts"]):
        code, out, err = run("--checklists", str(own), *words)
        assert (code, err) == (0, "")
        assert "covered_by" not in out


def test_the_schema_names_the_checks_there_are_and_takes_others(run: Run) -> None:
    schema = json.loads(run("policy", "schema")[1])
    named, other = schema["$defs"]["Clause"]["properties"]["covered_by"]["items"]["anyOf"]
    assert {"facebook:future-posts", "family:two-step", "location of every platform", "sign-in"} <= {*named["enum"]}
    assert other["type"] == "string"
    assert "facebook:tags" in schema["$defs"]["Clause"]["properties"]["covered_by"]["description"]


def test_a_mapped_policy_is_read_without_what_checks_files_of_others(library_folder: Path, own: Path) -> None:
    """Staff whose school has a policy must not wait for pydantic at every start."""

    (own / "policies" / "oak-end.toml").write_text(OAK.replace("2026-09-01", '"September 2026"'))
    (own / "school.toml").write_text('schema = 1\n[[change]]\ncheck = "chirp:private"\nseverity = "high"\n')
    program = f"""
import sys
from pathlib import Path
from audit_tui.library.loader import read_library
library = read_library([Path({str(library_folder)!r}), Path({str(own)!r})])
print(library.problems, library.for_lead, {{"pydantic", "pydantic_core", "difflib"}} & {{*sys.modules}})
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout == "() () set()\n"


def test_a_new_policy_goes_into_a_fresh_folder_and_into_none_that_is_away(run: Run, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    code, out, err = run("--checklists", str(fresh), "policy", "new", "Oak End School")
    assert (code, err) == (0, "")
    assert out.endswith("Change it in any editor, then: audit-tui policy check\n")
    assert {path.name for path in (fresh / "policies").iterdir()} == {"oak-end-school.toml", "policy.schema.json"}
    code, _, err = run("--checklists", str(tmp_path / "away"), "policy", "new", "Oak End School")
    assert code == 2
    assert "the school's folder is not there just now. Make it, or connect to where it is" in err
    assert not (tmp_path / "away").exists()


def test_a_new_policy_begun_among_the_policies_stands_beside_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "policies"
    there.mkdir()
    monkeypatch.chdir(there)
    code, out, err = run("policy", "new", "Oak End School")
    assert (code, err) == (0, "")
    assert {path.name for path in there.iterdir()} == {"oak-end-school.toml", "policy.schema.json"}
    assert f'--checklists "{tmp_path}" policy oak-end-school' in out
    for words in (["policy", "check"], ["policy", "check", "oak-end-school.toml"]):
        code, out, err = run(*words)
        assert (code, err) == (0, "")
        assert "1 file read, 0 problems found." in out


def test_a_list_that_the_school_leaves_out_is_told_as_left_out(run: Run, own: Path) -> None:
    (own / "school.toml").write_text('schema = 1\noff = ["dating"]\n')
    for name in ("dating", "Dating apps"):
        code, _, err = run("--checklists", str(own), "checklists", "show", name)
        assert code == 2
        assert "Your school leaves Dating apps out. It stands under off in school.toml." in err
    assert "There is no checklist called" in run("--checklists", str(own), "checklists", "show", "zzz")[2]
