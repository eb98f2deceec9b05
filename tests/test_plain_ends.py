"""How lines end: at a full disk, at a closed input, at a journal that is away for a moment; by the command itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.checklist import Checklist
from audit_tui.cli import app
from audit_tui.errors import Unreadable, Unwritable
from audit_tui.journal.journal import Journal
from audit_tui.record import NOTE_LIMIT

from .conftest import TODAY, Clock, Run
from .plain_talk import go_on, results, sit

PROGRAM = [sys.executable, "-m", "audit_tui"]


def process(*arguments: str, said: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], input=said, capture_output=True, text=True, check=False, timeout=60)


def kept(run: Run) -> int:
    return sum(row["done"] + row["open"] for row in json.loads(run("due", "--json")[1])["checklists"])


@pytest.fixture
def asked(run: Run) -> Run:
    run("accounts", "--set", "facebook", "--phone", "android")
    return run


def test_a_journal_that_cannot_be_listed_for_a_moment_stops_nobody(
    audit: Audit, chirp: Checklist, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = audit.sitting(chirp, clock())

    def fail(*_: object) -> None:
        raise Unreadable("this folder cannot be read", path=Path("journal"))

    with monkeypatch.context() as broken:
        broken.setattr(Journal, "listing", fail)
        told = go_on(audit, here, clock, "1", "2", "3")
    assert len(results(audit, chirp, TODAY)) == 3
    assert "Could not be used: journal: this folder cannot be read." in told


def test_what_cannot_be_kept_is_said_each_time_and_asked_again(
    audit: Audit, chirp: Checklist, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Unwritable("could not be saved", path=Path("x.toml"))

    with monkeypatch.context() as full:
        full.setattr(Journal, "create", fail)
        kept, told = sit(audit, chirp, clock, "1", "1", "n a", "s", "2", "q")
    assert not kept
    assert told.count("Not kept. x.toml: could not be saved.") == 4
    assert told.count("Check 1 of 3.") == 1
    assert "What you said to 2 checks could not be kept." in told
    assert "Nothing was answered" not in told
    assert told.endswith("could not be kept.")


@pytest.mark.skipif(sys.platform == "win32", reason="a file's size is limited otherwise there")
def test_on_a_full_disk_each_answer_is_said_not_to_be_kept_and_the_exit_code_is_two(asked: Run) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -f 0; exec "$@"', "sh", *PROGRAM, "review", "facebook", "--plain"],
        input="1\n" * 14, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout.count("Not kept. ") == 14
    assert "Kept:" not in done.stdout
    assert "What you said to 1 check could not be kept." in done.stdout
    assert "Traceback" not in done.stderr
    assert kept(asked) == 0


@pytest.mark.parametrize("arguments", [["--plain", "review", "facebook"], ["review", "facebook", "--plain"], ["review", "facebook"],
                                       ["next", "--plain"], ["next", "--plain", "--minutes", "120"]])  # fmt: skip
def test_a_sitting_by_command_keeps_each_line_of_a_pipe(asked: Run, arguments: list[str]) -> None:
    done = process(*arguments, said="1\n3 will ask\n4\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Kept: ") == kept(asked) == 3
    assert "\nYou can close this now.\n" in done.stdout


def test_one_minute_asks_no_more_than_fits(asked: Run) -> None:
    planned = json.loads(asked("next", "--minutes", "1", "--json")[1])
    done = process("next", "--plain", "--minutes", "1", said="1\n" * 20)
    assert done.stdout.count("Kept: ") == kept(asked) == len(planned["checks"]) > 0
    assert planned["minutes"] <= 1


def test_an_entry_too_long_for_the_log_is_no_traceback_and_the_next_try_is_kept(asked: Run) -> None:
    entry = "what\nwhen\nwhere\nwhom\n"
    done = process("review", "approach", "--plain", said=f"e\n{'x' * (NOTE_LIMIT + 1)}\n{entry}e\n{entry}q\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Not kept yet") == 1
    assert asked("evidence", "approach")[1].count("What: what") == 2


def test_a_list_that_is_not_held_is_said_to_be_and_gone_through(asked: Run) -> None:
    done = process("review", "tiktok", "--plain", said="1\n")
    assert done.returncode == 0
    assert done.stdout.startswith("TikTok is not among your accounts, so it does not come round again.\n")
    assert "Add it?" not in done.stdout
    assert "Kept: already right." in done.stdout
    assert asked("accounts")[1].startswith("Accounts: Facebook.")


@pytest.mark.parametrize(("value", "lines"), [("0", False), ("off", False), ("1", True)])
def test_lines_are_asked_for_by_a_word_that_means_yes(
    monkeypatch: pytest.MonkeyPatch, value: str, *, lines: bool
) -> None:
    monkeypatch.setenv(app.PLAIN, value)
    done = process(said="q\nq\n")
    assert ("What now:" in done.stdout) is lines
    assert ("Privacy checks on" in done.stdout) is not lines
    assert done.returncode == 0
