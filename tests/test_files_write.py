"""Writing: whole or not at all, never over another file, and private."""

import errno
import os
import re
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_tui.errors import TooLarge, Unwritable
from audit_tui.files import disk
from audit_tui.files import write as writing
from audit_tui.files.read import LIMIT, read_bytes

FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT)


class Held(PermissionError):
    """What Windows raises for a file that another program holds."""

    def __init__(self, code: int) -> None:
        super().__init__(errno.EACCES, "held")
        self.winerror = code


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


def failing(call: str, at: int, number: int, seen: list[str] | None = None) -> Callable[..., object]:
    real, seen = getattr(os, call), [] if seen is None else seen

    def fail(*arguments: object, **named: object) -> object:
        seen.append(call)
        if len(seen) == at:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **named)

    return fail


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize(("call", "at"), [("open", 1), ("write", 1), ("fsync", 1), ("fsync", 2), ("replace", 1)])
def test_a_fault_while_replacing_is_told_and_leaves_one_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, at: int
) -> None:
    path, seen = tmp_path / "a.toml", list[str]()
    path.write_bytes(b"old")
    monkeypatch.setattr(os, call, failing(call, at, number, seen))
    if call == "fsync" and at == 2 and number in disk.NO_FOLDER_SYNC:
        writing.replace_file(path, b"new")
    else:
        with pytest.raises(Unwritable, match=re.escape(str(path))):
            writing.replace_file(path, b"new")
    monkeypatch.undo()
    assert len(seen) >= at
    assert path.read_bytes() == (b"new" if (call, at) == ("fsync", 2) else b"old")
    assert left(tmp_path) == ["a.toml"]
    writing.replace_file(path, b"new")


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize(("call", "at"), [("open", 1), ("write", 1), ("fsync", 1), ("fsync", 2), ("link", 1)])
def test_a_fault_while_creating_is_told_and_leaves_nothing_or_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, at: int
) -> None:
    path, seen = tmp_path / "a.toml", list[str]()
    monkeypatch.setattr(os, call, failing(call, at, number, seen))
    if call == "fsync" and at == 2 and number in disk.NO_FOLDER_SYNC:
        writing.create_file(path, b"new")
    else:
        with pytest.raises(Unwritable, match=re.escape(str(path))):
            writing.create_file(path, b"new")
    monkeypatch.undo()
    assert len(seen) >= at
    assert left(tmp_path) == (["a.toml"] if (call, at) == ("fsync", 2) else [])
    writing.create_file(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("write", [writing.create_file, writing.replace_file])
def test_the_file_is_on_the_disk_before_it_has_its_name_and_its_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, bytes], None]
) -> None:
    path, done = tmp_path / "a.toml", list[str]()
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
    writing.remove_file(path)
    assert folders == [path.parent.stat().st_ino]
    assert not path.exists()


def test_removing_what_is_gone_already_is_fine(tmp_path: Path) -> None:
    writing.remove_file(tmp_path / "a.toml")
    writing.remove_file(tmp_path / "none" / "a.toml")


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


def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)


def test_where_links_are_unknown_the_new_name_is_written_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    writing.create_file(tmp_path / "a.toml", b"data")
    assert left(tmp_path) == ["a.toml"]
    assert stat.S_IMODE((tmp_path / "a.toml").stat().st_mode) == 0o600
    with pytest.raises(Unwritable):
        writing.create_file(tmp_path / "a.toml", b"other")
    assert (tmp_path / "a.toml").read_bytes() == b"data"
    writing.create_file(tmp_path / "b.toml", b"data", mode=0o644)
    assert stat.S_IMODE((tmp_path / "b.toml").stat().st_mode) == 0o644


def test_where_links_are_unknown_a_full_disk_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_links(monkeypatch)
    monkeypatch.setattr(os, "write", failing("write", 2, errno.ENOSPC))
    with pytest.raises(Unwritable, match="make some room"):
        writing.create_file(tmp_path / "a.toml", b"data")
    assert left(tmp_path) == []


def test_a_file_held_by_a_scanner_is_waited_for_on_windows_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[int] = []
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        held.append(1)
        if len(held) < 4:
            raise Held(5)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    writing.replace_file(tmp_path / "a.toml", b"data")
    assert len(held) == 4


def test_a_scanner_that_never_lets_go_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(*_: object) -> None:
        raise Held(32)

    moments = iter(range(1000))
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    with pytest.raises(Unwritable, match="could not be saved"):
        writing.replace_file(tmp_path / "a.toml", b"data")
    assert left(tmp_path) == []


@pytest.mark.parametrize("write", [writing.create_file, writing.replace_file])
def test_what_does_not_read_back_is_not_called_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, bytes], None]
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"something else")
    with pytest.raises(Unwritable, match="not what was written"):
        write(tmp_path / "a.toml", b"data")


@pytest.mark.parametrize("write", [writing.create_file, writing.replace_file])
def test_reading_back_waits_for_a_scanner_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, bytes], None]
) -> None:
    waits: list[float] = []
    real = Path.read_bytes

    def held(path: Path) -> bytes:
        if len(waits) < 3:
            raise Held(32)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    monkeypatch.setattr(time, "sleep", waits.append)
    write(tmp_path / "a.toml", b"data")
    assert len(waits) == 3


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


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="needs to become another user")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom audit_tui.files import write\n"
        "from audit_tui.errors import Unwritable\nos.setuid(65534)\n"
        "try:\n    write.create_file(Path(sys.argv[1]) / 'a.toml', b'x')\n"
        "except Unwritable as problem:\n    print(problem)\n"
    )
    folder = tmp_path / "shut"
    folder.mkdir(mode=0o700)
    run = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False)
    assert "could not be saved" in run.stdout
    assert "AUDIT_TUI_HOME" in run.stdout
