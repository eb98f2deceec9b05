"""Forgetting removes all that is ours, and nothing else; pages opened for printing go at the next start."""

import webbrowser
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import Unwritable
from audit_tui.files import write
from audit_tui.kept.forget import everything as kept
from audit_tui.kept.forget import forget, left_over
from audit_tui.paths import APP, Paths

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
    real = write._unlink

    def held(path: Path) -> None:
        if path == lived_in.paths.imei:
            raise PermissionError(13, "Permission denied")
        real(path)

    monkeypatch.setattr(write, "_unlink", held)
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
