"""A home with one sound file of every kind, as a person would have it after some use."""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from audit_tui.audit import Audit
from audit_tui.cli.own_calendar import replace_calendar
from audit_tui.exports.calendar import to_calendar
from audit_tui.kept.backup import back_up
from audit_tui.paths import Paths
from audit_tui.record import Result
from audit_tui.sitting.given import AnswerInput, EvidenceInput

from ..conftest import CHIRP, POLICY, RULES

DAY = date(2026, 3, 2)
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
FAMILIES = """\
schema = 1
[[family]]
id = "blocking"
area = "messages"
ask = "Do you know how to block on {title}?"
expect = "Somebody blocked"
why = "It stops what you do not want to see."
how = ["Block one account, then take it back."]
[[family]]
id = "sign-out"
area = "sign-in"
ask = "Are you signed out of {title} elsewhere?"
expect = "One session"
why = "Another may be at school."
how = ["Look at the sessions."]
"""
CLUB = """\
schema = 1
id = "club"
title = "Club"
kind = "platform"
steps_verified = 2025-10-01
verified_against = "guides"
[[check]]
id = "blocking"
like = "blocking"
"""
SCHOOL = 'schema = 1\noff = ["nothing"]\n[every]\nchirp = "every 6 weeks"\nrules = "every 1 month"\n'
SHARED, SHELF, BACKUP, CALENDAR, DRAFTS = "shared", "shelf", "backup.zip", "reminders.ics", "earlier"
RELEASED = Path(__file__).parents[1] / "fixtures" / "0.1.0" / "drafts"


def places(home: Path) -> Paths:
    """Give the places of a home that has everything in one folder, the checklists too."""
    return Paths(home / "settings.toml", home / "journal", home / "drafts", home / SHELF)


def fill(home: Path) -> None:
    """Put a sound file of every kind into a folder, and a neighbour beside those that come in numbers.

    The same chance numbers each time make the same files.
    """
    with patch("os.urandom", random.Random(0).randbytes):
        _fill(home)


def _fill(home: Path) -> None:
    (home / SHELF / "policies").mkdir(parents=True)
    (home / SHARED).mkdir()
    shelf = {
        "chirp": CHIRP, "rules": RULES, "club": CLUB, "families": FAMILIES, "school": SCHOOL, "policies/elm-lane": POLICY,
    }  # fmt: skip
    for name, text in shelf.items():
        (home / SHELF / f"{name}.toml").write_text(text)
    audit = Audit(places(home))
    audit.person.choose("accounts", ["chirp", "club"])
    audit.person.plan_trip("Farm", DAY, DAY + timedelta(days=2))
    audit.person.plan_trip("Museum", DAY + timedelta(days=9), DAY + timedelta(days=9))
    audit.person.phones.record(("490154203237518",), DAY)
    audit.person.phones.replaced(DAY)
    audit.person.phones.record(("356938035643809",), DAY)
    _answer(audit)
    for label in ("Teacher A", "Teacher B"):
        audit.person.choose("share_id", None)
        audit.hand_in(audit.statement(label, DAY, with_platforms=True), str(home / SHARED))
    back_up(audit.paths, home / BACKUP, DAY)
    replace_calendar(home / CALENDAR, to_calendar(audit.board(DAY), NINE, "seed")[0])


def _answer(audit: Audit) -> None:
    lists = audit.person.library.checklists
    for name in ("chirp", "rules"):
        sitting = audit.sitting(lists[name], NINE)
        waived = AnswerInput(Result.WAIVED, "school film club\nuntil summer", "head teacher", DAY + timedelta(days=90))
        sitting.answer(0, AnswerInput(Result.FAIL, "ask at home"), NINE)
        sitting.answer(1, waived, NINE + timedelta(minutes=1))
        sitting.remark(0, "the menu has moved", NINE + timedelta(minutes=2))
        sitting.log(lists[name], EvidenceInput("a silent call", "at 4", "at home", "the head"), NINE)
    again = audit.sitting(lists["chirp"], NINE + timedelta(days=1))
    again.answer(0, AnswerInput(Result.PASS), NINE + timedelta(days=1))
    (newest, *_), _ = audit.history("chirp", DAY + timedelta(days=1))
    audit.withdraw(newest, DAY + timedelta(days=1), newest.answers[0].check)
