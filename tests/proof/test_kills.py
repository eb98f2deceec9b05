import sys
from pathlib import Path

import pytest

from .acts import Act
from .kills import LONG, SHORT, TWIN, kill_often
from .removals import SAVING
from .said import Found, Said, lost
from .twins import CARELESS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs processes that can be killed by a signal")


@pytest.mark.parametrize("act", SAVING.values(), ids=SAVING)
def test_killed_at_random_moments_nothing_is_lost(act: Act) -> None:
    kept, gone = kill_often([act], -(-SHORT // len(SAVING)), seed=len(act.name))
    assert kept
    assert gone == []


def test_a_careless_twin_is_caught() -> None:
    _, gone = kill_often([CARELESS], TWIN)
    assert gone


@pytest.mark.long
def test_killed_ten_thousand_times_nothing_is_lost() -> None:
    kept, gone = kill_often(SAVING.values(), LONG)
    assert kept > LONG
    assert gone == []


A, B = ("trip", "a"), ("trip", "b")


@pytest.mark.parametrize(
    ("said", "found", "missing"),
    [
        ([Said("kept", *A)], [A], []),
        ([Said("kept", *A)], [], ["trip a"]),
        ([Said("kept", *A)], [B], ["trip a"]),
        ([Said("kept", *A), Said("taking", *A)], [], []),
        ([Said("kept", *A), Said("taking", *A), Said("taken", *A)], [A], ["trip a came back"]),
        ([Said("kept", *A), Said("taking", *A), Said("taken", *A), Said("kept", *A)], [A], []),
        ([Said("kept", *A), Said("changing", *A, "b")], [A], []),
        ([Said("kept", *A), Said("changing", *A, "b")], [B], []),
        ([Said("kept", *A), Said("changing", *A, "b")], [], ["trip b"]),
        ([Said("kept", *A), Said("changing", *A, "b"), Said("kept", *B)], [A], ["trip b"]),
    ],
)
def test_what_is_missing_is_named(said: list[Said], found: list[tuple[str, str]], missing: list[str]) -> None:
    assert lost(said, Found(frozenset(found))) == missing


def test_a_torn_file_is_named() -> None:
    assert lost([], Found(frozenset(), (Path("a.toml").name,))) == ["a.toml is torn"]
