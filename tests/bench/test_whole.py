import sys
from pathlib import Path

import pytest

from .rows import ROWS

pytest.importorskip("pyte", reason="only the benchmark draws a terminal")

from .__main__ import main


@pytest.mark.parametrize("wrong", [["--rounds", "0"], ["--before", "/nowhere/python"], ["--what"]])
def test_wrong_use_is_refused(wrong: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([*wrong, "--output", str(tmp_path / "report.md")])
    assert leaving.value.code == 2
    assert "usage: python -m tests.bench" in capsys.readouterr().err


@pytest.mark.long
def test_one_round_measures_every_row(tmp_path: Path) -> None:
    output = tmp_path / "performance.md"
    assert main(["--rounds", "1", "--after", sys.executable, "--cache", str(tmp_path), "--output", str(output)]) == 0
    text = output.read_text(encoding="utf-8")
    for row in ROWS:
        line = next(line for line in text.splitlines() if line.startswith(f"| {row.what} |"))
        assert float(line.split("|")[4]) > 0
