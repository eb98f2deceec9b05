"""The app and its twin in lines keep the same record, on the real checklist of Facebook."""

import io
import re
from datetime import timedelta
from pathlib import Path

from audit_tui.plain.review import PlainReview

from audit_tui.audit import Audit
from audit_tui.files.read import read_model
from audit_tui.paths import Paths, find_paths
from audit_tui.plain.console import Console
from audit_tui.record import Review
from audit_tui.schedule.board import State
from audit_tui.tui.app import AuditApp

from ..conftest import TODAY, Clock

# Answers for one check after the other: key, and what is typed in lines.
GIVEN = {"1": "1", "2": "fixed", "3": "not right yet", "4": "unsure", "5": "na"}


def at_home(home: Path) -> Audit:
    kept = find_paths({"AUDIT_TUI_HOME": str(home)})
    audit = Audit(Paths(kept.settings, kept.journal, kept.drafts, kept.builtin))
    audit.choose("accounts", ["facebook"])
    audit.choose("phone", "iphone")
    return audit


def only_review(audit: Audit) -> tuple[Path, Review]:
    (path,) = audit.places.journal.iterdir()
    return path, read_model(Review, path)


def bare(path: Path) -> str:
    return re.sub(r"(?m)^(id|recorded) = .*$", "", path.read_text())


async def test_a_whole_review_of_facebook_is_the_same_record_either_way(tmp_path: Path, clock: Clock) -> None:
    on_screen, in_lines = at_home(tmp_path / "screen"), at_home(tmp_path / "lines")
    checklist = on_screen.library.checklists["facebook"]
    keys = [str(number % 5 + 1) for number in range(len(checklist.checks))]

    app = AuditApp(on_screen, clock, first=checklist)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()

    heard = io.StringIO("".join(f"{GIVEN[key]}\n" for key in keys))
    PlainReview(in_lines, checklist, Console(heard, io.StringIO()), clock).run()

    path, review = only_review(on_screen)
    other, _ = only_review(in_lines)
    assert bare(path) == bare(other)
    assert [answer.check for answer in review.answers] == [check.id for check in checklist.checks]
    assert review.completed == TODAY
    assert path.name.startswith("2026-03-02_facebook_")


async def test_a_review_with_nothing_open_is_due_three_calendar_months_later(tmp_path: Path, clock: Clock) -> None:
    audit = at_home(tmp_path / "home")
    checklist = audit.library.checklists["facebook"]
    app = AuditApp(audit, clock, first=checklist)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in checklist.checks:
            await pilot.press("1")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    due = TODAY.replace(month=6)
    assert only_review(audit)[1].next_due == due
    assert audit.row(checklist, due - timedelta(days=1)).state is State.SOON
    assert audit.row(checklist, due).state is State.DUE
