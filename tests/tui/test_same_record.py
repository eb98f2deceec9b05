"""The app and its twin in lines keep the same record, on a real checklist."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from audit_tui.audit import Audit
from audit_tui.files.read import read_model
from audit_tui.paths import find_paths
from audit_tui.plain.console import Console
from audit_tui.plain.sitting import PlainSitting
from audit_tui.record import Review
from audit_tui.schedule.board import State
from audit_tui.tui.app import AuditApp

from ..conftest import TODAY, Clock
from .seen import SIZE, press

# Answers for one check after the other: keys on the screen, and lines.
GIVEN = (
    (("1",), "1"),
    (("2",), "fixed"),
    (("n", *"ask IT", "escape", "3"), "n ask IT\n3"),
    (("4",), "unsure"),
    (("5",), "na"),
    (("6", *"club", "enter", *"head", "enter", "enter"), "6 club\nhead\n2 June 2026"),
    (("1", "b", "x", "2"), "1\nb\nx\n2"),
)


def at_home(home: Path) -> Audit:
    audit = Audit(find_paths({"AUDIT_TUI_HOME": str(home)}))
    audit.person.hold(TODAY, accounts=["snapchat"])
    audit.person.choose("phone", "iphone")
    return audit


def only_review(audit: Audit) -> tuple[Path, Review]:
    (path,) = audit.paths.journal.iterdir()
    return path, read_model(Review, path)


def bare(path: Path) -> str:
    return re.sub(r"(?m)^(id|recorded|at) = .*$", "", path.read_text())


def way(checks: int) -> Iterator[tuple[tuple[str, ...], str]]:
    return (GIVEN[number % len(GIVEN)] for number in range(checks))


async def test_the_same_answers_are_the_same_record_on_the_screen_and_in_lines(tmp_path: Path, clock: Clock) -> None:
    on_screen, in_lines = at_home(tmp_path / "screen"), at_home(tmp_path / "lines")
    checklist = on_screen.person.library.checklists["snapchat"]
    app = AuditApp(on_screen, clock, first=checklist)
    async with app.run_test(size=SIZE) as pilot:
        for keys, _ in way(len(checklist.checks)):
            await press(pilot, *keys)
        await press(pilot, "enter")

    typed = io.StringIO("\n".join(line for _, line in way(len(checklist.checks))))
    sitting = in_lines.sitting(in_lines.person.library.checklists["snapchat"], clock())
    assert PlainSitting(in_lines, sitting, Console(typed, io.StringIO(), echo=True), clock).run()

    path, review = only_review(on_screen)
    other, _ = only_review(in_lines)
    assert bare(path) == bare(other)
    assert {answer.check for answer in review.answers} == {check.id for check in checklist.checks}
    assert review.completed == TODAY
    assert path.name.startswith("2026-03-02_snapchat_")


async def test_a_list_with_nothing_open_is_due_three_calendar_months_later(tmp_path: Path, clock: Clock) -> None:
    audit = at_home(tmp_path / "home")
    checklist = audit.person.library.checklists["snapchat"]
    app = AuditApp(audit, clock, first=checklist)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *["1"] * len(checklist.checks), "enter")
    due = TODAY.replace(month=6)
    assert audit.status(checklist, due - timedelta(days=1)).state is State.SOON
    assert audit.status(checklist, due).state is State.DUE
