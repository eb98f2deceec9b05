"""Writing: whole or not at all, never over another file, and private."""

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from audit_tui.errors import Unwritable
from audit_tui.files import write as writing

CALLS = ("open", "write", "fsync", "link", "replace")
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


def failing(call: str, at: int, number: int) -> Callable[..., object]:
    real, seen = getattr(os, call), []

    def fail(*arguments: object, **named: object) -> object:
        seen.append(call)
        if len(seen) == at:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **named)

    return fail


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("at", [1, 2])
def test_any_fault_is_told_and_leaves_the_old_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, at: int
) -> None:
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_bytes(b"old")
    monkeypatch.setattr(os, call, failing(call, at, number))
    outcomes = []
    for path, write in ((old, writing.replace_file), (new, writing.create_file)):
        try:
            write(path, b"data")
            outcomes.append(path.read_bytes() == b"data")
        except Unwritable as problem:
            assert str(path) in str(problem)
            outcomes.append(not new.exists() or path == old or new.read_bytes() == b"data")
    monkeypatch.undo()
    assert all(outcomes)
    assert old.read_bytes() in (b"old", b"data")
    assert [name for name in left(tmp_path) if name.endswith(".tmp")] == []


def test_where_links_are_unknown_the_new_name_is_written_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing("link", 1, errno.EPERM))
    writing.create_file(tmp_path / "a.toml", b"data")
    assert left(tmp_path) == ["a.toml"]
    monkeypatch.setattr(os, "link", failing("link", 1, errno.EPERM))
    with pytest.raises(Unwritable):
        writing.create_file(tmp_path / "a.toml", b"other")
    assert (tmp_path / "a.toml").read_bytes() == b"data"


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


def test_what_does_not_read_back_is_not_called_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"something else")
    with pytest.raises(Unwritable, match="not what was written"):
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
