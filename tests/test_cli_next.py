"""The minutes one has, by command: listed as text or data, gone through in lines or on the screen."""

import io
import json
import re
from math import ceil
from typing import Any

import pytest

from audit_tui.audit import Audit
from audit_tui.cli import lines
from audit_tui.cli.next import plan_text
from audit_tui.paths import find_paths
from audit_tui.record import Result
from audit_tui.schedule.occasions import PersonalCalendar
from audit_tui.schedule.plan import Plan, plan
from audit_tui.text import count
from audit_tui.tui.app import AuditApp

from .conftest import TODAY, Run
from .schedule_cases import DAY, a_board, a_check, a_checklist, an_answer

UNKNOWN = PersonalCalendar()


@pytest.fixture
def asked(run: Run) -> Run:
    run("accounts", "--set", "facebook,instagram,whatsapp", "--phone", "android")
    return run


def test_without_a_terminal_the_plan_is_listed_a_line_a_check(asked: Run) -> None:
    code, out, err = asked("next")
    assert (code, err) == (0, "")
    head, *lines = out.splitlines()
    checks = json.loads(asked("next", "--json")[1])["checks"]
    assert head.startswith(f"{len(checks)} checks, about ")
    assert len(lines) == len(checks) > 5
    library = Audit(find_paths()).person.library
    for line, check in zip(lines, checks, strict=True):
        title, _, rest = line.partition(": ")
        assert title == library.checklists[check["checklist"]].title
        took = f"About {count(ceil(check['minutes']), 'minute')}." if check["minutes"] >= 1 else "Under a minute."
        assert rest.endswith(f"? {took}")
    assert not re.search(r"\d\.\d", out)


def test_the_plan_as_data(asked: Run) -> None:
    for minutes in (1, 5, 10, 120):
        table = json.loads(asked("next", "--minutes", str(minutes), "--json")[1])
        assert table["schema"] == 1
        assert sum(check["minutes"] for check in table["checks"]) == table["minutes"] <= minutes
        assert all(set(check) == {"checklist", "check", "severity", "minutes"} for check in table["checks"])


def test_ten_minutes_are_meant_where_none_are_given(asked: Run) -> None:
    assert asked("next", "--json") == asked("next", "--minutes", "10", "--json")
    assert asked("next", "--json") != asked("next", "--minutes", "20", "--json")


def test_another_day_is_only_listed(asked: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "sit_in_lines", None)
    code, out, _ = asked("next", "--plain", "--on", "2027-06-01")
    assert code == 0
    assert out.splitlines()[0].endswith("minutes.")


def test_in_lines_the_plan_is_gone_through_and_each_answer_kept(asked: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = json.loads(asked("next", "--json")[1])["checks"]
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n1\nq\n"))
    code, out, err = asked("next", "--plain")
    assert (code, err) == (0, "")
    assert out.count("Kept") == 2
    after = [check["check"] for check in json.loads(asked("next", "--json")[1])["checks"]]
    assert not {check["check"] for check in before[:2]} & {*after}


def test_on_a_terminal_the_app_opens_on_the_minutes(asked: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Any] = []
    monkeypatch.setattr("audit_tui.cli.next.on_terminal", lambda: True)
    monkeypatch.setattr(AuditApp, "__init__", lambda *_, first: opened.append(first))
    monkeypatch.setattr(AuditApp, "run_to_end", lambda _: 0)
    assert asked("next", "--minutes", "7")[0] == 0
    assert opened == [7]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.25, "under a minute"), (0.75, "under a minute"), (1, "about 1 minute"), (1.25, "about 2 minutes")],
)
def test_minutes_are_said_in_words_without_decimals(monkeypatch: pytest.MonkeyPatch, minutes: float, said: str) -> None:
    board = a_board([a_checklist("chirp", [a_check("one", "high")])], {}, TODAY, UNKNOWN)
    (check,) = plan(board, 10).checks
    planned = Plan(minutes, (check._replace(minutes=minutes),))
    monkeypatch.setattr("audit_tui.cli.next.plan", lambda *_: planned)
    assert plan_text(board, 10) == f"1 check, {said}.\nChirp: Is one right? {said.capitalize()}.\n"


def test_nothing_to_do_and_no_room_are_said() -> None:
    assert plan_text(a_board([], {}, TODAY, UNKNOWN), 10) == "Nothing is due.\n"
    long = a_checklist("chirp", [a_check("long", minutes=9)])
    failed = {("chirp", "long"): an_answer(long.checks[0], TODAY - DAY, Result.FAIL)}
    assert plan_text(a_board([long], failed, TODAY, UNKNOWN), 5).startswith(
        "Nothing fits into these minutes. The shortest"
    )
    failed = {("chirp", "long"): an_answer(long.checks[0], TODAY, Result.FAIL)}
    assert plan_text(a_board([long], failed, TODAY, UNKNOWN), 10) == (
        "Nothing more to look at today: 1 check still to put right.\n")  # fmt: skip
