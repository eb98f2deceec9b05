"""Ways of saving in which something goes: what is withdrawn, undone or forgotten, and a page that was opened."""

import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path
from unittest.mock import patch

from audit_tui.cli.output import write_page
from audit_tui.files.write import create_file
from audit_tui.formats.page import Page
from audit_tui.kept.forget import forget
from audit_tui.paths import HOME, find_paths
from audit_tui.record import Result
from audit_tui.sitting.given import EvidenceInput

from .acts import ACTS, CHECKLIST, Act, Say, begin_sitting, give_answer, open_audit, right_now
from .found import in_journal
from .occasions import OCCASIONS
from .said import Found, Said
from .taken_in import DRAFT, TAKEN_IN, backup

PAGE = "printed/page.html"
END = "</html>"
KEPT = {**backup(0), "drafts/a.toml": DRAFT.encode(), PAGE: END.encode()}


def _withdrawals(home: Path, say: Say) -> Iterator[None]:
    """Withdraw a whole review, then each answer of the next by itself, and so on."""
    for number in count():
        audit, sitting = begin_sitting(home)
        both = [give_answer(sitting, position, Result.PASS, say) for position in (0, 1)]
        reviews, problems = audit.history(CHECKLIST, right_now().date())
        for problem in problems:
            raise problem
        review = next(each for each in reviews if both[0] in each.answers)
        for going in [[answer] for answer in both] if number % 2 else [both]:
            for answer in going:
                say(Said("taking", "answer", answer.at.isoformat()))
            audit.withdraw(review, right_now().date(), going[0].check if number % 2 else None)
            for answer in going:
                say(Said("taken", "answer", answer.at.isoformat()))
        yield


def _that_count(home: Path) -> Found:
    reviews, problems = open_audit(home).history(CHECKLIST, right_now().date())
    things = frozenset(("answer", answer.at.isoformat()) for review in reviews for answer in review.answers)
    return Found(things, tuple(str(problem.path) for problem in problems))


def _undone(home: Path, say: Say) -> Iterator[None]:
    """Take a whole sitting back, but for what was written into a log."""
    while True:
        audit, sitting = begin_sitting(home)
        sitting.log(audit.person.library.checklists[CHECKLIST], EvidenceInput("a call"), right_now())
        say(Said("kept", "evidence", sitting.entries[-1].id))
        given = [give_answer(sitting, position, Result.PASS, say) for position in (0, 1)]
        for answer in given:
            say(Said("taking", "answer", answer.at.isoformat()))
        sitting.undo(right_now())
        for answer in given:
            say(Said("taken", "answer", answer.at.isoformat()))
        yield


def _forgotten(home: Path, say: Say) -> Iterator[None]:
    """Keep one file of every kind, and forget it all."""
    paths = find_paths({HOME: str(home)})
    while True:
        for name, data in KEPT.items():
            say(Said("taking", "file", name))
            create_file(home / name, data)
            say(Said("kept", "file", name))
        for name in KEPT:
            say(Said("taking", "file", name))
        for problem in forget(paths):
            raise problem
        for name in KEPT:
            say(Said("taken", "file", name))
        yield


def _still_kept(home: Path) -> Found:
    there = {name: home / name for name in KEPT if (home / name).is_file()}
    torn = tuple(name for name, path in there.items() if path.read_bytes() != KEPT[name])
    return Found(frozenset(("file", name) for name in there if name not in torn), torn)


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
        Act("undo", _undone, in_journal),
        Act("forget", _forgotten, _still_kept),
        Act("opened page", _pages, _page),
    )
}
SAVING = ACTS | TAKEN_IN | OCCASIONS | REMOVALS
