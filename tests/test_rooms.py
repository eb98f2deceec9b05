"""The house rules that a linter does not hold."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

from audit_tui.paths import HOME, Paths, find_paths

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "audit_tui").rglob("*.py"))
TREES = {path: ast.parse(path.read_text()) for path in SOURCES}
FUNCTIONS = [(path, node) for path, tree in TREES.items() for node in ast.walk(tree)
             if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]  # fmt: skip


def test_files_and_functions_stay_small() -> None:
    sizes = [len(path.read_text().splitlines()) for path in SOURCES]
    assert max(sizes) <= 300
    assert median(sizes) <= 80
    lengths = sorted((node.end_lineno or 0) - node.lineno + 1 for _, node in FUNCTIONS)
    assert lengths[-1] <= 40
    assert lengths[int(len(lengths) * 0.95)] <= 25


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_broad_except_no_ignored_type_no_vague_name(path: Path) -> None:
    source = path.read_text()
    assert "type: ignore" not in source
    assert not re.search(r"except (Base)?Exception|except:", source)
    assert path.stem not in {"utils", "util", "helpers", "manager", "common", "base", "core"}


def test_only_one_room_opens_files() -> None:
    for path, tree in TREES.items():
        if "files" in path.parts or path.name == "main.py":
            continue
        calls = {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert "open" not in calls, path
        assert not re.search(
            r"\.(write_text|write_bytes|read_text|read_bytes)\(", path.read_text().replace("reading.read_bytes(", "")
        ), path


def test_one_variable_moves_everything_that_is_kept(tmp_path: Path) -> None:
    found = find_paths({HOME: str(tmp_path)})
    assert all(tmp_path in path.parents for path in (found.settings, found.journal, found.drafts))
    assert list(tmp_path.iterdir()) == []


def test_without_it_the_platforms_own_local_folders_are_used() -> None:
    found = find_paths({})
    assert isinstance(found, Paths)
    for path in (found.settings, found.journal, found.drafts):
        assert "audit-tui" in path.parts
        assert "Roaming" not in path.parts
