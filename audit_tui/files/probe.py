"""Trying a folder out: whether it can be written to, what room it has, and whether it lies on this machine alone."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from audit_tui.errors import Unreadable, Unwritable
from audit_tui.files.disk import PRIVATE_FILE, make_folder, read_back, temporary_file
from audit_tui.files.read import list_names
from audit_tui.files.told import REMEDIES

PROBE = b"Written by audit-tui to see whether this folder can be written to. It may be removed.\n"
SCRATCH = ".audit-tui-trial-"
ELSEWHERE = "set AUDIT_TUI_HOME to a folder of your own"
MOUNTS = "/proc/self/mounts"
FAR = ("nfs", "cifs", "smb", "sshfs", "afs", "davfs", "ceph", "glusterfs")
SYNCED = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "iclouddrive": "iCloud Drive", "icloud drive": "iCloud Drive",
    "mobile documents": "iCloud Drive", "google drive": "Google Drive", "googledrive": "Google Drive",
    "my drive": "Google Drive", "nextcloud": "Nextcloud", "owncloud": "ownCloud", "pcloud drive": "pCloud",
}  # fmt: skip
SYNCTHING = ".stfolder"


def nearest(folder: Path) -> Path:
    """Give a folder that is there: this one, or the first above it."""
    while not os.path.isdir(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def see_whether_writable(folder: Path) -> None:
    """See whether one may write into a folder, without doing so. Raises Unwritable."""
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Unwritable("nothing can be kept here (Permission denied)", path=folder, remedy=REMEDIES[errno.EACCES])


def try_writing(folder: Path) -> None:
    """Write a file into a folder, read it back and remove it. Raises Unwritable.

    It is named like the settings' own half-written files, which are swept up where a kill leaves one.
    """
    try:
        with temporary_file(folder / "settings.toml", PROBE, PRIVATE_FILE) as path:
            read_back(path, PROBE)
    except OSError as error:
        what = f"nothing can be kept here ({error.strerror or error})"
        raise Unwritable(what, path=folder, remedy=REMEDIES.get(error.errno or 0, ELSEWHERE)) from error


@contextmanager
def scratch_folder(above: Path) -> Iterator[Path]:
    """Lend a folder to try something out in, and throw it away; one that a kill left goes too. Raises Unwritable."""
    try:
        make_folder(above)
        with suppress(Unreadable):
            remove_scratch(above)
        made = Path(mkdtemp(prefix=SCRATCH, dir=above))
    except OSError as error:
        what = f"there is no folder to try it out in ({error.strerror or error})"
        raise Unwritable(what, path=above, remedy=REMEDIES.get(error.errno or 0, ELSEWHERE)) from error
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def remove_scratch(above: Path) -> list[Path]:
    """Remove what a kill left of such folders, told by its name; give those still there. Raises Unreadable."""
    folders = [above / name for name in list_names(above) if name.startswith(SCRATCH)]
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    return [folder for folder in folders if os.path.lexists(folder)]


def room_left(folder: Path) -> int:
    """Give the bytes that are free where a folder lies. Raises Unreadable."""
    try:
        return shutil.disk_usage(folder).free
    except OSError as error:
        raise Unreadable(f"its disk cannot be looked at ({error.strerror or error})", path=folder) from error


def synced_by(folder: Path) -> str:
    """Name the service that a folder looks synced by, told from the names on its way; empty where it does not."""
    if any(os.path.lexists(above / SYNCTHING) for above in (folder, *folder.parents)):
        return "Syncthing"
    for part in (each.casefold() for each in folder.parts):
        for sign, service in SYNCED.items():
            if part == sign or part.startswith((f"{sign} ", f"{sign}-")):
                return service
    return ""


def is_far(folder: Path) -> bool:
    """Tell whether a folder looks to be on a network, where the system says so."""
    if sys.platform == "win32":
        return os.path.realpath(folder).startswith("\\\\")
    try:
        with open(MOUNTS, encoding="utf-8", errors="surrogateescape") as mounts:
            lines = [line.split() for line in mounts]
    except OSError:
        return False
    return is_network(kind_at(os.path.realpath(folder), {words[1]: words[2] for words in lines}))


def is_network(kind: str) -> bool:
    """Tell a file system over a network by its kind, as `cifs` or `fuse.sshfs`."""
    return kind.removeprefix("fuse.").startswith(FAR)


def kind_at(folder: str, mounts: Mapping[str, str]) -> str:
    """Give the kind of the file system on which a folder lies; a space in a mount's name is escaped (fstab(5))."""
    places = {place.replace("\\040", " "): kind for place, kind in mounts.items()}
    inside = [place for place in places if f"{folder}/".startswith(f"{place.rstrip('/')}/")]
    return places[max(inside, key=len)] if inside else ""
