"""The state of the folders: what is full, synced, far away or shut is told; all else is well."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from audit_tui.audit import Audit
from audit_tui.files import probe
from audit_tui.files.probe import is_network, kind_at, nearest, synced_by
from audit_tui.kept.condition import LITTLE, condition
from audit_tui.paths import Paths

from .kept_homes import everything, home
from .other_user import as_other_user, needs_root


def test_all_is_well_in_a_home_lived_in_and_nothing_of_the_trial_stays(lived_in: Audit) -> None:
    before = everything(lived_in.paths)
    found = condition(lived_in.paths)
    assert found.problems == ()
    assert [(place.path, place.is_there) for place in found.places] == [
        (lived_in.paths.settings.parent, True), (lived_in.paths.journal, True),
    ]  # fmt: skip
    assert found.half_written == 0
    assert everything(lived_in.paths) == before


def test_asking_of_a_home_that_is_not_there_yet_makes_nothing(tmp_path: Path) -> None:
    found = condition(home(tmp_path, "new"))
    assert [place.is_there for place in found.places] == [False, False]
    assert found.problems == ()
    assert list(tmp_path.iterdir()) == []
    assert nearest(tmp_path / "new" / "journal") == tmp_path


@pytest.mark.parametrize(("free", "told"), [(LITTLE, 0), (LITTLE - 1, 2)])
def test_a_disk_that_is_nearly_full_is_told(
    lived_in: Audit, monkeypatch: pytest.MonkeyPatch, free: int, told: int
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    problems = condition(lived_in.paths).problems
    assert ["MB are free" in str(problem) for problem in problems] == [True] * told


def test_a_disk_that_cannot_be_looked_at_tells_no_room(lived_in: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(shutil, "disk_usage", refuse)
    assert [place.room for place in condition(lived_in.paths).places] == [None, None]


def test_what_was_left_half_written_is_counted(lived_in: Audit) -> None:
    (lived_in.paths.journal / ".x.toml.1.tmp").write_bytes(b"half")
    (lived_in.paths.settings.parent / ".settings.toml.1.tmp").write_bytes(b"half")
    (lived_in.paths.settings.parent / ".mine.tmp").write_bytes(b"another program's")
    assert condition(lived_in.paths).half_written == 2


def test_a_folder_that_reads_back_something_else_is_told(lived_in: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"something else")
    assert {"not what was written" in str(problem) for problem in condition(lived_in.paths).problems} == {True}


@needs_root
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o755)
    for above in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        above.chmod(0o755)
    told = as_other_user(
        "import sys\nsys.path.insert(0, root)\nfrom audit_tui.kept.condition import condition\n"
        "from audit_tui.paths import find_paths\nbecome_the_other_user()\n"
        "print(*condition(find_paths({'AUDIT_TUI_HOME': home})).problems)\n",
        home=str(shut), root=str(Path(__file__).parents[1]),
    )  # fmt: skip
    assert "nothing can be kept here" in told
    assert "Ask for permission" in told


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/a/OneDrive - Oak End School/x", "OneDrive"),
        ("/home/a/OneDrive/x", "OneDrive"),
        ("/Users/a/Library/Mobile Documents/x", "iCloud Drive"),
        ("/home/a/Dropbox/x", "Dropbox"),
        ("/home/a/My Drive/x", "Google Drive"),
        ("/home/a/Nextcloud/x", "Nextcloud"),
        ("/home/a/onedrives/x", ""),
        ("/home/a/.local/share/audit-tui", ""),
    ],
)
def test_a_folder_that_looks_synced_is_named(folder: str, service: str) -> None:
    assert synced_by(Path(folder)) == service


def test_syncthing_is_known_by_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert synced_by(tmp_path / "home" / "journal") == "Syncthing"


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/srv/school/x", "cifs"), ("/srv/schools", "ext4"), ("/srv/a b", "nfs4"), ("/", "ext4"), ("/srv/school", "cifs")],
)
def test_the_kind_of_disk_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert kind_at(folder, {"/": "ext4", "/srv/school": "cifs", "/srv/a\\040b": "nfs4"}) == kind
    assert kind_at(folder, {}) == ""


@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs4", "fuse.sshfs", "davfs"])
def test_a_network_is_known_by_the_kind(kind: str) -> None:
    assert is_network(kind)
    assert not is_network("ext4")
    assert not is_network("")


@pytest.mark.skipif(not os.path.exists(probe.MOUNTS), reason="no list of mounts on this system")  # noqa: PTH110
def test_the_list_of_mounts_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"//server/home {tmp_path} cifs rw 0 0\n")
    monkeypatch.setattr(probe, "MOUNTS", str(mounts))
    assert probe.is_far(tmp_path)
    monkeypatch.setattr(probe, "MOUNTS", str(tmp_path / "none"))
    assert not probe.is_far(tmp_path)


def test_folders_of_two_kinds_are_each_looked_at(tmp_path: Path, lived_in: Audit) -> None:
    apart = Paths(tmp_path / "c" / "settings.toml", tmp_path / "d" / "journal", tmp_path / "s", lived_in.paths.builtin)
    assert [place.path for place in condition(apart).places] == [tmp_path / "c", tmp_path / "d" / "journal"]
