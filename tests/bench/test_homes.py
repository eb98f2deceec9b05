from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit_tui.cadence import Trigger, parse

from ..conftest import Run
from ..shipped import LIBRARY
from .content import read_lists
from .homes import HELD, HomePlan, make_home
from .statements import make_statements

TODAY = date.today()  # noqa: DTZ011 - the program goes by this machine's clock
QUARTERLY = HomePlan(60, timedelta(days=91))
OF_ONE = HomePlan(30, timedelta(days=1), "facebook")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.mark.parametrize("plan", [QUARTERLY, OF_ONE])
def test_the_program_has_nothing_to_say_against_a_home(home: Path, run: Run, plan: HomePlan) -> None:
    make_home(home, plan, TODAY)
    code, out, err = run("due")
    assert (code, err) == (0, "")
    assert f"of {HELD} checklists" in out
    assert run("history", "facebook")[2] == ""


def test_a_home_has_so_many_reviews_and_two_that_do_not_count(home: Path) -> None:
    make_home(home, QUARTERLY, TODAY)
    names = [path.name for path in home.glob("journal/*.toml")]
    assert len([name for name in names if "withdrawn" not in name]) == QUARTERLY.reviews
    assert len([name for name in names if "withdrawn" in name]) == 2


def test_a_home_of_one_checklist_has_it_first_on_the_board(home: Path, run: Run) -> None:
    make_home(home, OF_ONE, TODAY)
    reviews = Counter(path.name.split("_")[1] for path in home.glob("journal/*.toml") if "withdrawn" not in path.name)
    assert reviews.pop("facebook") == OF_ONE.reviews
    assert set(reviews.values()) == {1}
    assert f"1 of {HELD} checklists with something due" in run("due")[1]


def test_a_home_is_the_same_each_time_it_is_made(tmp_path: Path) -> None:
    files = [
        {path.name: path.read_bytes() for path in make_home(tmp_path / name, QUARTERLY, TODAY).glob("**/*.toml")}
        for name in ("one", "other")
    ]
    assert files[0] == files[1]


def test_two_of_the_oldest_reviews_are_in_the_first_form(home: Path) -> None:
    make_home(home, QUARTERLY, TODAY)
    texts = {path.name: path.read_text(encoding="utf-8") for path in home.glob("journal/*.toml")}
    first = [name for name, text in texts.items() if "fingerprint" in text]
    assert len(first) == 2
    assert max(first) < sorted(texts)[len(texts) // 2]
    assert not any("revision" in texts[name] for name in first)


def test_checklists_are_read_as_the_program_reads_them() -> None:
    found = {each.id: each for each in read_lists()}
    assert found.keys() == LIBRARY.checklists.keys()
    for checklist in LIBRARY.checklists.values():
        mine = found[checklist.id]
        assert [(each.id, each.expect, each.revision) for each in mine.checks] == [
            (each.id, each.expect, each.revision) for each in checklist.checks
        ]
        assert mine.for_everyone == checklist.for_everyone
        assert mine.by_calendar == (parse(str(checklist.cadence)).trigger is Trigger.EVERY)


def test_the_program_has_nothing_to_say_against_the_statements(tmp_path: Path, run: Run) -> None:
    code, out, err = run("team", str(make_statements(tmp_path / "statements", 50, TODAY)))
    assert (code, err) == (0, "")
    assert "of 50" in out
