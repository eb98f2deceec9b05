"""An archive is taken whole or refused in words; nothing that it says of itself is believed."""

import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_tui.errors import Unreadable
from audit_tui.files import archive
from audit_tui.files.archive import pack, read_archive
from audit_tui.files.read import LIMIT, MOST

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1)


def written(path: Path, *entries: tuple[zipfile.ZipInfo | str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as made:
        for entry, data in entries:
            made.writestr(entry, data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read_archive(path)
    return str(caught.value)


@given(st.dictionaries(NAMES.filter(lambda name: len(name.encode()) < 200), st.binary(max_size=2000), max_size=5))
def test_what_is_packed_comes_out_to_the_byte(files: dict[str, bytes]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        path.write_bytes(pack(files))
        assert read_archive(path) == files


def test_any_cut_is_noticed(tmp_path: Path) -> None:
    whole = pack({"a": b"one" * 99, "b": b"two"})
    for length in range(len(whole)):
        (tmp_path / "a.zip").write_bytes(whole[:length])
        assert "not a whole one" in refusal(tmp_path / "a.zip")


def test_any_changed_byte_of_a_file_is_noticed(tmp_path: Path) -> None:
    whole = bytearray(pack({"a": b"one" * 99}))
    start = whole.index(b"a", 30) + 1
    whole[start + 3] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(whole)
    assert "not a whole one" in refusal(tmp_path / "a.zip")


def test_links_folders_and_encrypted_files_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "something else than files" in refusal(written(tmp_path / "link.zip", (link, b"/etc/passwd")))
    assert "something else than files" in refusal(written(tmp_path / "folder.zip", ("a/", b"")))
    data = bytearray(pack({"a": b"x"}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(sign) + at, 1)
    (tmp_path / "secret.zip").write_bytes(data)
    assert "encrypted" in refusal(tmp_path / "secret.zip")


def test_a_name_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = written(tmp_path / "a.zip", ("a", b"1"), ("a", b"2"))
    assert "one name twice" in refusal(path)


def test_what_unfolds_to_more_than_a_file_may_hold_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.zip", ("a", b"0" * (LIMIT + 1)), compression=zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 1000
    assert "over 64 KiB" in refusal(path)
    read_archive(written(tmp_path / "b.zip", ("a", b"0" * LIMIT)))


def test_a_file_that_says_it_is_smaller_than_it_is_is_refused(tmp_path: Path) -> None:
    data = bytearray(pack({"a": b"0" * (LIMIT + 1)}))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(sign) + at, 10)
    (tmp_path / "a.zip").write_bytes(data)
    refusal(tmp_path / "a.zip")


def test_too_many_or_too_much_is_refused_before_anything_is_unfolded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    assert "over 2 files" in refusal(written(tmp_path / "a.zip", ("a", b""), ("b", b""), ("c", b"")))
    read_archive(written(tmp_path / "b.zip", ("a", b""), ("b", b"")))
    monkeypatch.setattr(archive, "LARGEST", 1024 * 1024)
    full = [(str(number), b"0" * LIMIT) for number in range(17)]
    monkeypatch.setattr(archive, "MOST_FILES", 20)
    assert "over 1 MiB" in refusal(written(tmp_path / "c.zip", *full, compression=zipfile.ZIP_DEFLATED))
    read_archive(written(tmp_path / "d.zip", *full[:16], compression=zipfile.ZIP_DEFLATED))


def test_folders_as_full_as_can_be_read_fit_into_an_archive() -> None:
    beside = ["about.toml", "settings.toml", "imei.toml"]
    assert 2 * MOST + len(beside) <= archive.MOST_FILES


def test_other_ways_of_packing_are_refused_in_words(tmp_path: Path) -> None:
    data = bytearray(pack({"a": b"x"}))
    for sign, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", data, data.index(sign) + at, 97)
    (tmp_path / "a.zip").write_bytes(data)
    assert "packed in another way" in refusal(tmp_path / "a.zip")
    for way in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert "packed in another way" in refusal(written(tmp_path / "b.zip", ("a", b"0" * 9000), compression=way))


def test_an_entry_without_a_name_is_refused(tmp_path: Path) -> None:
    assert "something else than files" in refusal(written(tmp_path / "a.zip", (zipfile.ZipInfo(""), b"x")))


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"hello")
    assert "no archive" in refusal(tmp_path / "a.zip")
    assert "cannot be read" in refusal(tmp_path / "none.zip")
