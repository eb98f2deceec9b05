"""The files that are kept of one person, each with its name in a backup."""

from collections.abc import Iterator
from pathlib import Path

from audit_tui.files.read import list_names
from audit_tui.paths import Paths, is_there

SETTINGS, IMEI = "settings.toml", "imei.toml"
JOURNAL, DRAFTS = "journal", "drafts"
RECORD, TEMPORARY = ".toml", ".tmp"


def kept_files(paths: Paths) -> dict[str, Path]:
    """Give every file of the person's own that is there, by its name in a backup. Raises Unreadable."""
    return {name: path for name, path in _places(paths) if is_there(path)}


def _places(paths: Paths) -> Iterator[tuple[str, Path]]:
    yield SETTINGS, paths.settings
    yield IMEI, paths.imei
    for name, folder in ((JOURNAL, paths.journal), (DRAFTS, paths.drafts)):
        yield from ((f"{name}/{each}", folder / each) for each in list_names(folder) if is_record(each))


def is_record(name: str) -> bool:
    """Tell a record by its file's name, a copy of one that a sync program made too."""
    return name.endswith(RECORD) and not name.startswith(".")


def place_of(name: str, paths: Paths) -> Path:
    """Give the place of a file by its name in a backup. Raises ValueError where that is no name of ours."""
    if name in (SETTINGS, IMEI):
        return paths.settings if name == SETTINGS else paths.imei
    folder, _, record = name.partition("/")
    folders = {JOURNAL: paths.journal, DRAFTS: paths.drafts}
    if folder not in folders or not is_record(record) or any(sign in record for sign in "/\\:\0"):
        raise ValueError(name)
    return folders[folder] / record


def temporary_files(paths: Paths) -> list[Path]:
    """Give what an interrupted save may have left half written. Raises Unreadable."""
    folders = dict.fromkeys((paths.settings.parent, paths.journal, paths.drafts, paths.printed))
    return [folder / name for folder in folders for name in list_names(folder) if _is_temporary(name)]


def _is_temporary(name: str) -> bool:
    return name.startswith(".") and name.endswith(TEMPORARY)
