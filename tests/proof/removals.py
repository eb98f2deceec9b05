"""More ways of saving, in which something goes: a withdrawn review, an earlier statement, a page that was opened."""

import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import datetime, timedelta
from io import StringIO
from itertools import count
from pathlib import Path
from unittest.mock import patch

from audit_tui.cli.output import write_page
from audit_tui.formats.page import Page
from audit_tui.paths import HOME
from audit_tui.record import Answer, Result
from audit_tui.sitting.given import AnswerInput
from audit_tui.sitting.sitting import Sitting

from .acts import ACTS, FIRST_DAY, Act, Say, open_audit
from .found import SHARED
from .said import Found, Said

CHECKLIST = "old-accounts"
PAGE = "printed/page.html"
END = "</html>"


def _now() -> datetime:
    return datetime.now().astimezone()


def _withdrawals(home: Path, say: Say) -> Iterator[None]:
    """Withdraw a whole review, then each answer of the next by itself, and so on."""
    for number in count():
        audit = open_audit(home)
        sitting = audit.sitting(audit.person.library.checklists[CHECKLIST], _now())
        both = _answered(sitting, 0, say), _answered(sitting, 1, say)
        reviews, problems = audit.history(CHECKLIST, _now().date())
        for problem in problems:
            raise problem
        review = next(each for each in reviews if both[0] in each.answers)
        for going in [(answer,) for answer in both] if number % 2 else [both]:
            for answer in going:
                say(Said("taking", "answer", answer.at.isoformat()))
            audit.withdraw(review, _now().date(), going[0].check if number % 2 else None)
            for answer in going:
                say(Said("taken", "answer", answer.at.isoformat()))
        yield


def _answered(sitting: Sitting, position: int, say: Say) -> Answer:
    sitting.answer(position, AnswerInput(Result.PASS), _now())
    answer = sitting.given(position)
    assert answer is not None
    say(Said("kept", "answer", answer.at.isoformat()))
    return answer


def _that_count(home: Path) -> Found:
    reviews, problems = open_audit(home).history(CHECKLIST, _now().date())
    things = frozenset(("answer", answer.at.isoformat()) for review in reviews for answer in review.answers)
    return Found(things, tuple(str(problem.path) for problem in problems))


def _earlier_statements(home: Path, say: Say) -> Iterator[None]:
    """Hand in under a new label each time; what was handed in before is not to be there any more."""
    (home / SHARED).mkdir(exist_ok=True)
    audit = open_audit(home)
    before = ""
    for number in count():
        day = FIRST_DAY + timedelta(days=number)
        statement = audit.statement(f"Teacher {number % 2}", day)
        if before:
            say(Said("changing", "statement", before, day.isoformat()))
        audit.hand_in(statement, str(home / SHARED))
        say(Said("kept", "statement", day.isoformat()))
        if before:
            say(Said("taken", "statement", before))
        before = day.isoformat()
        yield


def _pages(home: Path, say: Say) -> Iterator[None]:
    """Open one page after another; no browser is there."""
    before = ""
    with patch.dict(os.environ, {HOME: str(home)}), patch("webbrowser.open"), redirect_stdout(StringIO()):
        for number in count():
            name = f"Page {number}"
            if before:
                say(Said("changing", "page", before, name))
            write_page(Page(name, ()), format="html", output=None, open=True)
            say(Said("kept", "page", name))
            before = name
            yield


def _page(home: Path) -> Found:
    path = home / PAGE
    if not path.exists():
        return Found(frozenset())
    text = path.read_text(encoding="utf-8", errors="replace")
    title = text.partition("<title>")[2].partition("</title>")[0]
    return Found(frozenset((("page", title),))) if text.rstrip().endswith(END) else Found(frozenset(), (path.name,))


REMOVALS = {
    act.name: act
    for act in (
        Act("withdrawal", _withdrawals, _that_count),
        Act("earlier statement", _earlier_statements, ACTS["statement"].found),
        Act("opened page", _pages, _page),
    )
}
SAVING = ACTS | REMOVALS
