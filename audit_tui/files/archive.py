"""Zip archives of small files: made in memory, and taken apart believing nothing that they say of themselves."""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from audit_tui.errors import Unreadable
from audit_tui.files.read import LIMIT, MOST, read_bytes

MOST_FILES = 2 * MOST + 10  # two folders as full as can be read, and what stands beside them
LARGEST = 256 * 1024 * 1024
ENCRYPTED = 0x1
KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others may take any memory to unfold
MODE = (stat.S_IFREG | 0o600) << 16
OTHER = "use the file that audit-tui backup wrote, as it wrote it"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


def pack(files: Mapping[str, bytes]) -> bytes:
    """Put files into one archive, by their names in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = MODE
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def read_archive(path: Path) -> dict[str, bytes]:
    """Read an archive whole, by the names in it, or not at all. Raises Unreadable.

    Refused: one that is cut short or damaged, encrypted entries, links and folders, a name given twice, more than
    40,010 entries, an entry of over 64 KiB, over 256 MiB in all. What the names say is for the caller to judge.
    """
    data = read_bytes(path, limit=LARGEST)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check(entries, path)
            return {entry.filename: _read(archive, entry, path) for entry in entries}
    except BROKEN as error:
        raise Unreadable("this is no archive, or not a whole one", path=path, remedy=OTHER) from error


def _check(entries: list[zipfile.ZipInfo], path: Path) -> None:
    if len(entries) > MOST_FILES:
        raise Unreadable(f"this archive holds over {MOST_FILES:,} files", path=path, remedy=OTHER)
    if len({entry.filename for entry in entries}) < len(entries):
        raise Unreadable("this archive holds one name twice", path=path, remedy=OTHER)
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise Unreadable(f"this archive holds over {LARGEST // 1024 // 1024} MiB", path=path, remedy=OTHER)
    for entry in entries:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if entry.compress_type not in KNOWN:
            raise Unreadable("this archive is packed in another way", path=path, key=entry.filename, remedy=OTHER)
        if entry.flag_bits & ENCRYPTED:
            raise Unreadable("this archive is encrypted", path=path, key=entry.filename, remedy=OTHER)
        if not entry.filename or entry.is_dir() or kind not in (0, stat.S_IFREG):
            raise Unreadable(
                "this archive holds something else than files", path=path, key=entry.filename, remedy=OTHER
            )


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> bytes:
    """Read an entry, of which its size is not believed."""
    with archive.open(entry) as opened:
        data = opened.read(LIMIT + 1)
    if len(data) > LIMIT:
        what = f"a file in this archive is over {LIMIT // 1024} KiB"
        raise Unreadable(what, path=path, key=entry.filename, remedy=OTHER)
    return data
