"""`school` and `where`: the school's folder shown, set, taken out, and who named it."""

from pathlib import Path

import pytest

from audit_tui.paths import find_paths

from .conftest import Run
from .school_cases import make_school, write_site


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A school's folder in which every file can be used with the checklists that ship."""
    folder = make_school(tmp_path / "ours")
    (folder / "club.toml").unlink()
    (folder / "school.toml").write_text('schema = 1\noff = ["dating"]\n')
    return folder


def flat(told: str) -> str:
    return " ".join(told.split())


def test_a_folder_is_set_shown_and_taken_out(run: Run, ours: Path) -> None:
    assert run("school", f' "{ours}" ') == (0, "Kept. Found there: 1 checklist and the school's rules.\n", "")
    settings = find_paths().settings
    assert f'checklists = "{ours}"' in settings.read_text()
    code, out, err = run("school")
    assert (code, err) == (0, "")
    assert f"Folder: {ours}" in out
    told = f"Your own choice, in {settings}. Found there: 1 checklist and the school's rules."
    assert told in flat(out)
    assert "Our rules" in run("checklists")[1]
    assert "Dating apps" not in run("checklists")[1]
    assert run("school", "--none")[:2] == (
        0, "Kept: you have no choice of your own. No folder is named: the built-in checklists are used alone.\n",
    )  # fmt: skip
    assert "Folder: none" in run("school")[1]
    assert "Our rules" not in run("checklists")[1]


def test_a_folder_that_cannot_be_known_is_not_said_to_be_none(run: Run) -> None:
    (site,) = find_paths().site
    write_site(site, "/far/ours").write_text("nonsense")
    code, out, err = run("school")
    assert code == 2
    assert str(site) in err
    assert "Folder: not known." in flat(out)
    assert str(site) in out
    assert "No folder is named" not in out
    assert "Folder: none" not in out


def test_where_tells_the_folder_and_who_named_it_and_does_not_look_for_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def where(*words: str) -> str:
        code, out, err = run(*words, "where")
        assert (code, err) == (0, "")
        return flat(out)

    assert "The school's folder: none. No folder is named" in where()
    (site,) = find_paths().site
    write_site(site, "/far/ours")
    assert f"The school's folder: /far/ours. Named for everybody on this computer, in {site}." in where()
    find_paths().settings.parent.mkdir()
    find_paths().settings.write_text("schema = 1\nchecklists = '/far/mine'\n")
    assert f"The school's folder: /far/mine. Your own choice, in {find_paths().settings}." in where()
    monkeypatch.setenv("AUDIT_TUI_CHECKLISTS", "/far/named")
    assert "The school's folder: /far/named. Named by the variable AUDIT_TUI_CHECKLISTS." in where()
    monkeypatch.chdir(tmp_path)
    assert f"The school's folder: {tmp_path}/once. Named by --checklists, for this once." in where(
        "--checklists", "once"
    )


@pytest.mark.parametrize("name", ["settings.toml", "site.toml"])
def test_where_tells_all_else_though_what_names_the_folder_is_broken(run: Run, name: str) -> None:
    paths = find_paths()
    path = {"settings.toml": paths.settings, "site.toml": paths.site[0]}[name]
    write_site(path, "").write_text("nonsense")
    code, out, err = run("where")
    assert (code, err) == (0, "")
    assert f"Your answers: {paths.journal}" in out
    assert f"The school's folder: not known, for {path} cannot be used; audit-tui school says why" in flat(out)
    assert run("school")[0] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [(["/none/of/that"], "/none/of/that: there is no such folder."), ([""], "the folder is empty"), (["  "], "the folder is empty"),
     (["/x", "--none"], "a folder and --none do not go together")],
)  # fmt: skip
def test_what_will_not_do_is_told_and_nothing_is_written(run: Run, words: list[str], said: str) -> None:
    code, out, err = run("school", *words)
    assert (code, out) == (2, "")
    assert said.casefold() in err.casefold()
    assert not find_paths().settings.exists()


def test_a_choice_that_another_goes_before_is_kept_and_that_is_told(
    run: Run, ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ours.rename(tmp_path / "first")
    monkeypatch.setenv("AUDIT_TUI_CHECKLISTS", str(first))
    second = make_school(tmp_path / "second")
    (second / "club.toml").unlink()
    code, out, _ = run("school", str(second))
    assert code == 0
    assert "It does not count yet, for another goes before it." in out
    assert f"What counts is {first}. Named by the variable AUDIT_TUI_CHECKLISTS." in out
    assert f"What counts is {first}." in run("school", "--none")[1]


def test_a_folder_that_is_away_is_shown_as_that_and_another_takes_its_place(run: Run, ours: Path) -> None:
    write_site(find_paths().site[0], "/far/ours")
    code, out, err = run("school")
    assert code == 2
    assert "Folder: /far/ours" in out
    assert "Found there" not in out
    assert "/far/ours: the school's folder is not there just now." in err
    assert run("school", str(ours))[::2] == (0, ""), "what was away does not matter any more"
    assert run("school", "--none")[0] == 2


def test_files_that_cannot_be_used_are_counted_and_named(run: Run, ours: Path) -> None:
    (ours / "broken.toml").write_text("schema = 1\n")
    code, out, err = run("school", str(ours))
    assert code == 2
    assert out.startswith("Kept. Found there: 2 checklists and the school's rules. 1 file of it cannot be used")
    assert "broken.toml" in err
