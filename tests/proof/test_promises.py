"""The page of promises: a broken one is named, ends with 1, and is not passed over at a later run."""

from functools import partial
from pathlib import Path

import pytest

from . import __main__ as proof
from .figure import Figure, Trial
from .promises import broken, written

HOLDS = Figure("Nothing is lost", "2 kills", 0, "lost 1", twin_caught=True)
LOST = HOLDS._replace(bad=2, broke=("answer A", "answer B"))
BLIND = HOLDS._replace(twin="lost 0", twin_caught=False)


def _found(figure: Figure, _: bool) -> Figure:  # noqa: FBT001 - as trials are run
    return figure


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    figures = {"kills": HOLDS, "cuts": LOST, "faults": BLIND}
    trials = {name: Trial(name, partial(_found, figure)) for name, figure in figures.items()}
    monkeypatch.setattr(proof, "trials", lambda: trials)
    return tmp_path / "promises.md"


def test_where_all_holds_nothing_is_said_and_it_ends_well(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert proof.main(["kills", "--output", str(page)]) == 0
    assert capsys.readouterr().err == ""
    assert "| kills | Nothing is lost | 2 kills | 0 | lost 1 |" in page.read_text()


@pytest.mark.parametrize(
    ("name", "told"),
    [("cuts", "cuts: broke it 2; a careless twin: lost 1"), ("faults", "faults: broke it 0; a careless twin: NOT CAUGHT: lost 0")],
)  # fmt: skip
def test_a_broken_promise_and_a_twin_that_is_not_caught_are_named(
    page: Path, name: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert proof.main(["kills", name, "--output", str(page)]) == 1
    assert capsys.readouterr().err == f"BROKEN in {page}: {told}\n"


def test_what_broke_a_promise_is_shown(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proof.main(["cuts", "--output", str(page)])
    assert "\n    answer A\n    answer B\n" in capsys.readouterr().out


def test_a_row_that_an_earlier_run_left_broken_is_named_until_it_is_tried_again(page: Path) -> None:
    proof.main(["cuts", "--output", str(page)])
    assert proof.main(["kills", "--output", str(page)]) == 1
    page.write_text(written(page.read_text(), {"cuts": HOLDS}, ["kills", "cuts"], long=True))
    assert proof.main(["kills", "--output", str(page)]) == 0


def test_a_row_without_a_plain_number_counts_as_broken() -> None:
    page = written("", {"kills": HOLDS}, ["kills"], long=False)
    assert broken(page) == []
    assert broken(page.replace("| 0 |", "| a few |"))
