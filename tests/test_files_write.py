"""Writing: whole or not at all, never over another file, and private."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_tui.errors import TooLarge, Unwritable
from audit_tui.files import remove
from audit_tui.files import write as writing
from audit_tui.files.disk import renew_folder
from audit_tui.files.read import LIMIT, read_bytes


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_new_file_is_private_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a.toml"
    writing.create_file(path, b"whole")
    assert path.read_bytes() == b"whole"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert left(tmp_path) == ["a.toml"]


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    writing.create_file(path, b"first")
    writing.create_file(path, b"first")
    with pytest.raises(Unwritable, match="another file has this name"):
        writing.create_file(path, b"second")
    assert path.read_bytes() == b"first"
    assert left(tmp_path) == ["a.toml"]


def test_a_folder_is_changed_before_it_is_flushed_once_more_and_nothing_is_left_in_it(tmp_path: Path) -> None:
    os.utime(tmp_path, ns=(0, 0))
    renew_folder(tmp_path)
    assert tmp_path.stat().st_mtime_ns
    assert left(tmp_path) == []


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_replacing_keeps_the_mode_and_new_files_are_private(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        path = tmp_path / "a.toml"
        writing.replace_file(path, b"1")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.chmod(0o640 & ~umask)
        writing.replace_file(path, b"2")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640 & ~umask
    finally:
        os.umask(before)


def test_replacing_goes_through_links(tmp_path: Path) -> None:
    target, link, chain = tmp_path / "real.toml", tmp_path / "link.toml", tmp_path / "chain.toml"
    target.write_bytes(b"old")
    link.symlink_to(target)
    chain.symlink_to(link)
    writing.replace_file(chain, b"new")
    assert target.read_bytes() == b"new"
    assert link.is_symlink()
    assert chain.is_symlink()


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    for name, goal in (("dangling", "none"), ("loop", "loop")):
        link = tmp_path / name
        link.symlink_to(tmp_path / goal)
        with pytest.raises(Unwritable):
            writing.replace_file(link, b"new")
        assert link.is_symlink()


@pytest.mark.parametrize("write", [writing.create_file, writing.replace_file])
def test_the_file_is_on_the_disk_before_it_has_its_name_and_its_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, bytes], None]
) -> None:
    path, done = tmp_path / "a.toml", list[str]()
    (tmp_path / "kept").mkdir()
    real = os.fsync

    def fsync(handle: int) -> None:
        named = "named" if path.exists() else "unnamed"
        done.append(f"{'folder' if stat.S_ISDIR(os.fstat(handle).st_mode) else 'file'} {named}")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    write(path, b"data")
    assert done == ["file unnamed", "folder named"]


def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note the folders that are flushed, by their number on the disk."""
    folders: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: folders.append(os.fstat(handle).st_ino))
    return folders


def test_creating_again_flushes_the_name_that_is_there_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writing.create_file(tmp_path / "a.toml", b"data")
    folders = synced(monkeypatch)
    writing.create_file(tmp_path / "a.toml", b"data")
    assert tmp_path.stat().st_ino in folders


def test_a_removal_and_a_new_folder_are_flushed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deep" / "a.toml"
    folders = synced(monkeypatch)
    writing.create_file(path, b"data")
    assert tmp_path.stat().st_ino in folders
    folders.clear()
    remove.remove_file(path)
    assert folders == [path.parent.stat().st_ino]
    assert not path.exists()


def test_a_new_folder_whose_flush_failed_is_flushed_by_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    path = tmp_path / "deep" / "a.toml"
    (tmp_path / "kept").mkdir()
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail)
        with pytest.raises(Unwritable):
            writing.create_file(path, b"data")
    assert left(tmp_path) == []
    folders = synced(monkeypatch)
    writing.create_file(path, b"data")
    assert folders[0] == tmp_path.stat().st_ino
    folders.clear()
    writing.create_file(path.with_name("b.toml"), b"data")
    assert tmp_path.stat().st_ino not in folders, "once it holds something it was flushed"


def test_sweeping_never_fails_what_was_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "scandir", fail)
    writing.sweep_temporaries(tmp_path, 0.0)


def test_removing_what_is_gone_already_is_fine(tmp_path: Path) -> None:
    remove.remove_file(tmp_path / "a.toml")
    remove.remove_file(tmp_path / "none" / "a.toml")


@pytest.mark.parametrize("write", [writing.create_file, writing.replace_file])
def test_more_than_can_be_read_again_is_refused_before_anything_is_touched(
    tmp_path: Path, write: Callable[..., None]
) -> None:
    path = tmp_path / "new" / "a.toml"
    with pytest.raises(TooLarge, match="over 64 KiB"):
        write(path, b"x" * (LIMIT + 1))
    assert list(tmp_path.iterdir()) == []
    write(path, b"x" * LIMIT)
    assert len(read_bytes(path)) == LIMIT
    write(tmp_path / "page.html", b"x" * (LIMIT + 1), limit=None)
    assert (tmp_path / "page.html").stat().st_size == LIMIT + 1


@pytest.mark.parametrize("write", [writing.create_file, writing.replace_file])
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_file_meant_for_others_can_be_read_by_them(tmp_path: Path, umask: int, write: Callable[..., None]) -> None:
    before = os.umask(umask)
    try:
        write(tmp_path / "a.toml", b"data", mode=0o644)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.toml").stat().st_mode) == 0o644


def test_a_mode_asked_for_goes_before_the_one_the_file_has(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    writing.create_file(path, b"1")
    writing.replace_file(path, b"2", mode=0o644)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_disk_without_modes_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no modes here")

    monkeypatch.setattr(os, "chmod", refuse)
    before = os.umask(0o077)
    try:
        writing.create_file(tmp_path / "a.toml", b"data", mode=0o644)
    finally:
        os.umask(before)
    assert (tmp_path / "a.toml").read_bytes() == b"data"


def test_a_pipe_of_the_same_name_is_another_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.toml")
    with pytest.raises(Unwritable, match="another file has this name"):
        writing.create_file(tmp_path / "a.toml", b"data")


def test_only_our_own_stale_temporary_files_are_swept(tmp_path: Path) -> None:
    for name in (".a.toml.1234.tmp", "b.tmp", "c.toml"):
        (tmp_path / name).touch()
    writing.sweep_temporaries(tmp_path, (tmp_path / "c.toml").stat().st_mtime + 60)
    assert len(left(tmp_path)) == 3
    writing.sweep_temporaries(tmp_path, (tmp_path / "c.toml").stat().st_mtime + 2 * writing.STALE)
    assert left(tmp_path) == ["b.tmp", "c.toml"]
