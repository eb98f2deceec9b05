"""Packs the checklists, families and policies into one JSON file when a wheel is built; the TOML stays the source."""

import json
import tomllib
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FAMILIES = "families.toml"
PACKED = "packed.json"


class PackHook(BuildHookInterface):
    """Adds the packed file to a wheel; an editable checkout reads the TOML itself, so that nothing can be stale."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the packed file to a folder of its own and say where it belongs in the wheel."""
        if version != "editable":
            self.folder = TemporaryDirectory()
            packed = Path(self.folder.name, PACKED)
            packed.write_text(pack(Path(self.root, "checklists")), encoding="utf-8")
            build_data["force_include"][str(packed)] = f"audit_tui/checklists/{PACKED}"


def pack(folder: Path) -> str:
    """Give every table of a folder under its id, days as ISO texts, below a line with their check sum."""
    tables = {
        "families": {family["id"]: family for family in _table(folder / FAMILIES)["family"]},
        "policies": {path.stem: _table(path) for path in _files(folder / "policies")},
        "checklists": {path.stem: _table(path) for path in _files(folder)},
    }
    told = json.dumps(tables, default=date.isoformat, ensure_ascii=False, separators=(",", ":"))
    return f"{crc32(told.encode()):08x}\n{told}"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.toml") if path.name != FAMILIES)


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
