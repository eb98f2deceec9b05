"""Settings and IMEI numbers that lost a part before they were copied: a copy is no more whole than what it is of."""

from pathlib import Path

from audit_tui.errors import NewerSchema, PartLost, Unreadable, UserError
from audit_tui.files.read import parse_toml
from audit_tui.files.values import lost_values
from audit_tui.kept.places import IMEI, SETTINGS


def lost_part(name: str, data: bytes, path: Path, remedy: str) -> UserError | None:
    """Tell what a file, by its name in a backup, says itself that it lost, or that it cannot be read; else None.

    What a newer version wrote is whole as far as we can tell.
    """
    if name not in (SETTINGS, IMEI):
        return None
    try:
        lost = lost_values(data, parse_toml(data, path), path)
    except NewerSchema:
        return None
    except Unreadable as problem:
        return problem
    return PartLost(lost.what, path=path, remedy=remedy) if lost else None
