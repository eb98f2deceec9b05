"""Forgetting removes all that is ours, and nothing else; pages opened for printing go at the next start."""

import errno
import shutil
import webbrowser
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import Unreadable, Unwritable
from audit_tui.files import remove
from audit_tui.files.probe import SCRATCH
from audit_tui.kept.forget import everything as kept
from audit_tui.kept.forget import forget, left_over
from audit_tui.paths import APP, HOME, Paths, is_there

from .conftest import Run
from .kept_homes import everything


def test_all_that_is_ours_goes_and_the_folders_with_it(lived_in: Audit) -> None:
    paths = lived_in.paths
    for folder in (paths.drafts, paths.printed):
        folder.mkdir()
    (paths.drafts / "chirp.1.toml").write_bytes(b"a draft")
    (paths.printed / "page.html").write_bytes(b"a page")
    (paths.settings.parent / ".settings.toml.1.tmp").write_bytes(b"half")
    (paths.journal / ".x.toml.1.tmp").write_bytes(b"half")
    assert {path.relative_to(paths.settings.parent).as_posix() for path in kept(paths)} == {*everything(paths)}
    assert forget(paths) == ()
    assert everything(paths) == {}
    assert list(paths.settings.parent.iterdir()) == []


def test_a_trial_folder_that_a_killed_backup_left_goes_or_is_named(
    lived_in: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    trials = [lived_in.paths.journal.parent / f"{SCRATCH}{name}" for name in ("a", "b")]
    for trial in trials:
        trial.mkdir()
        (trial / "settings.toml").write_bytes(b"a copy")
    remove = shutil.rmtree

    def held(folder: Path, *, ignore_errors: bool) -> None:
        if folder != trials[1]:
            remove(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", held)
    (problem,) = forget(lived_in.paths)
    assert problem.path == trials[1]
    assert "holds copies of what was kept" in str(problem)
    assert {*everything(lived_in.paths)} == {f"{trials[1].name}/settings.toml"}


def test_a_folder_that_cannot_be_listed_at_the_end_is_told_before_anything_goes(
    lived_in: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(lived_in.paths)

    def unreadable(folder: Path) -> list[str]:
        raise Unreadable("this folder cannot be read", path=folder)

    monkeypatch.setattr("audit_tui.files.probe.list_names", unreadable)
    with pytest.raises(Unreadable):
        forget(lived_in.paths)
    assert everything(lived_in.paths) == before


def test_what_others_put_there_stays_and_is_named(lived_in: Audit) -> None:
    others = [lived_in.paths.journal / "notes.txt", lived_in.paths.settings.parent / "mine.toml"]
    for path in others:
        path.write_bytes(b"not ours")
    forget(lived_in.paths)
    assert sorted(everything(lived_in.paths)) == ["journal/notes.txt", "mine.toml"]
    assert left_over(lived_in.paths) == (others[0],)


def test_the_programs_own_folders_go_where_they_are_empty(tmp_path: Path, lived_in: Audit) -> None:
    data, config = tmp_path / "share" / APP, tmp_path / "config" / APP
    for folder in (data / "journal", config):
        folder.mkdir(parents=True)
    (config / "settings.toml").write_bytes(b"schema = 1\n")
    paths = Paths(
        config / "settings.toml", data / "journal", tmp_path / "state" / APP / "drafts", lived_in.paths.builtin
    )
    forget(paths)
    assert not data.exists()
    assert not config.exists()
    assert (tmp_path / "share").exists()


def test_what_cannot_be_removed_is_told_and_the_rest_goes(lived_in: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    real = remove._unlink

    def held(path: Path) -> None:
        if path == lived_in.paths.imei:
            raise PermissionError(13, "Permission denied")
        real(path)

    monkeypatch.setattr(remove, "_unlink", held)
    problems = forget(lived_in.paths)
    assert ["imei.toml: this could not be removed" in str(problem) for problem in problems] == [True]
    assert isinstance(problems[0], Unwritable)
    assert list(everything(lived_in.paths)) == ["imei.toml"]


def test_pages_opened_in_the_browser_are_gone_at_the_next_start(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    assert run("summary", "--open")[0] == 0
    page = tmp_path / "home" / "printed" / "page.html"
    assert page.exists()
    mine = tmp_path / "mine.html"
    assert run("summary", "--open", "--format", "html", "--output", str(mine))[0] == 0
    assert not page.exists()
    assert not page.parent.exists()
    run("due")
    assert mine.exists()


def test_a_lead_who_only_sums_up_leaves_no_page_lying_about_either(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    page = tmp_path / "home" / "printed" / "page.html"
    assert run("team", str(tmp_path), "--open")[0] == 0
    assert page.exists()
    assert run("team", str(tmp_path))[0] == 0
    assert not page.exists()


def test_what_a_person_keeps_in_a_folder_of_that_name_stays(run: Run, tmp_path: Path) -> None:
    printed = tmp_path / "home" / "printed"
    printed.mkdir(parents=True)
    (printed / "thesis.docx").write_bytes(b"mine")
    (printed / "page.html").write_bytes(b"ours")
    run("due")
    assert [path.name for path in printed.iterdir()] == ["thesis.docx"]


def test_no_page_is_removed_through_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "page.html").write_bytes(b"mine")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "printed").symlink_to(tmp_path / "mine")
    run("due")
    assert (tmp_path / "mine" / "page.html").read_bytes() == b"mine"


@pytest.mark.parametrize("command", [["where"], ["doctor"], ["checklists", "schema"]])
def test_whatever_starts_removes_the_page(run: Run, tmp_path: Path, command: list[str]) -> None:
    printed = tmp_path / "home" / "printed"
    printed.mkdir(parents=True)
    (printed / "page.html").write_bytes(b"ours")
    run(*command)
    assert not printed.exists()


def test_settings_that_are_a_link_are_forgotten_where_they_lie(lived_in: Audit, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    lived_in.paths.settings.rename(real)
    lived_in.paths.settings.symlink_to(real)
    assert forget(lived_in.paths) == ()
    assert not real.exists()
    assert everything(lived_in.paths) == {}


@pytest.mark.parametrize("name", ["settings.toml", "imei.toml"])
def test_a_link_to_itself_goes_and_so_does_the_rest(
    run: Run, lived_in: Audit, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    home = lived_in.paths.settings.parent
    (home / name).unlink()
    (home / name).symlink_to(name)
    monkeypatch.setenv(HOME, str(home))
    monkeypatch.setattr("builtins.input", lambda _: "forget")
    code, told, errors = run("forget")
    assert (code, errors) == (0, "")
    assert told.endswith("All of it is removed.\n")
    assert list(home.iterdir()) == []


def test_links_in_a_circle_elsewhere_are_left_alone(lived_in: Audit, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    lived_in.paths.settings.unlink()
    lived_in.paths.settings.symlink_to(tmp_path / "a")
    assert forget(lived_in.paths) == ()
    assert not is_there(lived_in.paths.settings)
    assert is_there(tmp_path / "a")
    assert is_there(tmp_path / "b")


def test_where_nothing_may_be_removed_it_is_not_said_that_the_rest_is(
    run: Run, lived_in: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(path: Path) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    before = everything(lived_in.paths)
    monkeypatch.setattr(remove, "_unlink", read_only)
    monkeypatch.setenv(HOME, str(lived_in.paths.settings.parent))
    monkeypatch.setattr("builtins.input", lambda _: "forget")
    code, told, errors = run("forget")
    assert code == 2
    assert told.endswith("Nothing was removed.\n")
    assert "rest is removed" not in told
    assert errors.count("could not be removed") == len(before)
    assert everything(lived_in.paths) == before


def test_settings_removed_where_they_lie_are_not_nothing(
    run: Run, lived_in: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, unlink = tmp_path / "dotfiles.toml", remove._unlink
    lived_in.paths.settings.rename(real)
    lived_in.paths.settings.symlink_to(real)

    def read_only(path: Path) -> None:
        if path != real:
            raise OSError(errno.EROFS, "Read-only file system", str(path))
        unlink(path)

    monkeypatch.setattr(remove, "_unlink", read_only)
    monkeypatch.setenv(HOME, str(lived_in.paths.settings.parent))
    monkeypatch.setattr("builtins.input", lambda _: "forget")
    assert run("forget")[1].endswith("The rest is removed.\n")
    assert not real.exists()


def test_copies_of_settings_and_numbers_are_forgotten_and_other_files_are_not(lived_in: Audit) -> None:
    for own in (lived_in.paths.settings, lived_in.paths.imei):
        own.with_name(f"{own.stem} (Teacher A's conflicted copy).toml").write_bytes(own.read_bytes())
    lived_in.paths.settings.with_name("settings-of-mine.toml").write_bytes(b"colour = 3\n")
    forget(lived_in.paths)
    assert list(everything(lived_in.paths)) == ["settings-of-mine.toml"]


def test_a_link_in_the_journal_goes_and_what_it_leads_to_stays(lived_in: Audit, tmp_path: Path) -> None:
    (tmp_path / "thesis").write_bytes(b"mine")
    (lived_in.paths.journal / "x.toml").symlink_to(tmp_path / "thesis")
    forget(lived_in.paths)
    assert (tmp_path / "thesis").read_bytes() == b"mine"
    assert everything(lived_in.paths) == {}


def test_a_folder_that_is_a_link_to_nowhere_is_no_empty_one(lived_in: Audit, tmp_path: Path) -> None:
    lived_in.paths.journal.rename(tmp_path / "stick")
    lived_in.paths.journal.symlink_to(tmp_path / "gone")
    for act in (kept, forget):
        with pytest.raises(Unreadable, match="leads nowhere"):
            act(lived_in.paths)
