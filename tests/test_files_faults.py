"""Writing on disks that fill up, break, refuse or are held: told in a sentence, with one whole file or none."""

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

from audit_tui.errors import Unwritable
from audit_tui.files import disk
from audit_tui.files import write as writing

FAULTS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT)


class Held(PermissionError):
    """What Windows raises for a file that another program holds."""

    def __init__(self, code: int) -> None:
        super().__init__(errno.EACCES, "held")
        self.winerror = code


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def failing(call: str, at: int, number: int, seen: list[str] | None = None) -> Callable[..., object]:
    real, seen = getattr(os, call), [] if seen is None else seen

    def fail(*arguments: object, **named: object) -> object:
        seen.append(call)
        if len(seen) == at:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **named)

    return fail


@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize(("call", "at"), [("open", 1), ("write", 1), ("fsync", 1)])
def test_a_fault_while_adding_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, at: int
) -> None:
    path = tmp_path / "a.toml"
    monkeypatch.setattr(os, call, failing(call, at, number))
    with pytest.raises(Unwritable, match=re.escape(str(path))):
        writing.add_file(path, b"new")
    monkeypatch.undo()
    assert left(tmp_path) == []
    writing.add_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_what_is_added_is_flushed_with_its_folder_and_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, flushed = tmp_path / "a.toml", list[Path]()
    monkeypatch.setattr(writing, "sync_folder", flushed.append)
    writing.add_file(path, b"new")
    assert flushed == [tmp_path]
    monkeypatch.setattr(disk, "contents", lambda _: b"other")
    with pytest.raises(Unwritable, match="what was read back is not what was written"):
        writing.add_file(tmp_path / "b.toml", b"new")


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
    (tmp_path / "kept").mkdir()
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


def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)


def test_where_links_are_unknown_the_whole_file_is_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_links(monkeypatch)
    writing.create_file(tmp_path / "a.toml", b"data")
    assert left(tmp_path) == ["a.toml"]
    assert stat.S_IMODE((tmp_path / "a.toml").stat().st_mode) == 0o600
    with pytest.raises(Unwritable, match="another file has this name"):
        writing.create_file(tmp_path / "a.toml", b"other")
    assert (tmp_path / "a.toml").read_bytes() == b"data"
    (tmp_path / "link.toml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Unwritable, match="another file has this name"):
        writing.create_file(tmp_path / "link.toml", b"data")
    assert (tmp_path / "link.toml").is_symlink()
    writing.create_file(tmp_path / "b.toml", b"data", mode=0o644)
    assert stat.S_IMODE((tmp_path / "b.toml").stat().st_mode) == 0o644


@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
def test_where_links_are_unknown_a_fault_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    without_links(monkeypatch)
    (tmp_path / "kept").mkdir()
    monkeypatch.setattr(os, call, failing(call, 1, errno.ENOSPC))
    with pytest.raises(Unwritable, match="Make some room"):
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
