"""The files that are kept of one person, each with its name in a backup."""

from collections.abc import Iterator
from os.path import lexists
from pathlib import Path

from audit_tui.errors import Unreadable, UserError
from audit_tui.files.read import exists, list_names, read_model
from audit_tui.paths import Paths, is_there
from audit_tui.settings.choices import Choices
from audit_tui.settings.phones import Phones

SETTINGS, IMEI = "settings.toml", "imei.toml"
JOURNAL, DRAFTS = "journal", "drafts"
RECORD, TEMPORARY = ".toml", ".tmp"
SIGNS = "/\\:\0"
NOWHERE = "is the disk or stick that it leads to missing? Put it in, or set AUDIT_TUI_HOME to another folder"


def kept_files(paths: Paths) -> dict[str, Path]:
    """Give every file of the person's own that is there, by its name in a backup. Raises Unreadable."""
    check_links(paths)
    return {name: path for name, path in _places(paths) if is_there(path)}


def check_links(paths: Paths) -> None:
    """See that no folder is a link to what is not there, which would look like one that is empty. Raises Unreadable."""
    for folder in (paths.settings.parent, paths.journal.parent, paths.journal):
        if lexists(folder) and not exists(folder):
            raise Unreadable("this is a link that leads nowhere", path=folder, remedy=NOWHERE)


def _places(paths: Paths) -> Iterator[tuple[str, Path]]:
    yield SETTINGS, paths.settings
    yield IMEI, paths.imei
    for name, folder in ((JOURNAL, paths.journal), (DRAFTS, paths.drafts)):
        yield from ((f"{name}/{each}", folder / each) for each in list_names(folder) if is_record(each))


def is_record(name: str) -> bool:
    """Tell a record by its file's name, a copy of one that a sync program made too."""
    return name.endswith(RECORD) and not name.startswith(".")


def is_name(name: str) -> bool:
    """Tell whether a name is one that a file of ours has in a backup."""
    folder, _, record = name.partition("/")
    own = folder in (JOURNAL, DRAFTS) and is_record(record) and record.isprintable()
    return name in (SETTINGS, IMEI) or (own and not any(sign in record for sign in SIGNS))


def place_of(name: str, paths: Paths) -> Path:
    """Give the place of a file by the name that it has in a backup. Raises ValueError where that is no name of ours."""
    if not is_name(name):
        raise ValueError(name)
    if name in (SETTINGS, IMEI):
        return paths.settings if name == SETTINGS else paths.imei
    folder, _, record = name.partition("/")
    return {JOURNAL: paths.journal, DRAFTS: paths.drafts}[folder] / record


def copies(paths: Paths) -> list[Path]:
    """Give copies of the settings and the phones' numbers that a sync program made beside them. Raises Unreadable."""
    found: list[Path] = []
    for own, model in ((paths.settings, Choices), (paths.imei, Phones)):
        beside = [own.with_name(name) for name in list_names(own.parent) if _is_copy(name, own)]
        found += [path for path in beside if _reads_as(model, path)]
    return found


def _is_copy(name: str, own: Path) -> bool:
    return name != own.name and name.startswith(own.stem) and name.endswith(own.suffix)


def _reads_as(model: type[Choices] | type[Phones], path: Path) -> bool:
    try:
        read_model(model, path)
    except UserError:
        return False
    return True


def temporary_files(paths: Paths) -> list[Path]:
    """Give what an interrupted save may have left half written. Raises Unreadable."""
    own = [paths.settings, paths.imei]
    beside = [path.with_name(name) for path in own for name in list_names(path.parent) if _is_half(name, path.name)]
    return beside + [
        folder / name for folder in (paths.journal, paths.drafts) for name in list_names(folder) if _is_half(name)
    ]


def _is_half(name: str, of: str = "") -> bool:
    return name.startswith(f".{of}") and name.endswith(TEMPORARY)
