"""A backup holds all that is kept, is proved before it is called done, and comes back without writing over anything."""

import errno
import os
import re
import tempfile
import zipfile
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import NewerSchema, Unreadable, Unwritable, UsageError
from audit_tui.files import disk, probe
from audit_tui.files.archive import pack, read_archive
from audit_tui.kept import backup
from audit_tui.kept.backup import back_up, read_backup
from audit_tui.kept.restore import restore

from .conftest import TODAY
from .kept_homes import everything, home


def test_a_backup_restores_to_the_byte_on_a_new_machine(lived_in: Audit, tmp_path: Path) -> None:
    target = tmp_path / "b.zip"
    made = back_up(lived_in.paths, target, TODAY)
    assert (made.files, made.left_out) == (len(everything(lived_in.paths)), ())
    assert target.stat().st_mode & 0o777 == 0o600
    there = home(tmp_path, "new")
    done = restore(read_backup(target), there)
    assert (done.new, done.same, done.problems) == (made.files, 0, ())
    assert everything(there) == everything(lived_in.paths)
    again = restore(read_backup(target), there)
    assert (again.new, again.same, again.beside) == (0, made.files, 0)
    assert everything(there) == everything(lived_in.paths)
    board = Audit(there._replace(builtin=lived_in.paths.builtin)).board(TODAY)
    assert board == lived_in.board(TODAY)


def test_half_written_and_opened_files_are_not_in_it(lived_in: Audit, tmp_path: Path) -> None:
    (lived_in.paths.journal / ".x.toml.1.tmp").write_bytes(b"half")
    (lived_in.paths.journal / ".hidden.toml").write_bytes(b"not ours")
    lived_in.paths.printed.mkdir()
    (lived_in.paths.printed / "page.html").write_bytes(b"a page")
    back_up(lived_in.paths, tmp_path / "b.zip", TODAY)
    names = set(read_backup(tmp_path / "b.zip"))
    assert not any(name.rpartition("/")[2].startswith(".") or "page" in name for name in names)
    assert {"settings.toml", "imei.toml"} < names


def test_a_damaged_record_is_in_it_and_one_too_large_is_told(lived_in: Audit, tmp_path: Path) -> None:
    (lived_in.paths.journal / "damaged.toml").write_bytes(b"half a rec")
    (lived_in.paths.journal / "large.toml").write_bytes(b"#" * 70_000)
    made = back_up(lived_in.paths, tmp_path / "b.zip", TODAY)
    assert read_backup(tmp_path / "b.zip")["journal/damaged.toml"] == b"half a rec"
    assert ["large.toml" in str(problem) for problem in made.left_out] == [True]


def test_nothing_is_written_over_and_nothing_kept_is_told(lived_in: Audit, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"mine")
    with pytest.raises(UsageError, match="there already"):
        back_up(lived_in.paths, tmp_path / "b.zip", TODAY)
    assert (tmp_path / "b.zip").read_bytes() == b"mine"
    with pytest.raises(UsageError, match="Nothing is kept yet"):
        back_up(home(tmp_path, "empty"), tmp_path / "c.zip", TODAY)
    assert not (tmp_path / "c.zip").exists()


def test_an_odd_name_sweeps_up_after_itself_alone(lived_in: Audit, tmp_path: Path) -> None:
    name = "my [1] backup*.zip"
    own, others = (
        tmp_path / f".{name}.12ab.tmp",
        (tmp_path / ".my 1 backup.zip.1.tmp", tmp_path / ".my [1] backupX.zip.1.tmp"),
    )
    for path in (own, *others):
        path.write_bytes(b"half")
        os.utime(path, (0, 0))
    back_up(lived_in.paths, tmp_path / name, TODAY)
    assert not own.exists()
    assert all(path.exists() for path in others)
    assert read_backup(tmp_path / name)


def test_where_nothing_can_be_read_that_is_told_and_nothing_written(tmp_path: Path) -> None:
    paths = home(tmp_path, "odd")
    paths.settings.mkdir(parents=True)
    with pytest.raises(Unreadable, match=r"settings\.toml"):
        back_up(paths, tmp_path / "b.zip", TODAY)
    assert not (tmp_path / "b.zip").exists()


def test_a_backup_that_does_not_restore_the_same_is_not_left_behind(
    lived_in: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "restore", lambda files, paths: restore(dict(list(files.items())[1:]), paths))
    with pytest.raises(Unwritable, match="not what was written"):
        back_up(lived_in.paths, tmp_path / "b.zip", TODAY)
    assert not (tmp_path / "b.zip").exists()


def refuse_below(monkeypatch: pytest.MonkeyPatch, read_only: tuple[Path, ...], full: tuple[Path, ...]) -> None:
    """Let folders take nothing new, or folders but no files, as a read-only and a full disk do."""
    make, write = tempfile.mkdtemp, disk.write_new

    def mkdtemp(prefix: str, dir: Path) -> str:  # noqa: A002 - so named in tempfile
        if dir in read_only:
            raise OSError(errno.EROFS, "Read-only file system")
        return make(prefix=prefix, dir=dir)

    def write_new(path: Path, data: bytes, mode: int) -> None:
        if any(f"{folder}{os.sep}{probe.SCRATCH}" in str(path) for folder in full):
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data, mode)

    monkeypatch.setattr(probe, "mkdtemp", mkdtemp)
    monkeypatch.setattr(disk, "write_new", write_new)


@pytest.fixture
def disks(lived_in: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path, Path]:
    stick, temporary = tmp_path / "stick", tmp_path / "temporary"
    for folder in (stick, temporary):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return lived_in.paths.journal.parent, stick, temporary


@pytest.mark.parametrize(("read_only", "full"), [((0,), ()), ((), (0,)), ((0,), (1,)), ((1,), (0,)), ((), (0, 1))])
def test_a_home_that_takes_nothing_more_is_backed_up_to_another_disk(
    lived_in: Audit, disks: tuple[Path, ...], read_only: tuple[int, ...], full: tuple[int, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    refuse_below(monkeypatch, tuple(disks[each] for each in read_only), tuple(disks[each] for each in full))
    target = disks[1] / "b.zip"
    assert back_up(lived_in.paths, target, TODAY).left_out == ()
    assert read_backup(target) == everything(lived_in.paths)
    assert [path.name for path in disks[1].iterdir()] == ["b.zip"]
    assert not [*disks[2].iterdir(), *disks[0].glob(f"{probe.SCRATCH}*")]


def test_where_no_disk_takes_the_trial_each_is_named_and_nothing_left(
    lived_in: Audit, disks: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_below(monkeypatch, disks[:1], disks[1:])
    with pytest.raises(Unwritable) as told:
        back_up(lived_in.paths, disks[1] / "b.zip", TODAY)
    assert all(f"{place}: " in str(told.value) for place in disks)
    assert "Read-only file system" in str(told.value)
    assert "No space left on device" in str(told.value)
    assert not [*disks[1].iterdir(), *disks[2].iterdir()]


def test_what_a_kill_left_of_a_trial_is_swept_wherever_it_was(lived_in: Audit, disks: tuple[Path, ...]) -> None:
    for place in disks:
        (place / f"{probe.SCRATCH}left" / "journal").mkdir(parents=True)
        (place / f"{probe.SCRATCH}left" / "journal" / "x.toml").write_bytes(b"a note")
    back_up(lived_in.paths, disks[1] / "b.zip", TODAY)
    assert not [path for place in disks for path in place.glob(f"{probe.SCRATCH}*")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["a:b", "a\\b", "a\nb", "a\u00adb", "a\udcffb", "x" * 245, "\u00e9" * 119])
def test_a_name_that_no_backup_holds_is_left_out_and_told_and_the_rest_is_in_it(
    lived_in: Audit, tmp_path: Path, name: str
) -> None:
    whole = everything(lived_in.paths)
    odd = lived_in.paths.journal / f"{name}.toml"
    odd.write_bytes(b"half a rec")
    made = back_up(lived_in.paths, tmp_path / "b.zip", TODAY)
    assert read_backup(tmp_path / "b.zip") == whole
    assert [problem.path for problem in made.left_out] == [odd]
    assert "Give it a short name" in str(made.left_out[0])


def test_the_longest_name_that_can_be_written_is_in_it(lived_in: Audit, tmp_path: Path) -> None:
    (lived_in.paths.journal / f"{'x' * (backup.LONGEST - 5)}.toml").write_bytes(b"half a rec")
    assert back_up(lived_in.paths, tmp_path / "b.zip", TODAY).left_out == ()


@pytest.mark.parametrize("name", ["settings.toml", "imei.toml"])
@pytest.mark.parametrize(("was", "becomes"), [(b"# 3 values", b"# 9 values"), (b"schema = 1", b"schema = [")])
def test_settings_that_lost_a_part_are_in_it_and_told(
    lived_in: Audit, tmp_path: Path, name: str, was: bytes, becomes: bytes
) -> None:
    path = lived_in.paths.settings.with_name(name)
    data = re.sub(rb"# \d+ values", b"# 3 values", path.read_bytes()).replace(was, becomes)
    path.write_bytes(data)
    made = back_up(lived_in.paths, tmp_path / "b.zip", TODAY)
    assert read_backup(tmp_path / "b.zip")[name] == data
    assert ([problem.path for problem in made.lost], made.left_out) == ([path], ())


def test_settings_of_a_newer_version_have_lost_nothing(lived_in: Audit, tmp_path: Path) -> None:
    lived_in.paths.settings.write_bytes(b"schema = 2\n")
    assert back_up(lived_in.paths, tmp_path / "b.zip", TODAY).lost == ()


def about(**said: object) -> bytes:
    keys = {"schema": 1, "kind": '"backup"', "made": "2026-03-02", "files": 1} | said
    return "".join(f"{key} = {value}\n" for key, value in keys.items()).encode()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"x.txt": b""}, "no backup of audit-tui"),
        ({"about.toml": about(files=2), "settings.toml": b""}, "holds 1 files and should hold 2"),
        ({"about.toml": about(kind='"review"'), "settings.toml": b""}, "kind"),
        *(({"about.toml": about(), name: b""}, "no file that a backup holds")
          for name in ("../x.toml", "journal/../../x.toml", "/etc/x.toml", "journal/a/b.toml", "journal\\x.toml", "C:x.toml",
                       "journal/c:x.toml", "journal/.x.toml", "journal/x.txt", "printed/x.toml", "notes.toml", "journal/")),
    ],
)  # fmt: skip
def test_what_no_backup_holds_is_refused_whole(tmp_path: Path, files: dict[str, bytes], told: str) -> None:
    path = tmp_path / "b.zip"
    if "journal/" in files:
        files = {"about.toml": about(), "journal/.toml": b""}
    path.write_bytes(pack(files))
    with pytest.raises(Unreadable, match=told):
        read_backup(path)


def test_a_backup_of_a_newer_version_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(pack({"about.toml": about(schema=2), "settings.toml": b"schema = 2\n"}))
    with pytest.raises(NewerSchema):
        read_backup(tmp_path / "b.zip")


def test_the_archive_tells_a_person_what_it_is(lived_in: Audit, tmp_path: Path) -> None:
    back_up(lived_in.paths, tmp_path / "b.zip", TODAY)
    with zipfile.ZipFile(tmp_path / "b.zip") as opened:
        assert opened.namelist()[0] == "about.toml"
        assert b"audit-tui restore" in opened.read("about.toml")
    assert read_archive(tmp_path / "b.zip")["about.toml"].endswith(b"files = 6\n\n[end]\nvalues = 4\n")
