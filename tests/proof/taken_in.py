"""Ways of saving in which something comes in: a backup from another machine, and what version 0.1 left half done."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from audit_tui.errors import UserError
from audit_tui.files.read import parse_toml, read_bytes, read_model
from audit_tui.files.toml import to_toml
from audit_tui.files.write import create_file
from audit_tui.journal.journal import Journal
from audit_tui.kept.restore import restore
from audit_tui.paths import HOME, find_paths
from audit_tui.record import Answer, End, Result, Review, derived_id, noon
from audit_tui.settings.choices import Choices, TripPlan
from audit_tui.settings.phones import PhoneRecord, Phones

from .acts import CHECKLIST, FIRST_DAY, Act, Say, open_audit
from .filled import imei_of
from .found import in_home, in_journal
from .said import Found, Said, Thing

LATER = date(2036, 3, 2)
DRAFT = """\
# A review under way, kept by audit-tui. It is removed once the review is finished.
schema = 1
id = "{id}"
checklist = "cyberbullying"
title = "If you are attacked online"
kind = "draft"
evidence = [
    {{ on = {day}, when = "", what = "{name}", where = "", told = "" }},
]

[[answer]]
check = "keep-evidence"
on = {day}
result = "pass"
expect = "It is kept"
note = "{name}"

[end]
answers = 1
"""


def backup(number: int) -> dict[str, bytes]:
    """Make the files of a backup from another machine; every second one tells something else of the same review."""
    day = _day(number // 2)
    answer = Answer(check="old", on=day, at=noon(day) + timedelta(hours=number % 2), result=Result.PASS, expect="gone")
    review = Review(
        id=derived_id("restored", day), checklist=CHECKLIST, completed=day, recorded=noon(day),
        answers=(answer,), end=End(answers=1),
    )  # fmt: skip
    journal = Journal(Path("journal"))
    trips = Choices(trips=(TripPlan(name=f"restored {number % 5}", first=FIRST_DAY, last=FIRST_DAY),))
    phones = Phones(phones=(PhoneRecord(imei=(imei_of(0),), recorded=FIRST_DAY),))
    return {
        "settings.toml": to_toml(trips, Path("settings.toml"), "Another machine's"),
        "imei.toml": to_toml(phones, Path("imei.toml"), "Another machine's"),
        str(journal.path(review)): journal.to_bytes(review),
    }


def _restored(home: Path, say: Say) -> Iterator[None]:
    """Take in one backup after the other."""
    paths = find_paths({HOME: str(home)})
    for number in count():
        for problem in restore(backup(number), paths).problems:
            raise problem
        at = noon(_day(number // 2)) + timedelta(hours=number % 2)
        say(Said("kept", "answer", at.isoformat()))
        say(Said("kept", "trip", f"restored {number % 5}"))
        say(Said("kept", "phone", imei_of(0)))
        yield


def _taken_over(home: Path, say: Say) -> Iterator[None]:
    """Begin with a draft that version 0.1 left, and look at the board, which takes it in."""
    for number in count():
        name, file = f"draft {number}", f"{number}.toml"
        say(Said("taking", "draft", file))
        create_file(home / "drafts" / file, DRAFT.format(id=derived_id(name), day=_day(number), name=name).encode())
        say(Said("kept", "draft answer", name))
        say(Said("kept", "draft entry", name))
        audit = open_audit(home)
        audit.board(LATER)
        for problem in audit.problems:
            raise problem
        say(Said("taken", "draft", file))
        yield


def _day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def _from_drafts(home: Path) -> Found:
    """Find answers and entries in the journal or, still, in a draft."""
    things: set[Thing] = set()
    for path in sorted(home.glob("drafts/*.toml")):
        things.add(("draft", path.name))
        with suppress(UserError):
            table = parse_toml(read_bytes(path), path)
            things |= {("draft answer", answer["note"]) for answer in table["answer"]}
            things |= {("draft entry", entry["what"]) for entry in table["evidence"]}
    for path in sorted(home.glob("journal/*.toml")):
        with suppress(UserError):
            review = read_model(Review, path)
            things |= {("draft answer", answer.note) for answer in review.answers}
            things |= {("draft entry", entry.what) for entry in review.evidence}
    return Found(frozenset(things), in_journal(home).torn)


TAKEN_IN = {act.name: act for act in (Act("restore", _restored, in_home), Act("old draft", _taken_over, _from_drafts))}
