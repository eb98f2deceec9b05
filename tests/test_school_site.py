"""The machine's file: where it may lie, what is said of one that will not do, and that it costs one look."""

import os
import sys
from pathlib import Path

import platformdirs.macos
import platformdirs.unix
import platformdirs.windows
import pytest

from audit_tui.audit import Audit
from audit_tui.paths import Paths, find_paths, machine_folders
from audit_tui.person import Person

from .other_user import NOBODY, needs_root
from .school_cases import make_school, write_site

WINDOWS_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="folders are written otherwise there")


@WINDOWS_ONLY
@pytest.mark.parametrize(
    "listed", ["", "/opt/xdg", "/opt/one:/opt/two", " /opt/one : /opt/two ", "relative:/opt/one", "relative", ":"]
)
def test_it_lies_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, listed: str) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", listed)
    monkeypatch.setattr("audit_tui.paths.MACHINE", "/etc/xdg")
    theirs = platformdirs.unix.Unix("audit-tui", appauthor=False, multipath=True).site_config_dir.split(":")
    assert [str(folder / "audit-tui") for folder in machine_folders({"XDG_CONFIG_DIRS": listed}, "linux")] == theirs
    assert find_paths({"XDG_CONFIG_DIRS": listed}).site == tuple(Path(folder) / "site.toml" for folder in theirs)


@WINDOWS_ONLY
def test_on_a_mac_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_DIRS")
    monkeypatch.setattr("audit_tui.paths.MACHINE", "/Library/Application Support")
    (folder,) = machine_folders({}, "darwin")
    assert str(folder / "audit-tui") == platformdirs.macos.MacOS("audit-tui", appauthor=False).site_config_dir


def test_and_on_windows() -> None:
    environment = {"PROGRAMDATA": "D:\\ProgramData", "ALLUSERSPROFILE": "D:\\ProgramData"}
    (folder,) = machine_folders(environment, "win32")
    assert str(folder) == "D:\\ProgramData"
    (folder,) = machine_folders({}, "win32")
    assert str(folder) == "C:\\ProgramData"


def test_ones_own_home_elsewhere_leaves_the_machines_file_where_it_is(tmp_path: Path) -> None:
    found = find_paths({"AUDIT_TUI_HOME": str(tmp_path), "XDG_CONFIG_DIRS": "/opt/xdg"})
    assert found.site == (Path("/opt/xdg/audit-tui/site.toml"),)


@pytest.mark.parametrize("quoted", ['"{}"', ' "{}" ', "{}"])
def test_the_variable_may_keep_the_quotes_of_windows(tmp_path: Path, quoted: str) -> None:
    assert find_paths({"AUDIT_TUI_CHECKLISTS": quoted.format(tmp_path)}).variable == tmp_path


def test_the_first_file_counts_even_if_it_is_broken(places: Paths, tmp_path: Path) -> None:
    first, second = tmp_path / "one" / "site.toml", tmp_path / "two" / "site.toml"
    write_site(second, make_school(tmp_path / "ours"))
    places = places._replace(site=(first, second))
    assert "club" in Audit(places).person.library.checklists
    write_site(first, "").write_text("nonsense")
    person = Audit(places).person
    assert "club" not in person.library.checklists
    assert "one/site.toml" in str(person.school_problem)


def test_a_folder_beside_the_file_is_named_by_its_name(places: Paths, tmp_path: Path) -> None:
    site = write_site(tmp_path / "etc" / "site.toml", "ours")
    folder = make_school(tmp_path / "etc" / "ours")
    person = Audit(places._replace(site=(site,))).person
    assert person.school is not None
    assert person.school.path == folder
    assert "club" in person.library.checklists


BUILT_IN = "until then the built-in checklists are used alone"
SINGLE = "Whoever looks after this computer can write the folder between single quotes, as checklists = "


@pytest.mark.parametrize(
    ("text", "said"),
    [('schema = 1\nchecklists = "\\\\server\\share"\n', SINGLE), ('schema = 1\nchecklists = "Z:\\tests"\n', SINGLE),
     ("schema = 1\nchecklists = ''\n", SINGLE), ("schema = 1\nchecklists = 'smb://server/ours'\n", SINGLE),
     ("schema = 1\nchecklists = '~nobody-of-that-name/x'\n", SINGLE), ("schema = 1\n", SINGLE),
     ("checklists = '/ours'\n", "can add it"), ("schema = 2\n", "can update audit-tui to use it"), ("", "can add it"),
     ("schema = 1\nchecklist = '/ours'\n", "checklist"), ("#" * 70_000, "can make it smaller or split it")],
)  # fmt: skip
def test_a_file_that_is_not_sound_is_told_and_the_app_opens(
    places: Paths, tmp_path: Path, text: str, said: str
) -> None:
    site = write_site(tmp_path / "etc" / "site.toml", "")
    site.write_text(text)
    audit = Audit(places._replace(site=(site,)))
    assert audit.person.library.checklists.keys() == {"chirp", "rules"}
    (told,) = map(str, audit.problems)
    assert str(site) in told
    assert said in told
    assert told.endswith(f"{BUILT_IN}.")
    assert "\n" not in told


@WINDOWS_ONLY
def test_one_that_anybody_may_change_or_that_is_no_file_is_not_used(places: Paths, tmp_path: Path) -> None:
    site = write_site(tmp_path / "etc" / "site.toml", make_school(tmp_path / "ours"))
    places = places._replace(site=(site,))
    assert Audit(places).problems == ()
    for place, mode, sound in ((site, 0o646, 0o644), (site.parent, 0o777, 0o755), (site.parent, 0o1777, 0o755)):
        place.chmod(mode)
        audit = Audit(places)
        assert f"{place}: anybody may change this, so it is not used" in str(audit.problems[0])
        assert "club" not in audit.person.library.checklists
        place.chmod(sound)
    for place, group, mode in ((site, 12345, 0o664), (site.parent, 12345, 0o775), (site, 0, 0o664)):
        if os.geteuid() == 0:
            os.chown(place, -1, group)
            before = place.stat().st_mode
            place.chmod(mode)
            audit = Audit(places)
            assert bool(audit.problems) is bool(group)
            assert all(f"{place}: a whole group may change this" in str(each) for each in audit.problems)
            place.chmod(before)
    for name in ("folder", "nowhere"):
        (site.parent / "folder").mkdir(exist_ok=True)
        site.unlink(missing_ok=True)
        site.symlink_to(name)
        audit = Audit(places)
        assert "cannot be" in str(audit.problems[0])
        assert "club" not in audit.person.library.checklists


@needs_root
@pytest.mark.parametrize("is_folder", [False, True])
def test_one_that_belongs_to_another_account_is_not_used_but_ones_own_is(
    places: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_folder: bool
) -> None:
    site = write_site(tmp_path / "etc" / "site.toml", make_school(tmp_path / "ours"))
    place = site.parent if is_folder else site
    os.chown(place, NOBODY, NOBODY)
    places = places._replace(site=(site,))
    audit = Audit(places)
    assert f"{place}: another account may change this" in str(audit.problems[0])
    assert "club" not in audit.person.library.checklists
    monkeypatch.setattr("os.geteuid", lambda: NOBODY)
    assert "club" in Audit(places).person.library.checklists


def test_a_day_without_one_costs_a_single_look(
    places: Paths, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []

    def look(path: Path) -> bool:
        looked.append(path)
        return False

    monkeypatch.setattr("audit_tui.person.is_there", look)
    site = tmp_path / "etc" / "site.toml"
    person = Person(places._replace(site=(site,), builtin=installed / "audit_tui" / "checklists"))
    assert looked == [site]
    assert "facebook" in person.library.checklists
