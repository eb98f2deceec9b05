"""Killed at any moment, nothing that was said to be kept is lost. The harness is shown to notice a writer that loses."""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from audit_tui.errors import UserError
from audit_tui.files.read import read_model
from audit_tui.record import Review

SAVER = """
import sys
from datetime import datetime
from audit_tui.audit import Audit
from audit_tui.paths import find_paths
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput

def now():
    return datetime.now().astimezone()

def say(kind, name):
    print(kind, name, flush=True)

audit = Audit(find_paths({"AUDIT_TUI_HOME": sys.argv[1]}))
checklist = audit.person.library.checklists["old-accounts"]
print("ready", flush=True)
while True:
    sitting = audit.sitting(checklist, now())
    for position in range(len(sitting.asked)):
        sitting.answer(position, AnswerInput(Result.PASS), now())
        say("answer", sitting.given(position).at.isoformat())
        note = now().isoformat()
        sitting.remark(position, note, now())
        say("note", note)
        sitting.log(checklist, EvidenceInput("a call"), now())
        say("evidence", sitting.entries[-1].id)
    taken = sitting.given(0).at.isoformat()
    say("taking", taken)
    sitting.take_back(0, now())
    say("taken", taken)
"""

NAIVE = """
import sys, secrets, time
from pathlib import Path
folder = Path(sys.argv[1]) / "journal"
folder.mkdir(parents=True, exist_ok=True)
print("ready", flush=True)
while True:
    name = secrets.token_hex(8)
    print("answer", name, flush=True)
    with open(folder / f"2026-03-02_old-accounts_{name[:8]}.toml", "w") as file:
        for part in ("schema = 1\\n", "kind = \\"review\\"\\n"):
            file.write(part)
            file.flush()
            time.sleep(0.001)
"""

Said = list[tuple[str, str]]


def run_and_kill(program: str, home: Path, after: float) -> Said:
    """Start a writer, kill it after some seconds, and give what it said it had kept."""
    with subprocess.Popen([sys.executable, "-c", program, str(home)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        first = writer.stdout.readline()
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        lines = (first + writer.stdout.read()).splitlines(keepends=True)
        assert writer.wait() == -signal.SIGKILL, "it was still writing"
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(kind, name) for kind, name in whole]


def on_disk(home: Path) -> tuple[set[tuple[str, str]], list[str]]:
    """Give what the journal holds, and the names of files that are torn."""
    found: set[tuple[str, str]] = set()
    torn: list[str] = []
    for path in home.glob("journal/*.toml"):
        try:
            review = read_model(Review, path)
        except UserError:
            torn.append(path.name)
            continue
        found |= {("answer", answer.at.isoformat()) for answer in review.answers}
        found |= {("note", note.text) for note in review.notes}
        found |= {("evidence", entry.id) for entry in review.evidence}
    return found, torn


def lost(said: Said, home: Path) -> list[str]:
    """Name what was acknowledged and is not there, what was taken back and is, and any torn file."""
    found, torn = on_disk(home)
    leaving = {name for kind, name in said if kind == "taking"}
    missing = [f"{kind} {name}" for kind, name in said
               if kind in ("answer", "note", "evidence") and name not in leaving and (kind, name) not in found]  # fmt: skip
    back = [f"taken {name}" for kind, name in said if kind == "taken" and ("answer", name) in found]
    return [*missing, *back, *torn]


def kills(program: str, home: Path, times: int) -> tuple[Counter[str], list[str]]:
    chance = random.Random(20261121)
    saved: Counter[str] = Counter()
    gone: list[str] = []
    for number in range(times):
        own = home / str(number)
        said = run_and_kill(program, own, chance.uniform(0.0, 0.3))
        saved.update(kind for kind, _ in said)
        gone += lost(said, own)
    return saved, gone


def test_killed_at_random_nothing_is_lost(tmp_path: Path) -> None:
    saved, gone = kills(SAVER, tmp_path, 8)
    assert min(saved["answer"], saved["note"], saved["evidence"]) > 0
    assert gone == []


def test_the_harness_notices_a_writer_that_loses(tmp_path: Path) -> None:
    saved, gone = kills(NAIVE, tmp_path, 3)
    assert saved["answer"]
    assert gone


@pytest.mark.parametrize("kind", ["answer", "note", "evidence"])
def test_the_harness_notices_whatever_is_missing(tmp_path: Path, kind: str) -> None:
    assert lost([(kind, "2026-03-02T09:00:00+00:00")], tmp_path)


def test_the_harness_notices_an_answer_that_comes_back(tmp_path: Path) -> None:
    said = run_and_kill(SAVER, tmp_path, 0.0)
    assert said[0][0] == "answer"
    assert lost([("taken", said[0][1])], tmp_path) == [f"taken {said[0][1]}"]


@pytest.mark.long
def test_killed_three_hundred_times(tmp_path: Path) -> None:
    saved, gone = kills(SAVER, tmp_path, 300)
    print(dict(saved))
    assert saved.total() > 300
    assert gone == []
