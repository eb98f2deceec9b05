"""Homes to keep things in, and what is in them to the byte."""

from pathlib import Path

from audit_tui.paths import HOME, Paths, find_paths


def home(tmp_path: Path, name: str) -> Paths:
    return find_paths({HOME: str(tmp_path / name)})


def everything(paths: Paths) -> dict[str, bytes]:
    above = paths.settings.parent
    return {str(path.relative_to(above)): path.read_bytes() for path in above.rglob("*") if path.is_file()}
