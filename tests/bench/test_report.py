import pytest

pytest.importorskip("pyte", reason="only the benchmark draws a terminal")

from .flushes import Flushes
from .installed import Install
from .neighbours import NEIGHBOURS
from .ratios import Results
from .report import Measured, amount, report, table, times
from .rows import MOST_FLUSHES, ROWS, Row

ROW = Row("board ready", "board", "ready", "a bare program", "hello", "ready", 1.4, 1.15)
GROWS = Row("`due`, 6,000 reviews", "due 6000", "wall", "with 600", "own due 600", "wall", 1.15, 1.03)
LOOKED = {"ready": 1.0, "key": 1.0, "key p95": 1.0, "memory": 1.0, "quit": 1.0, "wall": 1.0, "card": 1.0, "answer": 1.0}


def everything(after: float = 1.0) -> Results:
    """Give results in which each figure of this version is so many times its floor."""
    floors: Results = {name: [LOOKED] for name in ("hello", "hello beside cards", "pass", "parse")}
    others: Results = {each.name: [LOOKED] for each in NEIGHBOURS}
    own = {row.subject for row in ROWS} | {"due 600", "board 600", "card 12"}
    return floors | others | {f"after {name}": [dict.fromkeys(LOOKED, after)] for name in own}


def a_run(after: float = 1.0, flushes: int = 2, noise: float = 1.2) -> Measured:
    install = Install("3.11.7", "8.2.8", 3_793, 38.94)
    return Measured(
        "2 March 2026",
        2,
        7,
        [1.0] * 9 + [noise] * 2,
        everything(after),
        {"after": install},
        {"after": Flushes(flushes, 3)},
    )


def words(measured: Measured) -> str:
    """Give a report without its line breaks."""
    return " ".join(report(measured).split())


@pytest.mark.parametrize(("value", "is_missed"), [(1.4, False), (1.404, False), (1.406, True), (1.15, False)])
def test_a_gate_is_kept_up_to_its_last_digit(value: float, is_missed: bool) -> None:  # noqa: FBT001 - a table of cases
    found: Results = {"after board": [{"ready": value}], "hello": [{"ready": 1.0}]}
    assert ROW.is_missed(found, "after") is is_missed


def test_what_was_not_measured_keeps_no_gate() -> None:
    assert ROW.is_missed({}, "after")


def test_what_grows_is_held_against_the_same_version() -> None:
    found: Results = {
        "before due 6000": [{"wall": 3.0}],
        "before due 600": [{"wall": 2.0}],
        "after due 600": [{"wall": 1.0}],
    }
    assert GROWS.ratio(found, "before") == 1.5
    assert GROWS.ratio(found, "after") is None


def test_every_row_of_the_table_can_be_missed() -> None:
    assert a_run(0.9).missed == []
    grows = [row.what for row in ROWS if row.floor.startswith("own")]
    assert a_run(99).missed == [row.what for row in ROWS if row.what not in grows]


@pytest.mark.parametrize(("flushes", "missed"), [(MOST_FLUSHES, []), (MOST_FLUSHES + 1, ["flushes for an answer"])])
def test_one_flush_too_many_is_told(flushes: int, missed: list[str]) -> None:
    assert a_run(0.9, flushes).missed == missed


def test_the_goal_is_never_beyond_the_gate() -> None:
    assert all(row.goal <= row.gate for row in ROWS)


def test_a_report_shows_every_row_and_the_size() -> None:
    text = report(a_run(1.1))
    assert all(f"\n| {row.what} | {row.floor_name} | - | " in text for row in ROWS)
    assert "| after | 3,793 | 38.9 |" in text
    assert "| an answer, flushes to disk | counted | - | 2 (3 the first time) | 2 | 2 |" in text
    assert "Beside programs" not in text


def test_a_report_names_what_is_over_its_gate() -> None:
    assert "Every figure keeps its gate." in words(a_run(0.9))
    assert "Over its gate: board ready, 600 reviews; " in words(a_run(9))


@pytest.mark.parametrize(("noise", "is_told"), [(1.5, False), (1.51, True)])
def test_a_busy_machine_is_told(noise: float, is_told: bool) -> None:  # noqa: FBT001 - a table of cases
    assert ("The machine was busy" in words(a_run(noise=noise))) is is_told


def test_lines_are_no_longer_than_they_should_be() -> None:
    said = report(a_run(99)).split("## Against")[0]
    assert max(map(len, said.splitlines())) <= 120


def test_a_table_has_its_rule_under_its_heads() -> None:
    assert table(("what", "after"), [["ready", "1.20"]]) == "| what | after |\n| --- | ---: |\n| ready | 1.20 |"


def test_numbers_have_as_many_digits_as_can_be_believed() -> None:
    assert [times(None), times(1.005), amount(None), amount(99.94), amount(100)] == ["-", "1.00", "-", "99.9", "100"]
