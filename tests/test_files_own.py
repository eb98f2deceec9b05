"""A file is replaced or removed only while it is as this program left it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from audit_tui.errors import ChangedElsewhere, TooLarge, Unwritable
from audit_tui.files import remove
from audit_tui.files import write as writing
from audit_tui.files.read import LIMIT


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    writing.create_file(path, b"first")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_still_ours_is_replaced_and_removed(ours: Path) -> None:
    writing.replace_own(ours, b"first", b"second")
    assert ours.read_bytes() == b"second"
    assert stat.S_IMODE(ours.stat().st_mode) == 0o600
    remove.remove_own(ours, b"second")
    assert names(ours.parent) == []


def test_what_another_hand_wrote_is_left_as_it_is(ours: Path) -> None:
    ours.write_bytes(b"theirs")
    with pytest.raises(ChangedElsewhere, match="changed or removed"):
        writing.replace_own(ours, b"first", b"second")
    with pytest.raises(ChangedElsewhere, match="changed or removed"):
        remove.remove_own(ours, b"first")
    assert ours.read_bytes() == b"theirs"
    assert names(ours.parent) == ["a.toml"]


def test_what_is_gone_does_not_come_back(ours: Path) -> None:
    ours.unlink()
    with pytest.raises(ChangedElsewhere):
        writing.replace_own(ours, b"first", b"second")
    with pytest.raises(ChangedElsewhere):
        remove.remove_own(ours, b"first")
    ours.parent.rmdir()
    with pytest.raises(ChangedElsewhere):
        writing.replace_own(ours, b"first", b"second")
    assert not ours.parent.exists()


def test_a_change_while_the_new_contents_are_being_written_is_seen(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def changed_meanwhile(handle: int) -> None:
        real(handle)
        ours.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", changed_meanwhile)
    with pytest.raises(ChangedElsewhere):
        writing.replace_own(ours, b"first", b"second")
    assert ours.read_bytes() == b"theirs"
    assert names(ours.parent) == ["a.toml"]


def test_after_a_fault_at_the_folder_the_same_can_be_saved_again(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, faults = os.fsync, [errno.EIO, errno.EIO]

    def fsync(handle: int) -> None:
        real(handle)
        if stat.S_ISDIR(os.fstat(handle).st_mode) and faults:
            raise OSError(faults.pop(), "input/output error")

    monkeypatch.setattr(os, "fsync", fsync)
    for _ in range(2):  # the second finds the new bytes there, and must not call them safe unflushed
        with pytest.raises(Unwritable, match="could not be saved"):
            writing.replace_own(ours, b"first", b"second")
    writing.replace_own(ours, b"first", b"second")
    assert ours.read_bytes() == b"second"


def test_what_does_not_read_back_is_not_called_saved(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, replaced = os.replace, list[bool]()

    def lossy(source: Path, target: Path) -> None:
        real(source, target)
        target.write_bytes(b"half")
        replaced.append(True)

    monkeypatch.setattr(os, "replace", lossy)
    with pytest.raises(Unwritable, match="not what was written"):
        writing.replace_own(ours, b"first", b"second")
    assert replaced == [True]


def test_more_than_can_be_read_again_is_refused_and_the_old_stands(ours: Path) -> None:
    with pytest.raises(TooLarge):
        writing.replace_own(ours, b"first", b"x" * (LIMIT + 1))
    assert ours.read_bytes() == b"first"
    writing.replace_own(ours, b"first", b"x" * LIMIT)
    assert ours.stat().st_size == LIMIT
