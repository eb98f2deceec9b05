"""Killed at any moment, nothing that was said to be saved is lost. The harness is shown to notice a writer that loses."""

import random
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from audit_tui.audit import Audit
from audit_tui.errors import UserError
from audit_tui.files.read import read_model
from audit_tui.paths import find_paths
from audit_tui.record import Draft, Review

SAVER = """
import sys
from datetime import datetime, timedelta
from audit_tui.audit import Audit, AnswerInput
from audit_tui.paths import find_paths
from audit_tui.record import Result
audit = Audit(find_paths({"AUDIT_TUI_HOME": sys.argv[1]}))
checklist = audit.library.checklists["old-accounts"]
now = datetime.now().astimezone()
print("ready", flush=True)
while True:
    draft = audit.open(checklist, now.date())
    for check in checklist.checks[:2]:
        draft = audit.answer(draft, checklist, check, AnswerInput(Result.PASS, "a note"), now.date())
        print("answer", draft.id, flush=True)
    review = audit.finish(draft, checklist, now, now.date())
    print("review", review.id, flush=True)
"""

NAIVE = """
import sys, secrets, time
from pathlib import Path
folder = Path(sys.argv[1]) / "journal"
folder.mkdir(parents=True, exist_ok=True)
print("ready", flush=True)
while True:
    name = secrets.token_hex(8)
    print("review", name, flush=True)
    with open(folder / f"2026-03-02_old-accounts_{name[:8]}.toml", "w") as file:
        for part in ("schema = 1\\n", "kind = \\"review\\"\\n"):
            file.write(part)
            file.flush()
            time.sleep(0.001)
"""


def run_and_kill(program: str, home: Path, after: float) -> list[list[str]]:
    """Start a writer, kill it after some seconds, and give what it said it had saved."""
    with subprocess.Popen([sys.executable, "-c", program, str(home)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        first = writer.stdout.readline()
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        said = first + writer.stdout.read()
        return [line.split() for line in said.splitlines() if " " in line]


def lost(said: list[list[str]], home: Path) -> list[str]:
    """Name the reviews that were acknowledged and are not whole on disk, and any torn file."""
    missing = [name for kind, name in said if kind == "review" and not list(home.glob(f"journal/*_{name[:8]}.toml"))]
    for path in home.glob("journal/*.toml"):
        try:
            read_model(Review, path)
        except UserError:
            missing.append(path.name)
    return missing


def kills(program: str, home: Path, times: int) -> tuple[int, list[str]]:
    chance = random.Random(20261121)
    saved, gone = 0, []
    for _ in range(times):
        said = run_and_kill(program, home, chance.uniform(0.0, 0.3))
        saved += len(said)
        gone += lost(said, home)
    return saved, gone


def test_killed_at_random_nothing_is_lost(tmp_path: Path) -> None:
    saved, gone = kills(SAVER, tmp_path, 8)
    assert saved
    assert gone == []


def test_the_harness_notices_a_writer_that_loses(tmp_path: Path) -> None:
    _, gone = kills(NAIVE, tmp_path, 3)
    assert gone


@pytest.mark.long
def test_killed_three_hundred_times(tmp_path: Path) -> None:
    saved, gone = kills(SAVER, tmp_path, 300)
    assert saved > 300
    assert gone == []


def test_the_last_answer_given_before_a_kill_is_there_on_return(tmp_path: Path) -> None:
    said = run_and_kill(SAVER, tmp_path, 0.5)
    answers = [name for kind, name in said if kind == "answer"]
    kept = {path.stem.rpartition("_")[2] for path in tmp_path.glob("drafts/*.toml")}
    kept |= {read_model(Review, path).id for path in tmp_path.glob("journal/*.toml")}
    assert answers
    assert answers[-1] in kept
    for path in tmp_path.glob("drafts/*.toml"):
        assert read_model(Draft, path).answers
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(tmp_path)}))
    today = datetime.now().astimezone().date()
    seen = audit.row(audit.library.checklists["old-accounts"], today)
    assert seen.answered or seen.drafted
